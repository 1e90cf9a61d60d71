/** Takes a query apart: what is asked for, in which ways that can be said, and how much each word tells. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { fold } from '#base/search/fold.ts'
import { blur, soundOf } from '#base/search/pinyin.ts'
import { isAsking, isHan, phraseOf, type Sought, seek } from '#base/search/words.ts'
import { sounds, typed } from '../index/lexemes.ts'
import { findMeant } from './meant.ts'
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
  const plain = termsOf(folded, typing)
  const { synonyms, documents: counted } = await findKnown(ctx, plain)
  const others = synonymsIn(folded, synonyms)
  const rest = others.reduce((left, term) => left.replaceAll(term.text, ' '), folded)
  const terms = others.length === 0 ? plain : [...others, ...termsOf(rest, typing)]
  const documents = others.length === 0 ? counted : (await findKnown(ctx, terms)).documents
  setIdf(terms, documents)
  const { terms: known, meant, unknown } = await mend(ctx, { folded, terms, documents, synonyms })
  return { folded, terms: rarest(known), documents, meant, unknown }
}

function termsOf(folded: string, typing: boolean): Term[] {
  const sought = telling(seek(folded))
  return sought.map((each, at) => termOf(each, typing && at === sought.length - 1, sought.length === 1))
}

/** Words of asking count only when there are no others. */
function telling(sought: readonly Sought[]): readonly Sought[] {
  const some = sought.filter(({ text }) => !isAsking(text))
  return some.length > 0 ? some : sought
}

/** What a word that is no word of the dictionary counts for. */
const sureness = { word: 1, pair: 1, joint: 0.4, single: 0.3 } as const

function termOf({ text, kind }: Sought, unfinished: boolean, alone: boolean): Term {
  if (!isHan(text)) return { text, kind, ways: latinWays(text) }
  return {
    text,
    kind,
    ways: [
      {
        // One character alone means every word that begins with it.
        lexemes: [lexeme(text, unfinished || (kind === 'single' && alone))],
        weight: alone ? 1 : sureness[kind],
        marks: [text],
      },
      // 阿彻 finds 阿澈: names are kept by their sound.
      ...(kind === 'word' || kind === 'pair'
        ? [{ lexemes: [lexeme(sounds + soundOf(text), true)], weight: 0.35, marks: [] }]
        : []),
    ],
  }
}

function latinWays(word: string): Way[] {
  const asTyped: Way = { lexemes: [lexeme(word, word.length > 1)], weight: 1, marks: [word] }
  if (!/^[a-z]{2,}$/.test(word)) return [asTyped]
  const asName: Way = { lexemes: [lexeme(typed + word, true)], weight: 0.9, marks: [] }
  if (word.length < 4) return [asTyped, asName]
  return [asTyped, asName, { lexemes: [lexeme(sounds + blur(word), true)], weight: 0.35, marks: [] }]
}

type Groups = readonly (readonly string[])[]

/** Phrases of the query for which there are others, longest first; each stands for its whole group. */
function synonymsIn(folded: string, groups: Groups): Term[] {
  const found = groups
    .flatMap((group) => group.map((text) => ({ text, group })))
    .filter(({ text }) => standsIn(folded, text))
    .sort((one, other) => other.text.length - one.text.length)
  const terms: Term[] = []
  let rest = folded
  for (const { text, group } of found) {
    if (!standsIn(rest, text)) continue
    rest = rest.replaceAll(text, ' ')
    terms.push({ text, kind: 'word', ways: waysOfGroup(text, group) })
  }
  return terms
}

const waysOfGroup = (text: string, group: readonly string[]): Way[] =>
  [text, ...group.filter((other) => other !== text)]
    .map(
      (each): Way => ({
        lexemes: phraseOf(each).map((word) => lexeme(word)),
        weight: each === text ? 1 : 0.8,
        marks: [each],
      }),
    )
    .filter((way) => way.lexemes.length > 0)

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

const known = statement<
  { synonyms: string[][]; documents: [key: string, documents: number][] },
  { exact: readonly string[]; prefixes: readonly string[] }
>(
  'search known',
  (at) => sql`
    select coalesce((select json_agg(folded order by id) from (
                       select id, folded from search_synonym order by id limit 1000) as s), '[]') as synonyms,
           coalesce((select json_agg(json_build_array(key, documents)) from (
             select term as key, documents from search_term where term = any(${at.exact}::text[])
              union all
             select p.prefix || '*', (
                      select coalesce(sum(documents), 0)::int from (
                        select documents from search_term t
                         where t.term >= p.prefix collate "C" and t.term < (p.prefix || chr(1114111)) collate "C"
                         order by t.term limit 200) as beginning)
               from unnest(${at.prefixes}::text[]) as p (prefix)) as c), '[]') as documents`,
)

