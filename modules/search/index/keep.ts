/** Keeps the index: reads things as they are now, writes their words, and counts in how many things each word is. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Searchable, SearchSource } from '#base/declarations/searchable.ts'
import { soundOf } from '#base/search/pinyin.ts'
import { isHan } from '#base/search/words.ts'
import { asVector, cutThing, sounds, typed } from './lexemes.ts'

/** Things written in one statement. */
const piece = 200

interface Row {
  readonly ref_id: Id
  readonly kind: string
  readonly group_id: Id | null
  readonly board_id: Id | null
  readonly author_id: Id | null
  readonly topic_ids: readonly Id[]
  readonly solved: boolean | null
  readonly at: string
  readonly quality: number
  readonly prior: number
  readonly title: string
  readonly words: string
}

const dayMs = 86_400_000

/** Half a year newer is worth as much as being liked by everybody. */
const priorOf = ({ at, quality }: Searchable): number => at.getTime() / dayMs / 90 + 2 * quality

/**
 * Brings these things of a source up to date in the index; what the source leaves out is taken from it.
 * May be repeated at any time. Writers wait for each other: they count the same words.
 */
export async function refresh(ctx: Ctx, source: SearchSource, ids: readonly Id[]): Promise<void> {
  const wanted = [...new Set(ids)]
  for (let from = 0; from < wanted.length; from += piece) {
    const some = wanted.slice(from, from + piece)
    await transact(ctx, async (tx) => {
      // Before reading: who waits here then reads what the one before him could not see yet.
      await sql`select pg_advisory_xact_lock(hashtext('search_document'))`.execute(tx.db)
      await write(tx, source, some, await source.read(tx, some))
    })
  }
}

async function write(
  tx: Ctx,
  source: SearchSource,
  ids: readonly Id[],
  things: ReadonlyMap<Id, Searchable>,
): Promise<void> {
  const rows: Row[] = []
  const counts = new Map<string, number>()
  const count = (lexeme: string, by: number) => counts.set(lexeme, (counts.get(lexeme) ?? 0) + by)
  for (const [id, thing] of things) {
    const { lexemes, title } = cutThing(thing, source.named ?? false)
    for (const lexeme of lexemes.keys()) count(lexeme, 1)
    // Under the empty word: how many things there are at all.
    count('', 1)
    rows.push({
      ref_id: id,
      kind: thing.kind,
      group_id: thing.groupId ?? null,
      board_id: thing.boardId ?? null,
      author_id: thing.authorId ?? null,
      topic_ids: thing.topicIds ?? [],
      solved: thing.solved ?? null,
      at: thing.at.toISOString(),
      quality: Math.min(1, Math.max(0, thing.quality)),
      prior: priorOf(thing),
      title,
      words: asVector(lexemes),
    })
  }
  const before = await sql<{ lexemes: string[] }>`
    select tsvector_to_array(words) as lexemes from search_document
     where source = ${source.name} and ref_id = any(${ids}::bigint[])`.execute(tx.db)
  for (const { lexemes } of before.rows) for (const lexeme of [...lexemes, '']) count(lexeme, -1)

  const gone = ids.filter((id) => !things.has(id))
  if (gone.length > 0)
    await sql`delete from search_document where source = ${source.name} and ref_id = any(${gone}::bigint[])`.execute(
      tx.db,
    )
  if (rows.length > 0)
    await sql`
      insert into search_document as d
             (source, ref_id, kind, group_id, board_id, author_id, topic_ids, solved, at, quality, prior, title, words)
      select ${source.name}, r.ref_id, r.kind, r.group_id, r.board_id, r.author_id, r.topic_ids, r.solved, r.at,
             r.quality, r.prior, r.title, r.words::tsvector
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (ref_id bigint, kind text, group_id bigint,
             board_id bigint, author_id bigint, topic_ids bigint[], solved boolean, at timestamptz, quality real,
             prior real, title text, words text)
       order by r.ref_id
      on conflict (source, ref_id) do update set kind = excluded.kind, group_id = excluded.group_id,
             board_id = excluded.board_id, author_id = excluded.author_id, topic_ids = excluded.topic_ids,
             solved = excluded.solved, at = excluded.at, quality = excluded.quality, prior = excluded.prior,
             title = excluded.title, words = excluded.words
       where (d.kind, d.group_id, d.board_id, d.author_id, d.topic_ids, d.solved, d.at, d.quality, d.title, d.words)
             is distinct from (excluded.kind, excluded.group_id, excluded.board_id, excluded.author_id,
             excluded.topic_ids, excluded.solved, excluded.at, excluded.quality, excluded.title, excluded.words)`.execute(
      tx.db,
    )
  await countTerms(tx, counts)
}

/** Words whose number changed. */
async function countTerms(tx: Ctx, counts: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...counts]
    .filter(([, by]) => by !== 0)
    .map(([term, by]) => ({ term, by, ...shapeOf(term) }))
  if (changed.length === 0) return
  // Two statements, because a new row has no number yet to add to.
  await sql`
    insert into search_term (term, documents, sound, grams)
    select c.term, 0, c.sound, c.grams
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (term text, sound text, grams text[])
    on conflict (term) do nothing`.execute(tx.db)
  await sql`
    update search_term t set documents = greatest(t.documents + c."by", 0)
      from jsonb_to_recordset(${JSON.stringify(changed.map(({ term, by }) => ({ term, by })))}::jsonb)
           as c (term text, "by" integer)
     where t.term = c.term`.execute(tx.db)
  // A word that nobody says any more may have been somebody's name.
  const gone = changed.filter(({ by }) => by < 0).map(({ term }) => term)
  if (gone.length > 0)
    await sql`delete from search_term where documents = 0 and term = any(${gone}::text[])`.execute(tx.db)
}

/** What a term is compared by when nothing is found: its sound, or its letters. */
function shapeOf(term: string): { readonly sound?: string; readonly grams?: readonly string[] } {
  if (term === '' || term.startsWith(typed) || term.startsWith(sounds)) return {}
  if (isHan(term)) return term.length <= 8 ? { sound: soundOf(term) } : {}
  return /^[a-z]{4,24}$/.test(term) ? { grams: gramsOf(term) } : {}
}

/** Pairs of neighbouring letters, with the edges. */
export const gramsOf = (latin: string): string[] => {
  const edged = `^${latin}$`
  return [...new Set(Array.from({ length: edged.length - 1 }, (_, at) => edged.slice(at, at + 2)))]
}
