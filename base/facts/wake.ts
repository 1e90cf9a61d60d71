/**
 * Wakes the consumers of all processes soon after something was announced. Deliberately not a NOTIFY
 * inside the announcing transaction: PostgreSQL commits transactions that notify one after the other
 * (one lock around the whole commit), which would end group commit for every verb of the product.
 * A lost wake costs one poll interval, nothing else.
 */

/** How long announcements gather before one NOTIFY goes out for all of them. */
const gatherMs = 20

let send: (() => Promise<void>) | undefined
let pending = false

/** Names how this process notifies; called once at start. The returned function takes it back. */
export function notifyFollowersWith(notify: () => Promise<void>): () => void {
  send = notify
  return () => {
    if (send === notify) send = undefined
  }
}

/** Asks for one NOTIFY within a few milliseconds, however many announcements there are. */
export function wakeFollowers(): void {
  if (pending || !send) return
  pending = true
  setTimeout(() => {
    pending = false
    // A poll finds what this wake would have told; the connection's own error handling reports.
    send?.().catch(() => undefined)
  }, gatherMs).unref()
}