/** All groups of synonyms (some dozens, and what is meant may be one of them), and in how many things each lexeme is. */
async function findKnown(
  ctx: Ctx,
  terms: readonly Term[],
): Promise<{ synonyms: Groups; documents: Map<string, number> }> {
  const lexemes = terms.flatMap((term) => term.ways.flatMap((way) => way.lexemes))
  const [row] = await known(ctx.db, {
    exact: [...new Set(['', ...lexemes.map((each) => each.lexeme)])],
    prefixes: [...new Set(lexemes.filter((each) => each.prefix).map((each) => each.lexeme))],
  })
  return { synonyms: row!.synonyms, documents: new Map(row!.documents) }
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

/** A query of more words than this is a sentence: a word of it that is nowhere is left out, not mended. */
const mostToMend = 5

interface ToMend {
  readonly folded: string
  readonly terms: readonly Term[]
  readonly documents: Map<string, number>
  readonly synonyms: Groups
}

/** Leaves out ways that nothing has, and looks for what was meant by words that are nowhere. */
async function mend(
  ctx: Ctx,
  { folded, terms, documents, synonyms }: ToMend,
): Promise<{ terms: Term[]; meant: string | undefined; unknown: string[] }> {
  const known = terms.map((term) => ({ ...term, ways: term.ways.filter((way) => isKnown(way, documents)) }))
  const isLost = (term: Term) => !term.ways.some((way) => way.marks.length > 0)
  // Of a long word of which a part is known (咖啡豆) nothing is lost.
  const hasKnownPart = ({ text }: Term) =>
    known.some((other) => other.text !== text && text.includes(other.text) && !isLost(other))
  // In a few characters every one was meant, also where words meet; in a sentence they just met.
  const short = folded.length <= 8
  const lost = known.filter((term) => isLost(term) && (term.kind !== 'joint' || short) && !hasKnownPart(term))
  const stretches = stretchesOf(
    folded,
    lost.map(({ text }) => text),
  )
  const words = known.filter(({ kind }) => kind !== 'joint').length
  // A word of the dictionary that nobody here has used is no mistake, as long as there is something else.
  const toMend = stretches.filter(
    (stretch) =>
      lost.length === words ||
      lost.some((term) => term.text !== stretch || term.kind !== 'word' || !isHan(stretch)),
  )
  const found = words > mostToMend || toMend.length === 0 ? [] : await findMeant(ctx, toMend, synonyms.flat())
  let meant = folded
  for (const { instead, of, documents: having } of found) {
    const group = synonyms.find((each) => each.includes(instead))
    documents.set(instead, having)
    const ways: Way[] = group
      ? waysOfGroup(instead, group)
      : [{ lexemes: [lexeme(instead)], weight: 1, marks: [instead] }]
    for (const way of ways)
      for (const each of way.lexemes) if (!documents.has(each.lexeme)) documents.set(each.lexeme, 1)
    known.push({
      text: instead,
      kind: 'word',
      ways: ways.map((way) => ({ ...way, weight: way.weight * 0.8, meant: instead })),
    })
    meant = meant.replaceAll(of, instead)
    // What was left of a word in Latin letters is no word.
    if (!isHan(of)) meant = meant.replaceAll(/(?<=\p{Script=Han})[a-z]{1,3}\b/gu, '')
  }
  const gone = stretches.filter(
    (stretch) =>
      !found.some(({ of }) => stretch.includes(of)) &&
      !lost.some((term) => term.kind === 'joint' && term.text === stretch),
  )
  // 涩味 is nowhere, 涩 may be: characters say a little.
  for (const stretch of gone)
    if (isHan(stretch) && stretch.length <= 4)
      for (const character of new Set(stretch)) {
        if (isAsking(character) || known.some(({ text }) => text === character)) continue
        known.push({
          text: character,
          kind: 'single',
          ways: [{ lexemes: [lexeme(character)], weight: sureness.single, marks: [character] }],
        })
      }
  setIdf(known, documents)
  return {
    terms: known.filter(
      (term) => term.ways.length > 0 && !(isLost(term) && found.some(({ of }) => of.includes(term.text))),
    ),
    meant: meant === folded ? undefined : meant,
    unknown: gone,
  }
}

/** The parts of a text that are covered by words, whole: 耶佳 and 佳雪 are one 耶佳雪. */
export function stretchesOf(text: string, words: readonly string[]): string[] {
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
