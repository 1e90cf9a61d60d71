/**
 * Group cards: names that members of a chat group give themselves by a rule of the group, such as
 * 上海-设计师-小满 (S3-16). People keep the order and are free with the separator.
 */
import { normaliseLine } from '#base/text/normalise.ts'

const separators = /[-—–－_＿|｜/／·•・~～]+| {2,}|(?<=\S) (?=\S)/u
const strong = /[-—–－_＿|｜/／·•・~～]+/u

/** The parts of a card. Spaces separate only where nothing else does. */
export function splitCard(card: string): string[] {
  const text = normaliseLine(card)
  const parts = strong.test(text) ? text.split(strong) : text.split(separators)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/**
 * The parts that a pattern of `count` parts names; undefined when the card does not follow it. The last part
 * takes what is left over: nicknames have hyphens too.
 */
export function readCard(card: string, count: number): string[] | undefined {
  const parts = splitCard(card)
  if (count === 0 || parts.length < count) return undefined
  return parts.length === count ? parts : [...parts.slice(0, count - 1), parts.slice(count - 1).join('-')]
}

/** How many parts most cards of a sample have; 0 when there is no rule in them. */
export function guessParts(cards: readonly string[]): number {
  const counts = new Map<number, number>()
  const written = cards.filter((card) => card.trim() !== '')
  for (const card of written) {
    const count = splitCard(card).length
    counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[0] >= 2 && best[0] <= 6 && best[1] >= written.length * 0.6 ? best[0] : 0
}
