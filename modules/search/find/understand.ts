/** Takes a query apart: what is asked for, in which ways that can be said, and how much each word tells. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { fold } from '#base/search/fold.ts'
import { blur, soundOf } from '#base/search/pinyin.ts'
import { isAsking, isHan, wordsOf } from '#base/search/words.ts'
import { sounds, typed } from '../index/lexemes.ts'
import { findMeant, type Meant } from './meant.ts'
import { type Lexeme, lexeme, type Term, type Way } from './term.ts'

export interface Understood {
  /** As it is compared. */
  readonly folded: string
  readonly terms: readonly Term[]
  /** Numbers of things that have a lexeme; those that begin with it for prefixes. */
  readonly documents: ReadonlyMap<string, number>
  /** The query as it was probably meant, when a word of it is nowhere. */
  readonly meant: string | undefined
  /** Words that are nowhere, and nothing like them. */
  readonly unknown: readonly string[]
}

/** Longest query that is read, in characters. */
export const longestQuery = 100
/** Most things that one query asks for; the rarest are kept. */
const mostTerms = 14

/** `typing`: the last word may be unfinished. */
export async function understand(
  ctx: Ctx,
  query: string,
  { typing = false }: { typing?: boolean } = {},
): Promise<Understood> {
  const folded = fold(query.slice(0, longestQuery))
  const terms = await synonymsIn(ctx, folded)
  const spoken = terms.reduce((rest, term) => rest.replaceAll(term.text, ' '), folded)
  terms.push(...termsOf(spoken, typing))
  const documents = await countOf(ctx, terms)
  const { terms: known, meant, unknown } = await mend(ctx, folded, terms, documents)
  return { folded, terms: rarest(known), documents, meant, unknown }
}

/** Words as they stand in the index, each once. Words of asking count only when there are no others. */
function termsOf(text: string, typing: boolean): Term[] {
  const words = [...new Set(wordsOf(text))]
  const telling = words.filter((word) => !isAsking(word))
  const last = typing ? words.at(-1) : undefined
  const sought = telling.length > 0 ? telling : words
  return sought.map((word) => ({
    text: word,
    ways: waysOf(word, word === last, sought.length === 1),
  }))
}

function waysOf(word: string, unfinished: boolean, alone: boolean): Way[] {
  if (isHan(word)) {
    const single = [...word].length === 1
    return [
      // One character says little beside others, and alone means every word that begins with it.
      {
        lexemes: [lexeme(word, unfinished || (single && alone))],
        weight: single && !alone ? 0.3 : 1,
        marks: [word],
      },
      // 阿彻 finds 阿澈: names are kept by their sound.
      ...(single ? [] : [{ lexemes: [lexeme(sounds + soundOf(word), true)], weight: 0.35, marks: [] }]),
    ]
  }
  return [
    { lexemes: [lexeme(word, word.length > 1)], weight: 1, marks: [word] },
    ...(/^[a-z]{2,}$/.test(word)
      ? [
          { lexemes: [lexeme(typed + word, true)], weight: 0.9, marks: [] },
          ...(blur(word) === word && word.length < 4
            ? []
            : [{ lexemes: [lexeme(sounds + blur(word), true)], weight: 0.35, marks: [] }]),
        ]
      : []),
  ]
}

/** Phrases of the query for which there are others, longest first; each stands for its whole group. */
async function synonymsIn(ctx: Ctx, folded: string): Promise<Term[]> {
  const { rows } = await sql<{ folded: string[] }>`
    select folded from search_synonym
     where exists (select 1 from unnest(folded) as word where position(word in ${folded}) > 0)
     limit 50`.execute(ctx.db)
  const found: { text: string; group: readonly string[] }[] = rows
    .flatMap(({ folded: group }) => group.map((text) => ({ text, group })))
    .filter(({ text }) => standsIn(folded, text))
    .sort((one, other) => other.text.length - one.text.length)
  const terms: Term[] = []
  let rest = folded
  for (const { text, group } of found) {
    if (!standsIn(rest, text)) continue
    rest = rest.replaceAll(text, ' ')
    const ways = [text, ...group.filter((other) => other !== text)].map(
      (each, at): Way => ({
        lexemes: [...new Set(wordsOf(each))].map((word) => lexeme(word)),
        weight: at === 0 ? 1 : 0.8,
        marks: [each],
      }),
    )
    terms.push({ text, ways: ways.filter((way) => way.lexemes.length > 0) })
  }
  return terms
}

/** `ice` does not stand in `juice`. */
const standsIn = (text: string, phrase: string): boolean => {
  const at = text.indexOf(phrase)
  if (at < 0) return false
  const letter = /[a-z0-9]/
  return !(
    (letter.test(phrase[0] ?? '') && letter.test(text[at - 1] ?? '')) ||
    (letter.test(phrase.at(-1) ?? '') && letter.test(text[at + phrase.length] ?? ''))
  )
}

