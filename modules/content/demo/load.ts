/**
 * Words for a simulated community: everything its members are said to have posted, answered, liked and read
 * becomes a row of theirs at that moment, and the log says of which. In one transaction; again finds it done.
 */
import type pg from 'pg'
import type { Id } from '#base/access/actor.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import type { PostKind } from '../shapes.ts'
import { corpus } from './corpus.ts'
import { recount, settleAttention, settleTopics } from './numbers.sql.ts'
import {
  type Given,
  type PlannedBoard,
  type PlannedComment,
  type PlannedPost,
  planContent,
  type SimEvent,
  type Standing,
} from './plan.ts'
import { type Pictures, tellPlan, writePlan } from './write.ts'

export interface DemoContent {
  readonly posts: number
  readonly comments: number
  readonly reactions: number
  readonly reads: number
  /** False when it was there before. */
  readonly fresh: boolean
}

export interface DemoRequest {
  /** Members of the named world by key. */
  readonly people: ReadonlyMap<string, Id>
  readonly pictures: Pictures
  readonly now: Date
  /** Without anything that the talk concentrates on. */
  readonly even?: boolean
}

const demoLock = 7_105_881
const names = ['post.published', 'comment.posted', 'reaction.given', 'post.read']

/** Takes a connection of its own. The warehouse has the bare events then: the caller lets it begin again. */
export async function loadDemoContent(pool: pg.Pool, request: DemoRequest): Promise<DemoContent> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [demoLock])
    const { rows } = await client.query(`select 1 from post where source like 'seed:%' limit 1`)
    const content = rows.length > 0 ? await countContent(client) : await load(client, request)
    await client.query('commit')
    if (content.fresh) {
      wakeFollowers()
      await pool.query('analyze post, post_body, comment, reaction, post_read, follow, topic, post_topic')
    }
    return content
  } catch (error) {
    broken = error as Error
    await client.query('rollback').then(
      () => {
        broken = undefined
      },
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

async function countContent(client: pg.PoolClient): Promise<DemoContent> {
  const { rows } = await client.query<Record<string, string>>(
    `select (select count(*) from post where source like 'seed:%') as posts,
            (select count(*) from comment where source like 'seed:%') as comments,
            (select count(*) from reaction) as reactions, (select count(*) from post_read) as reads`,
  )
  const { posts, comments, reactions, reads } = rows[0]!
  return {
    posts: Number(posts),
    comments: Number(comments),
    reactions: Number(reactions),
    reads: Number(reads),
    fresh: false,
  }
}

async function load(client: pg.PoolClient, request: DemoRequest): Promise<DemoContent> {
  const given = await readGiven(client, request)
  const plan = planContent(given)
  const told = new Set<SimEvent>([
    ...plan.posts.map((post) => post.event!),
    ...plan.comments.flatMap((comment) => comment.event ?? []),
    ...plan.reactions.map((reaction) => reaction.event),
    ...plan.reads.map((read) => read.event),
  ])
  await writePlan(client, plan, request.pictures)
  await client.query(
    `update post p set accepted_comment_id = c.id
       from unnest($1::bigint[], $2::bigint[]) as c (post_id, id) where p.id = c.post_id`,
    [
      plan.comments.filter((comment) => comment.accepted).map((comment) => comment.post.id),
      plan.comments.filter((comment) => comment.accepted).map((comment) => comment.id),
    ],
  )
  await makePolls(client, plan.posts)
  const topics = await settleTopics(client)
  await retell(client, [...told], () => tellPlan(client, plan, topics))
  await settleAttention(client, request.now)
  for (const statement of recount) await client.query(statement)
  return {
    posts: plan.posts.length,
    comments: plan.comments.length,
    reactions: plan.reactions.length,
    reads: plan.reads.length,
    fresh: true,
  }
}

/** The bare events go and come again with what they are about; those that are about nothing stay as they were. */
async function retell(
  client: pg.PoolClient,
  told: readonly SimEvent[],
  tell: () => Promise<void>,
): Promise<void> {
  await client.query(`set local juluo.log_rewrite = 'seed'`)
  await client.query(
    `delete from event_log e using unnest($1::bigint[]) as gone (seq)
      where e.source = 'seed' and e.seq = gone.seq and e.name = any($2)`,
    [told.map((event) => event.seq), names],
  )
  await client.query(`set local juluo.log_rewrite = ''`)
  await tell()
}

async function makePolls(client: pg.PoolClient, posts: readonly PlannedPost[]): Promise<void> {
  for (const post of posts.filter((each) => each.corpus && each.corpus.poll.length > 0)) {
    await client.query(`insert into poll (post_id) values ($1)`, [post.id])
    await client.query(
      `insert into poll_option (post_id, position, label)
       select $1, place - 1, label from unnest($2::text[]) with ordinality as o (label, place)`,
      [post.id, post.corpus!.poll],
    )
  }
}

async function readGiven(client: pg.PoolClient, { people, now, even = false }: DemoRequest): Promise<Given> {
  const events = await client.query<Omit<SimEvent, 'at'> & { at: string }>(
    `select seq, name, extract(epoch from occurred_at) * 1000 as at, member_id as "memberId",
            session_id as "sessionId", context::text as context
       from event_log where source = 'seed' and name = any($1) and object_id is null and member_id is not null
      order by occurred_at, seq`,
    [names],
  )
  const boards = await client.query<PlannedBoard>(
    `select b.id, b.group_id as "groupId", g.slug || '/' || b.name as key,
            g.visibility <> 'private' and exists (
              select from board_grant x where x.board_id = b.id and x.action = 'see' and x.who = 'anyone') as open
       from board b join community_group g on g.id = b.group_id where b.archived_at is null`,
  )
  const standings = new Map<Id, Standing[]>()
  const stays = await client.query<{ memberId: Id; groupId: Id; joinedAt: Date }>(
    `select member_id as "memberId", group_id as "groupId", joined_at as "joinedAt" from group_membership`,
  )
  for (const { memberId, groupId, joinedAt } of stays.rows) {
    const list = standings.get(memberId) ?? []
    list.push({ groupId, joinedAt: joinedAt.getTime() })
    standings.set(memberId, list)
  }
  const nextOf = async (table: string, count: number) => {
    const { rows } = await client.query<{ last: string }>(
      `select setval(pg_get_serial_sequence($1, 'id'), nextval(pg_get_serial_sequence($1, 'id')) + $2) as last`,
      [table, count],
    )
    let next = BigInt(rows[0]!.last) - BigInt(count)
    return () => String(next++)
  }
  const counted = (name: string) => events.rows.filter((event) => event.name === name).length
  const said = corpus.reduce(
    (sum, post) => sum + post.comments.reduce((more, each) => more + 1 + each.replies.length, 0),
    0,
  )
  return {
    events: events.rows.map((event) => ({ ...event, at: Number(event.at) })),
    boards: boards.rows,
    standings,
    people,
    corpus,
    there: await readThere(client, new Map(boards.rows.map((board) => [board.id, board]))),
    now: now.getTime(),
    even,
    nextPostId: await nextOf('post', counted('post.published')),
    nextCommentId: await nextOf('comment', counted('comment.posted') + said),
  }
}

/** What the named world posted of the corpus by itself. */
async function readThere(
  client: pg.PoolClient,
  boards: ReadonlyMap<Id, PlannedBoard>,
): Promise<PlannedPost[]> {
  const { rows } = await client.query<{
    id: Id
    boardId: Id
    authorId: Id
    kind: PostKind
    title: string
    at: Date
    source: string
  }>(
    `select id, board_id as "boardId", author_id as "authorId", kind, title, published_at as at, source
       from post where source like 'corpus:%' and state = 'published' order by published_at`,
  )
  const posts = rows.map(
    (row): PlannedPost => ({
      ...row,
      board: boards.get(row.boardId)!,
      lines: [],
      at: row.at.getTime(),
      event: undefined,
      corpus: corpus.find((post) => `corpus:${post.key}` === row.source),
      comments: [],
    }),
  )
  const of = new Map(posts.map((post) => [post.id, post]))
  const comments = await client.query<{
    id: Id
    postId: Id
    rootId: Id | null
    authorId: Id
    text: string
    at: Date
    source: string
    accepted: boolean
  }>(
    `select c.id, c.post_id as "postId", c.root_id as "rootId", c.author_id as "authorId", c.plain as text,
            c.created_at as at, c.source, p.accepted_comment_id is not distinct from c.id as accepted
       from comment c join post p on p.id = c.post_id
      where c.post_id = any($1) and c.state = 'published' order by c.created_at, c.id`,
    [posts.map((post) => post.id)],
  )
  const known = new Map<Id, PlannedComment>()
  for (const row of comments.rows) {
    const post = of.get(row.postId)!
    const parent = row.rootId ? known.get(row.rootId) : undefined
    const comment = { ...row, post, parent, at: row.at.getTime(), event: undefined, there: true }
    known.set(row.id, comment)
    post.comments.push(comment)
  }
  return posts
}
