/** Cutting text without cutting a character that people see as one. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What a reader counts as characters: a family emoji and a letter with its accents are one each. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** At most `max` characters as readers count them, the mark included when something was cut. */
export function truncate(text: string, max: number, mark = '…'): string {
  // Never more characters than code units: most texts need no segmenting.
  if (text.length <= max) return text
  const kept: string[] = []
  const room = Math.max(0, max - countCharacters(mark))
  let roomEnds = 0
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length === room) roomEnds = kept.length
    kept.push(segment)
    if (kept.length > max) return `${kept.slice(0, roomEnds).join('')}${max > 0 ? mark : ''}`
  }
  return text
}
