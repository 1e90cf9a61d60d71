/** What was meant by words that nothing has: what sounds the same, or is spelt almost the same. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { distance } from '#base/search/distance.ts'
import { blur, soundOf } from '#base/search/pinyin.ts'
import { isHan } from '#base/search/words.ts'
import { gramsOf } from '../index/keep.ts'

export interface Meant {
  /** The part of the query, and what it was meant to be. */
  readonly of: string
  readonly instead: string
  readonly documents: number
}

/** Shortest part of a word in Latin letters that may be the pinyin of something, and longest in characters. */
const window = { latin: 4, han: 8 }

/** For stretches of a query that nothing has; longer parts first, none twice. `phrases`: synonyms, which count like words. */
export async function findMeant(
  ctx: Ctx,
  stretches: readonly string[],
  phrases: readonly string[],
): Promise<Meant[]> {
  const few = stretches.slice(0, 4).map((stretch) => stretch.slice(0, 24))
  const found = await soundingLike(ctx, few)
  const left = few.filter((stretch) => !found.some(({ of }) => stretch.includes(of)))
  return [...found, ...(await speltLike(ctx, left, phrases))]
}

/** 手充 → 手冲, 庐旺达 → 卢旺达, shouchong → 手冲, kongwenhu → 控温. */
async function soundingLike(ctx: Ctx, stretches: readonly string[]): Promise<Meant[]> {
  const windows = stretches.flatMap(windowsOf)
  if (windows.length === 0) return []
  const sounds = [...new Set(windows.map(({ sound }) => sound))]
  const { rows } = await sql<{ sound: string; term: string; documents: number }>`
    select sound, term, documents from search_term
     where sound = any(${sounds}::text[]) and documents > 0
     order by documents desc limit 400`.execute(ctx.db)
  const found: Meant[] = []
  const taken = new Map<string, Set<number>>()
  for (const { stretch, from, text, sound } of windows.sort(
    (one, other) => other.text.length - one.text.length,
  )) {
    const covered = taken.get(stretch) ?? new Set<number>()
    if (Array.from(text, (_, at) => from + at).some((at) => covered.has(at))) continue
    // Of words that sound alike, one that shares a character was meant; else the most usual.
    const sharing = (term: string) => [...term].filter((character) => text.includes(character)).length
    const [best] = rows
      .filter((row) => row.sound === sound && row.term !== text)
      .sort((one, other) => sharing(other.term) - sharing(one.term) || other.documents - one.documents)
    if (!best) continue
    for (let at = 0; at < text.length; at++) covered.add(from + at)
    taken.set(stretch, covered)
    found.push({ of: text, instead: best.term, documents: best.documents })
  }
  return found
}

function windowsOf(stretch: string) {
  const windows: { stretch: string; from: number; text: string; sound: string }[] = []
  const han = isHan(stretch)
  if (!han && !/^[a-z]+$/.test(stretch)) return []
  const least = han ? 2 : window.latin
  for (let from = 0; from + least <= stretch.length; from++)
    for (let to = from + least; to <= stretch.length && (!han || to - from <= window.han); to++) {
      const text = stretch.slice(from, to)
      windows.push({ stretch, from, text, sound: han ? soundOf(text) : blur(text) })
    }
  return windows
}

/** gehsa → gesha. One letter in short words, two in long ones. */
async function speltLike(
  ctx: Ctx,
  stretches: readonly string[],
  phrases: readonly string[],
): Promise<Meant[]> {
  const words = stretches.filter((word) => /^[a-z]{4,24}$/.test(word))
  if (words.length === 0) return []
  const asked = words.map((word) => ({ word, grams: gramsOf(word), length: word.length }))
  const { rows } = await sql<{ word: string; term: string; documents: number }>`
    select a.word, t.term, t.documents
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (word text, grams text[], length integer)
     cross join lateral (
           select term, documents from search_term t
            where t.grams && a.grams and t.documents > 0 and length(t.term) between a.length - 2 and a.length + 2
            order by cardinality(array(select unnest(t.grams) intersect select unnest(a.grams))) desc, t.documents desc
            limit 30) as t`.execute(ctx.db)
  return words.flatMap((word) => {
    const most = word.length < 8 ? 1 : 2
    const [best] = [
      ...rows.filter((row) => row.word === word),
      ...phrases.map((term) => ({ term, documents: 1 })),
    ]
      .map((row) => ({ ...row, far: distance(word, row.term, most) }))
      .filter((row) => row.far <= most)
      .sort((one, other) => one.far - other.far || other.documents - one.documents)
    return best ? [{ of: word, instead: best.term, documents: best.documents }] : []
  })
}
