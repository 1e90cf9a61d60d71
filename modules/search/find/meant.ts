/** What was meant by words that nothing has: what sounds the same, or is spelt almost the same. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { distance } from '#base/search/distance.ts'
import { blur, soundOf } from '#base/search/pinyin.ts'
import { isHan } from '#base/search/words.ts'
import { gramsOf } from '../index/keep.ts'

export interface Meant {
  readonly term: string
  readonly documents: number
}

/** At most three for each word, the most usual first. Two queries at most. */
export async function findMeant(ctx: Ctx, words: readonly string[]): Promise<Map<string, Meant[]>> {
  const found = new Map<string, Meant[]>()
  const latin = words.filter((word) => /^[a-z]{4,24}$/.test(word))
  for (const [word, meant] of await soundingLike(ctx, words)) found.set(word, meant)
  for (const [word, meant] of await speltLike(
    ctx,
    latin.filter((word) => !found.has(word)),
  ))
    found.set(word, meant)
  return found
}

/** 手充 → 手冲, shouchong → 手冲. */
async function soundingLike(ctx: Ctx, words: readonly string[]): Promise<Map<string, Meant[]>> {
  const sounds = new Map(
    words
      .filter((word) => (isHan(word) ? word.length > 1 && word.length <= 8 : /^[a-z]{4,24}$/.test(word)))
      .map((word) => [word, isHan(word) ? soundOf(word) : blur(word)]),
  )
  if (sounds.size === 0) return new Map()
  const { rows } = await sql<{ sound: string; term: string; documents: number }>`
    select sound, term, documents from search_term
     where sound = any(${[...new Set(sounds.values())]}::text[]) and documents > 0
     order by documents desc limit 60`.execute(ctx.db)
  const found = new Map<string, Meant[]>()
  for (const [word, sound] of sounds) {
    const alike = rows.filter((row) => row.sound === sound && row.term !== word)
    // Of words that merely sound alike, those that share a character come first.
    const sharing = (row: { term: string }) =>
      [...row.term].filter((character) => word.includes(character)).length
    const best = alike.sort((one, other) => sharing(other) - sharing(one) || other.documents - one.documents)
    if (best.length > 0)
      found.set(
        word,
        best.slice(0, 3).map(({ term, documents }) => ({ term, documents })),
      )
  }
  return found
}

/** gehsa → gesha. One letter in short words, two in long ones. */
async function speltLike(ctx: Ctx, words: readonly string[]): Promise<Map<string, Meant[]>> {
  if (words.length === 0) return new Map()
  const asked = words.slice(0, 6).map((word) => ({ word, grams: gramsOf(word), length: word.length }))
  const { rows } = await sql<{ word: string; term: string; documents: number }>`
    select a.word, t.term, t.documents
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (word text, grams text[], length integer)
     cross join lateral (
           select term, documents from search_term t
            where t.grams && a.grams and t.documents > 0 and length(t.term) between a.length - 2 and a.length + 2
            order by cardinality(array(select unnest(t.grams) intersect select unnest(a.grams))) desc, t.documents desc
            limit 30) as t`.execute(ctx.db)
  const found = new Map<string, Meant[]>()
  for (const word of words) {
    const most = word.length < 8 ? 1 : 2
    const near = rows
      .filter((row) => row.word === word)
      .map((row) => ({ ...row, far: distance(word, row.term, most) }))
      .filter((row) => row.far <= most)
      .sort((one, other) => one.far - other.far || other.documents - one.documents)
    if (near.length > 0)
      found.set(
        word,
        near.slice(0, 3).map(({ term, documents }) => ({ term, documents })),
      )
  }
  return found
}
