/** Things that speak of the same: while somebody writes a question, and below what he reads. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Hit, SearchSource } from '#base/declarations/searchable.ts'
import { fold } from '#base/search/fold.ts'
import { isAsking, seek, wordsOf } from '#base/search/words.ts'
import { rank } from './rank.ts'
import { lexeme } from './term.ts'

/** Words of a text that are looked at, and how many of the most telling ones are sought. */
const mostText = 2_000
const mostWords = 12

/**
 * The things of a source most like the text, best first, of those the actor may see. Texts that have
 * less than a third of its telling words in common are not like it.
 */
export async function findSimilar(
  ctx: Ctx,
  source: SearchSource,
  text: string,
  { limit, exceptId, atLeast = 0.34 }: { limit: number; exceptId?: Id; atLeast?: number },
): Promise<readonly Hit[]> {
  const often = new Map<string, number>()
  const folded = fold(text.slice(0, mostText))
  const sought = new Set(
    seek(folded).flatMap(({ text: word, kind }) => (kind === 'word' || kind === 'pair' ? [word] : [])),
  )
  for (const word of wordsOf(folded))
    if (sought.has(word) && !isAsking(word)) often.set(word, (often.get(word) ?? 0) + 1)
  if (often.size === 0) return []
  const { rows } = await sql<{ term: string; documents: number }>`
    select term, documents from search_term where term = any(${['', ...often.keys()]}::text[])`.execute(
    ctx.db,
  )
  const documents = new Map(rows.map((row) => [row.term, row.documents]))
  const all = Math.max(documents.get('') ?? 0, 1)
  const telling = [...often]
    .map(([word, times]) => {
      const having = documents.get(word) ?? 0
      return { word, having, idf: Math.log(1 + (all - having + 0.5) / (having + 0.5)), times }
    })
    .filter(({ having }) => having > 0)
    .sort((one, other) => other.idf * Math.sqrt(other.times) - one.idf * Math.sqrt(one.times))
    .slice(0, mostWords)
  const terms = telling.map(({ word, idf }) => ({
    text: word,
    kind: 'word' as const,
    ways: [{ lexemes: [{ ...lexeme(word), idf }], weight: 1, marks: [word] }],
  }))
  const seen = { ...source, ...(await source.sight(ctx)) }
  const { rows: found } = await rank(
    ctx,
    seen,
    { folded: folded.slice(0, 100), terms, documents, meant: undefined, unknown: [] },
    { limit, asOf: ctx.now, exceptId, atLeast },
  )
  const hits = await seen.show(found.map((row) => row.refId))
  return found.flatMap((row) => hits.get(row.refId) ?? [])
}
