/** Words on this device, for when the page closes or the network is gone. One person's, by his member. */

const prefix = 'juluo.words.'
const most = 200_000

export function keepHere(key: string, value: unknown): void {
  try {
    const text = JSON.stringify({ at: Date.now(), value })
    if (text.length <= most) localStorage.setItem(prefix + key, text)
  } catch {
    // Full or forbidden: what is on the screen is still there.
  }
}

export function readKept<T>(key: string): { at: number; value: T } | undefined {
  try {
    const text = localStorage.getItem(prefix + key)
    return text ? (JSON.parse(text) as { at: number; value: T }) : undefined
  } catch {
    return undefined
  }
}

export function dropKept(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing was kept then.
  }
}

const oldest = 30 * 86_400_000

/** Forgets what was left lying for a month. */
export function sweepKept(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue
      const kept = readKept(key.slice(prefix.length))
      if (!kept || Date.now() - kept.at > oldest) localStorage.removeItem(key)
    }
  } catch {
    // Not allowed to look: nothing to forget.
  }
}
