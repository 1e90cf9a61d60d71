/** Shows where in a text as written the words stand that were found in the folded one. Plain parts, never HTML. */
import { type Folded, foldWithPlaces } from './fold.ts'

export interface Part {
  readonly text: string
  readonly hit: boolean
}

/** The whole text in parts; `terms` are folded. Bounded: only the first 20,000 characters are looked at. */
export function mark(written: string, terms: readonly string[]): Part[] {
  return cut(written, hitsIn(written, terms), 0, written.length)
}

/** The stretch of at most `most` characters with the most different terms, in parts; from the beginning when there is none. */
export function excerpt(written: string, terms: readonly string[], most = 120): Part[] {
  const text = written.replace(/\s+/g, ' ').trim()
  const hits = hitsIn(text, terms)
  let best = { start: 0, kinds: 0 }
  for (const [from] of hits.slice(0, 200)) {
    const within = hits.filter(([start, end]) => start >= from && end <= from + most)
    const kinds = new Set(within.map(([start, end]) => text.slice(start, end))).size
    if (kinds > best.kinds) best = { start: from, kinds }
  }
  // A little of what stands before, from the beginning of a sentence when one is near.
  const lead = Math.max(0, best.start - 24)
  const sentence = [...text.slice(lead, best.start).matchAll(/[。！？；!?;]\s*/g)].at(-1)
  const start = best.start <= 24 ? 0 : sentence ? lead + sentence.index + sentence[0].length : lead
  const end = Math.min(text.length, start + most)
  const parts = cut(text, hits, wholeCharacter(text, start), wholeCharacter(text, end))
  if (start > 0) parts.unshift({ text: '…', hit: false })
  if (end < text.length) parts.push({ text: '…', hit: false })
  return parts
}

/** Not between the two halves of one character. */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at

type Stretch = readonly [start: number, end: number]

/** Texts as they were folded lately: what many find is shown to many. */
const lately = new Map<string, Folded>()
const mostLately = 400_000
let charactersLately = 0

function foldOnce(written: string): Folded {
  const known = lately.get(written)
  if (known) return known
  const folded = foldWithPlaces(written)
  lately.set(written, folded)
  charactersLately += written.length
  // The oldest go first.
  for (const [text] of lately) {
    if (charactersLately <= mostLately) break
    lately.delete(text)
    charactersLately -= text.length
  }
  return folded
}

function hitsIn(written: string, terms: readonly string[]): Stretch[] {
  const { text, at } = foldOnce(written.slice(0, 20_000))
  const hits: Stretch[] = []
  for (const term of new Set(terms)) {
    if (term === '') continue
    const latin = /^[a-z0-9]/.test(term)
    for (
      let from = text.indexOf(term);
      from >= 0 && hits.length < 2_000;
      from = text.indexOf(term, from + 1)
    ) {
      // `art` does not stand in `start`.
      if (latin && /[a-z0-9]/.test(text[from - 1] ?? '')) continue
      hits.push([at[from]!, at[from + term.length]!])
    }
  }
  hits.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const joined: [number, number][] = []
  for (const [start, end] of hits) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

function cut(text: string, hits: readonly Stretch[], start: number, end: number): Part[] {
  const parts: Part[] = []
  let at = start
  for (const [from, to] of hits) {
    if (to <= start || from >= end) continue
    if (from > at) parts.push({ text: text.slice(at, from), hit: false })
    parts.push({ text: text.slice(Math.max(from, at), Math.min(to, end)), hit: true })
    at = Math.min(to, end)
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false })
  return parts
}
