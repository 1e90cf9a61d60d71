/** How Han characters sound, for finding names by pinyin and words that were misspelt by ear. */
import { pinyin } from 'pinyin-pro'

/** Syllables without tones; what is not Han stays as it is, character by character. */
export const syllablesOf = (folded: string): string[] =>
  pinyin(folded, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' }).map((syllable) =>
    syllable.toLowerCase(),
  )

/** What many people do not tell apart by ear is one: zh/z, ch/c, sh/s, ng/n, l/n. The same for names and for what is typed. */
export const blur = (sound: string): string =>
  sound
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/l/g, 'n')

/** How a word sounds, blurred. */
export const soundOf = (folded: string): string => blur(syllablesOf(folded).join(''))

export interface Spelling {
  /** From each character on, as it is typed: `ache`, `che`. */
  readonly full: readonly string[]
  /** First letters from each character on: `ac`. */
  readonly initials: readonly string[]
}

/** How the beginning of each part of a name is typed in Latin letters; empty for names without Han. */
export function spell(folded: string): Spelling {
  if (!/\p{Script=Han}/u.test(folded)) return { full: [], initials: [] }
  const syllables = syllablesOf(folded)
    .map((syllable) => syllable.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .slice(0, 16)
  const from = syllables.map((_, at) => syllables.slice(at))
  return {
    full: from.map((rest) => rest.join('')),
    initials: from.filter((rest) => rest.length > 1).map((rest) => rest.map(([first]) => first).join('')),
  }
}