const keyOf = ({ lexeme: text, prefix }: Lexeme): string => (prefix ? `${text}*` : text)

/** In how many things each lexeme is, and how much it tells by that. One query. */
async function countOf(ctx: Ctx, terms: readonly Term[]): Promise<Map<string, number>> {
  const lexemes = terms.flatMap((term) => term.ways.flatMap((way) => way.lexemes))
  const exact = [...new Set(['', ...lexemes.map((each) => each.lexeme)])]
  const prefixes = [...new Set(lexemes.filter((each) => each.prefix).map((each) => each.lexeme))]
  const { rows } = await sql<{ key: string; documents: number }>`
    select term as key, documents from search_term where term = any(${exact}::text[])
     union all
    select p.prefix || '*', (
             select coalesce(sum(documents), 0)::int from (
               select documents from search_term t
                where t.term >= p.prefix collate "C" and t.term < (p.prefix || chr(1114111)) collate "C"
                order by t.term limit 200) as beginning)
      from unnest(${prefixes}::text[]) as p (prefix)`.execute(ctx.db)
  const documents = new Map(rows.map((row) => [row.key, row.documents]))
  setIdf(terms, documents)
  return documents
}

function setIdf(terms: readonly Term[], documents: ReadonlyMap<string, number>): void {
  const all = Math.max(documents.get('') ?? 0, 1)
  for (const term of terms)
    for (const way of term.ways)
      for (const each of way.lexemes) {
        // The word itself tells as much as it is rare, whatever else begins like it.
        const having = Math.min(documents.get(each.lexeme) || documents.get(keyOf(each)) || 0, all)
        each.idf = Math.log(1 + (all - having + 0.5) / (having + 0.5))
      }
}

const isKnown = (way: Way, documents: ReadonlyMap<string, number>): boolean =>
  way.lexemes.every((each) => (documents.get(keyOf(each)) ?? 0) > 0)

/** A query of more things than this is a sentence: a word of it that is nowhere is left out, not mended. */
const mostToMend = 6

/** Leaves out ways that nothing has, and looks for what was meant by words that are nowhere. */
async function mend(
  ctx: Ctx,
  folded: string,
  terms: readonly Term[],
  documents: Map<string, number>,
): Promise<{ terms: Term[]; meant: string | undefined; unknown: string[] }> {
  const known = terms.map((term) => ({ ...term, ways: term.ways.filter((way) => isKnown(way, documents)) }))
  const lost = known
    .filter((term) => !term.ways.some((way) => way.marks.length > 0) && !joinsWords(term.text))
    .map((term) => term.text)
  const found: ReadonlyMap<string, Meant[]> =
    known.length <= mostToMend ? await findMeant(ctx, lost) : new Map()
  let meant = folded
  for (const term of known) {
    const instead = found.get(term.text)
    if (!instead) continue
    for (const { term: text, documents: having } of instead) {
      documents.set(text, having)
      term.ways.push({ lexemes: [lexeme(text)], weight: 0.7, marks: [text], meant: text })
    }
    meant = meant.replaceAll(term.text, instead[0]!.term)
  }
  setIdf(known, documents)
  const gone = lost.filter((text) => !known.some((term) => term.text === text && term.ways.length > 0))
  return {
    terms: known.filter((term) => term.ways.length > 0),
    meant: meant === folded ? undefined : meant,
    unknown: stretches(folded, gone),
  }
}

/** Two neighbours of which one is a word of asking (`谁的`): no word, only where two met. */
const joinsWords = (word: string): boolean =>
  isHan(word) && (isAsking(word) || ([...word].length <= 2 && [...word].some(isAsking)))

/** The parts of a text that are covered by words, whole: 耶佳 and 佳雪 are one 耶佳雪. */
function stretches(text: string, words: readonly string[]): string[] {
  const covered = new Set<number>()
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      for (let unit = 0; unit < word.length; unit++) covered.add(at + unit)
  const found: string[] = []
  for (let at = 0; at < text.length; at++)
    if (covered.has(at)) {
      if (covered.has(at - 1)) found.push(`${found.pop()}${text[at]}`)
      else found.push(text[at]!)
    }
  return [...new Set(found)]
}

const rarest = (terms: readonly Term[]): Term[] =>
  terms.length <= mostTerms
    ? [...terms]
    : [...terms].sort((one, other) => bestIdf(other) - bestIdf(one)).slice(0, mostTerms)
const bestIdf = (term: Term): number =>
  Math.max(...term.ways.flatMap((way) => way.lexemes.map((each) => each.idf)))
