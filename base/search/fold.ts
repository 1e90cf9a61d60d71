/**
 * One spelling for what people take for the same: width, case, traditional and simplified, accents of
 * Latin letters, invisible characters. For finding and comparing, never for showing.
 */
import { Converter } from 'opencc-js/t2cn'
import { normaliseLine } from '../text/normalise.ts'

const convert = Converter({ from: 't', to: 'cn' })

/** Until nothing changes: a phrase in simplified characters may be one of the dictionary as well (`年釐`, `乾安县`). */
function toSimplified(text: string): string {
  let before = text
  for (let round = 0; round < 4; round++) {
    const after = convert(before)
    if (after === before) break
    before = after
  }
  return before
}

const latinWithMarks = /[\u00C0-\u024F\u1E00-\u1EFF]/gu
const marks = /\p{Mn}/gu

/** Width, case and accents of a short text; its Han characters as written. */
const foldLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(latinWithMarks, (letter) => letter.normalize('NFD').replace(marks, ''))

/** The same for one character, quick for what most texts are made of: Han and ASCII are what they are. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!
  if (code >= 0x4e00 && code <= 0x9fff) return character
  return code < 0x80 ? character.toLowerCase() : foldLetters(character)
}

/** `ＣＡＦＥ　Café 咖啡豆與濾杯` → `cafe cafe 咖啡豆与滤杯`: one line, one space between words. */
export const fold = (text: string): string => toSimplified(foldLetters(normaliseLine(text)))

export interface Folded {
  readonly text: string
  /** For every code unit of `text`, and its end, where it stands in what was folded. */
  readonly at: readonly number[]
}

/** The same with the place of everything, to mark in the text as written what was found in the folded one. */
export function foldWithPlaces(written: string): Folded {
  let text = ''
  const at: number[] = []
  let place = 0
  for (const character of written) {
    const folded = /\s/u.test(character) ? ' ' : foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit++) at.push(place)
    text += folded
    place += character.length
  }
  at.push(place)
  const simplified = toSimplified(text)
  // Phrases are converted character by character; should one day one not be, places count more.
  return { text: simplified.length === text.length ? simplified : text, at }
}
