/** What travels between processes: small messages as text, within PostgreSQL's limit for a notification. */

/** How a job moved, for progress bars. */
export interface JobNews {
  readonly id: string
  readonly name: string
  readonly state: 'active' | 'completed' | 'failed' | 'cancelled'
  readonly done?: number
  readonly total?: number | null
  readonly note?: string | null
  /** Who asked for it, as the log names actors; may watch it besides operators of the system. */
  readonly requestedBy: string
}

export type LiveMessage =
  | { readonly kind: 'stale'; readonly keys: readonly (readonly string[])[] }
  | { readonly kind: 'job'; readonly job: JobNews }

/** A NOTIFY payload must be shorter than 8000 bytes. */
const payloadBytes = 7_900

/** The key that every query key starts with: everything is stale. */
export const everything: readonly string[] = []

/**
 * Stale keys as payloads, split so that each fits. Keys that no payload takes are told as their first
 * word only, which makes more stale than needed and never less.
 */
export function encodeStale(keys: readonly (readonly string[])[]): string[] {
  const payloads: string[] = []
  let batch: (readonly string[])[] = []
  let size = 0
  const flush = () => {
    if (batch.length > 0) payloads.push(JSON.stringify({ kind: 'stale', keys: batch }))
    batch = []
    size = 0
  }
  for (const key of keys) {
    const fitting = bytesOf(key) > 1_000 ? key.slice(0, 1) : key
    const bytes = bytesOf(fitting) + 1
    if (size + bytes > payloadBytes - 40) flush()
    batch.push(fitting)
    size += bytes
  }
  flush()
  return payloads
}

/** A job's news as one payload; a long note is cut. */
export const encodeJob = (job: JobNews): string =>
  JSON.stringify({ kind: 'job', job: { ...job, ...(job.note ? { note: job.note.slice(0, 500) } : {}) } })

/** Reads a payload; undefined when it is not one of ours. */
export function decode(payload: string): LiveMessage | undefined {
  try {
    const message = JSON.parse(payload) as LiveMessage
    return message.kind === 'stale' || message.kind === 'job' ? message : undefined
  } catch {
    return undefined
  }
}

const bytesOf = (key: readonly string[]): number => Buffer.byteLength(JSON.stringify(key))
