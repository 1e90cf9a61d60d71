/** Looking after topics: their names, what they are about, hiding them, and making one of two. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { fold } from '#base/search/fold.ts'
import { audit } from '#modules/identity/api.ts'
import { contentArranged } from '../facts.ts'
import { postProblems } from './problems.ts'

export interface Topic {
  readonly id: Id
  readonly name: string
  readonly summary: string
  readonly posts: number
  readonly followers: number
  readonly hiddenAt: Date | null
  /** Name of the topic that this one became. */
  readonly mergedInto: string | null
  readonly createdAt: Date
}

const topics = sql`
  select t.id, t.name, t.summary, t.post_count as posts, t.follower_count as followers, t.hidden_at as "hiddenAt",
         i.name as "mergedInto", t.created_at as "createdAt"
    from topic t left join topic i on i.id = t.merged_into`

export type TopicState = 'shown' | 'hidden' | 'merged'

/** The most used first. */
export async function findManagedTopics(
  ctx: Ctx,
  {
    q = '',
    state = 'shown',
    id,
  }: {
    readonly q?: string | undefined
    readonly state?: TopicState | undefined
    /** This one only, whatever its state. */
    readonly id?: Id | undefined
  },
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: readonly Topic[]; next: Place | null }> {
  const isIn = id
    ? sql`t.id = ${id}::bigint`
    : {
        shown: sql`t.merged_into is null and t.hidden_at is null`,
        hidden: sql`t.merged_into is null and t.hidden_at is not null`,
        merged: sql`t.merged_into is not null`,
      }[state]
  const like = `%${fold(q).replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Topic>`
    ${topics} where ${isIn} and (${q} = '' or t.folded like ${like})
       and (${after?.value ?? null}::int is null
            or (t.post_count, -t.id) < (${after?.value ?? null}::int, -${after?.id ?? null}::bigint))
     order by t.post_count desc, t.id limit ${limit + 1}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: String(last.posts), id: last.id } : null,
  }
}

export interface TopicChange {
  readonly name?: string | undefined
  readonly summary?: string | undefined
  readonly hidden?: boolean | undefined
}

/** Throws `topic_not_found`, `topic_taken`, `topic_unfit`. */
export async function changeTopic(ctx: Ctx, id: Id, change: TopicChange): Promise<Topic> {
  return await transact(ctx, async (tx) => {
    const before = await lockTopics(tx, [id])
    if (before.length === 0) throw postProblems.topicNotFound()
    const folded = change.name === undefined ? undefined : foldName(change.name)
    if (folded !== undefined) {
      const twin = await tx.db
        .selectFrom('topic')
        .select(['id', 'merged_into'])
        .where('folded', '=', folded)
        .where('id', '<>', id)
        .executeTakeFirst()
      // A name that leads here already may become the name itself.
      if (twin && twin.merged_into !== id) throw postProblems.topicTaken()
      if (twin) await tx.db.deleteFrom('topic').where('id', '=', twin.id).execute()
    }
    await tx.db
      .updateTable('topic')
      .set({
        ...(change.name === undefined ? {} : { name: change.name, folded: folded! }),
        ...(change.summary === undefined ? {} : { summary: change.summary }),
        ...(change.hidden === undefined ? {} : { hidden_at: change.hidden ? tx.now : null }),
      })
      .where('id', '=', id)
      .execute()
    // Hashtags in what was written before keep the old name and go on leading here.
    if (folded !== undefined && folded !== before[0]!.folded)
      await tx.db
        .insertInto('topic')
        .values({ name: before[0]!.name, folded: before[0]!.folded, merged_into: id, created_at: tx.now })
        .execute()
    await tell(tx, id, 'changed', { ...change })
    return await getTopic(tx, id)
  })
}

/**
 * Makes one topic of two: posts and followers go over, and hashtags of the old name lead to the other from now
 * on. Throws `topic_not_found` also for one that was merged already.
 */
export async function mergeTopics(ctx: Ctx, fromId: Id, intoId: Id): Promise<Topic> {
  return await transact(ctx, async (tx) => {
    const locked = await lockTopics(tx, [fromId, intoId])
    if (fromId === intoId || locked.length < 2 || locked.some((topic) => topic.mergedInto !== null))
      throw postProblems.topicNotFound()
    await sql`
      insert into post_topic (post_id, topic_id)
      select post_id, ${intoId}::bigint from post_topic where topic_id = ${fromId}::bigint
      on conflict do nothing`.execute(tx.db)
    await sql`delete from post_topic where topic_id = ${fromId}::bigint`.execute(tx.db)
    await sql`
      insert into follow (member_id, topic_id, by_itself, muted_at, created_at)
      select member_id, ${intoId}::bigint, by_itself, muted_at, created_at from follow
       where topic_id = ${fromId}::bigint on conflict do nothing`.execute(tx.db)
    await sql`delete from follow where topic_id = ${fromId}::bigint`.execute(tx.db)
    await sql`
      update topic set merged_into = ${intoId}::bigint, post_count = 0, follower_count = 0
       where id = ${fromId}::bigint or merged_into = ${fromId}::bigint`.execute(tx.db)
    await sql`
      update topic set
        post_count = (select count(*) from post_topic l join post p on p.id = l.post_id
                       where l.topic_id = topic.id and p.state = 'published'),
        follower_count = (select count(*) from follow f where f.topic_id = topic.id and f.muted_at is null)
       where id = ${intoId}::bigint`.execute(tx.db)
    await tell(tx, fromId, 'merged', { into: intoId })
    return await getTopic(tx, intoId)
  })
}

interface LockedTopic {
  readonly name: string
  readonly folded: string
  readonly mergedInto: Id | null
}

async function lockTopics(tx: Ctx, ids: readonly Id[]): Promise<readonly LockedTopic[]> {
  return await tx.db
    .selectFrom('topic')
    .select(['name', 'folded', 'merged_into as mergedInto'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function getTopic(ctx: Ctx, id: Id): Promise<Topic> {
  const { rows } = await sql<Topic>`${topics} where t.id = ${id}::bigint`.execute(ctx.db)
  if (!rows[0]) throw postProblems.topicNotFound()
  return rows[0]
}

/** As hashtags are written; throws `topic_unfit`. */
function foldName(name: string): string {
  if (!/^[\p{L}\p{N}\p{M}_-]{1,40}$/u.test(name)) throw postProblems.topicUnfit()
  return fold(name)
}

async function tell(tx: Ctx, id: Id, how: string, detail: Record<string, unknown>): Promise<void> {
  await announce(tx, contentArranged, { part: 'topics' }, { object: { kind: 'topic', id } })
  await audit(tx, `content.topic_${how}`, { kind: 'topic', id }, detail)
}
