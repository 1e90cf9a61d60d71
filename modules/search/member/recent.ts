/** What was sought on this device; it never leaves it. */
const key = 'juluo.searches'
const most = 10

export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function keepRecent(q: string): void {
  const kept = [q, ...readRecent().filter((each) => each !== q)].slice(0, most)
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or forbidden store only means that nothing is remembered.
  }
}

export const forgetRecent = (): void => localStorage.removeItem(key)
