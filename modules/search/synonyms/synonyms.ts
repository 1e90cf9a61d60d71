/** Words that people use for the same thing: whoever seeks one finds the others as well. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { fold } from '#base/search/fold.ts'
import { audit } from '#modules/identity/api.ts'
import { synonymsChanged } from '../facts.ts'
import { searchProblems } from '../problems.ts'

export interface Synonyms {
  readonly id: Id
  readonly words: readonly string[]
  readonly changedAt: Date
}

/** All of them; a community has some dozens. */
export async function findSynonyms(ctx: Ctx): Promise<Synonyms[]> {
  const { rows } = await sql<Synonyms>`
    select id, words, coalesce(changed_at, created_at) as "changedAt" from search_synonym
     order by coalesce(changed_at, created_at) desc, id desc limit 1000`.execute(ctx.db)
  return rows
}

/** Adds a group, or with an id changes it. Throws `synonym_too_few`, `synonym_taken`, `synonym_not_found`. */
export async function saveSynonyms(
  ctx: Ctx,
  id: Id | undefined,
  words: readonly string[],
): Promise<Synonyms> {
  const byFolded = new Map(words.map((word) => [fold(word), word.trim()] as const))
  byFolded.delete('')
  if (byFolded.size < 2) throw searchProblems.synonymTooFew()
  const folded = [...byFolded.keys()]
  const kept = [...byFolded.values()]
  return await transact(ctx, async (tx) => {
    // Two who save at once must not both take a word.
    await sql`lock table search_synonym in share row exclusive mode`.execute(tx.db)
    const taken = await sql<{ folded: string[] }>`
      select folded from search_synonym where folded && ${folded}::text[] and id is distinct from ${id ?? null}::bigint
       limit 1`.execute(tx.db)
    const word = taken.rows[0]?.folded.find((each) => byFolded.has(each))
    if (word) throw searchProblems.synonymTaken({ values: { word: byFolded.get(word)! } })
    const by = describeActor(ctx.actor)
    const { rows } = await (id === undefined
      ? sql<Synonyms>`
          insert into search_synonym (words, folded, created_at, created_by)
          values (${kept}::text[], ${folded}::text[], ${ctx.now}, ${by})
          returning id, words, created_at as "changedAt"`
      : sql<Synonyms>`
          update search_synonym set words = ${kept}::text[], folded = ${folded}::text[], changed_at = ${ctx.now}, changed_by = ${by}
           where id = ${id}::bigint returning id, words, changed_at as "changedAt"`
    ).execute(tx.db)
    const saved = rows[0]
    if (!saved) throw searchProblems.synonymNotFound()
    await audit(tx, 'search.synonyms_saved', { kind: 'search_synonym', id: saved.id }, { words: kept })
    await announce(tx, synonymsChanged, {
      synonymId: saved.id,
      change: id === undefined ? 'added' : 'changed',
    })
    return saved
  })
}

/** Throws `synonym_not_found`. */
export async function removeSynonyms(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('search_synonym')
      .where('id', '=', id)
      .returning('words')
      .executeTakeFirst()
    if (!gone) throw searchProblems.synonymNotFound()
    await audit(tx, 'search.synonyms_removed', { kind: 'search_synonym', id }, { words: gone.words })
    await announce(tx, synonymsChanged, { synonymId: id, change: 'removed' })
  })
}
