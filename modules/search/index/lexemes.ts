/** The words of one thing as PostgreSQL keeps them. */
import type { Searchable } from '#base/declarations/searchable.ts'
import { fold } from '#base/search/fold.ts'
import { blur, spell } from '#base/search/pinyin.ts'
import { piecesOf, wordsOf } from '#base/search/words.ts'

/** A title or name of at most this many characters is asked for in parts and by its sound. */
const nameLength = 16
/** Longest text that is read; what comes after is not found. */
const mostText = 60_000
/** Occurrences of one word that count: more tell nothing (and PostgreSQL keeps 255). */
const mostPlaces = 8

/** Before lexemes that are no words: how a name is typed, and how it sounds. No word begins so. */
export const typed = '~'
export const sounds = '≈'

type Weight = 'A' | 'B' | 'C' | 'D'

/** Sources whose things are names: found by parts and by sound. Of others only the `names` are. */
export interface Cut {
  /** Every lexeme with its weights, most telling first. */
  readonly lexemes: ReadonlyMap<string, readonly Weight[]>
  readonly title: string
}

export function cutThing(thing: Searchable, named: boolean): Cut {
  const lexemes = new Map<string, Weight[]>()
  const add = (lexeme: string, weight: Weight) => {
    const places = lexemes.get(lexeme)
    if (!places) lexemes.set(lexeme, [weight])
    else if (places.length < mostPlaces) places.push(weight)
  }
  const addName = (name: string, weight: Weight) => {
    for (const piece of piecesOf(name)) add(piece, weight)
    const { full, initials } = spell(name)
    for (const spelling of [...full, ...initials]) add(typed + spelling, weight)
    for (const spelling of full) add(sounds + blur(spelling), weight)
  }
  const title = fold(thing.title)
  if (named && title.length <= nameLength) addName(title, 'A')
  for (const word of wordsOf(title))
    if (!named || title.length > nameLength || word.length > 2) add(word, 'A')
  for (const written of thing.names) {
    const name = fold(written)
    if (name.length <= nameLength) addName(name, 'B')
    for (const word of wordsOf(name)) if (name.length > nameLength || word.length > 2) add(word, 'B')
  }
  for (const word of wordsOf(fold(thing.body.slice(0, mostText)))) add(word, 'C')
  for (const word of wordsOf(fold((thing.others ?? '').slice(0, mostText)))) add(word, 'D')
  return { lexemes, title: title.slice(0, 200) }
}

/** As the type `tsvector` reads it. Positions only count. */
export const asVector = (lexemes: Cut['lexemes']): string =>
  [...lexemes]
    .map(([lexeme, weights]) => {
      const places = weights.map((weight, at) => `${at + 1}${weight === 'D' ? '' : weight}`)
      return `${quote(lexeme)}:${places.join(',')}`
    })
    .join(' ')

/** A lexeme inside a tsvector or a tsquery. */
export const quote = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
