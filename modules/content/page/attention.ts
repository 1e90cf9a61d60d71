/**
 * The attention that posts get (S0-42, T42). Impressions and shares are counted per day and not kept one by
 * one; a read is a fact besides. Pages report in batches, and nothing they say is believed beyond these bounds:
 * one viewer counts a post once in half an hour, one network address for at most eight viewers, an author
 * never counts himself, and only posts that the caller may see count at all.
 */

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { subscriber } from '#base/http/address.ts'
import type { Secrets } from '#base/secrets.ts'
import { dayOf } from '#base/time/calendar.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { askerOf } from '../access.ts'
import { postRead, postShared } from '../facts.ts'
import type { PostKind } from '../shapes.ts'
import type { AttentionInput } from './shapes.ts'

const windowMs = 30 * 60_000
/** People behind one address (a household, an office, a phone network) who count for one post in one window. */
const perAddress = 8
/** What one window remembers; beyond it nothing more counts. */
const mostRemembered = 2_000
/** Under three seconds nobody has read anything; beyond half an hour the page was left open. */
const readSeconds = { least: 3, most: 1_800 } as const

/** Where a report comes from. Members are known by their account, others by where they come from. */
export interface Viewer {
  readonly ip: string
  readonly userAgent: string
}

export interface AttentionParts {
  readonly audience: Audience
  readonly secrets: Secrets
}

interface Target {
  readonly id: Id
  readonly kind: PostKind
  readonly boardId: Id
  readonly groupId: Id
  readonly authorId: Id
  readonly commentCount: number
}

/** Counts what a page reports. Unknown, unseen and repeated things are left out without a word. */
export async function countAttention(
  ctx: Ctx,
  { audience, secrets }: AttentionParts,
  viewer: Viewer,
  said: AttentionInput,
): Promise<void> {
  const reads = new Map(
    said.reads.flatMap((read) => (read.seconds >= readSeconds.least ? [[read.postId, read] as const] : [])),
  )
  const asked = [...new Set([...said.shown, ...reads.keys(), ...said.shares.map(({ postId }) => postId)])]
  if (asked.length === 0) return
  const targets = await findTargets(ctx, audience, asked)
  if (targets.size === 0) return
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  const memberId = askerOf(ctx)
  const counts = (postId: Id) => targets.has(postId) && targets.get(postId)!.authorId !== memberId
  await transact(ctx, async (tx) => {
    const window = await openWindow(tx, viewersOf(ctx, secrets, viewer, zone))
    const shown = window.take('shown', [...new Set(said.shown)].filter(counts))
    const fresh = window.take('read', [...reads.keys()].filter(counts))
    const shared = window
      .take('shared', [
        ...new Set(
          said.shares.filter(({ postId }) => counts(postId)).map((one) => `${one.postId} ${one.way}`),
        ),
      ])
      .map((each) => each.split(' ') as [Id, string])
    await window.save()
    if (memberId)
      await remember(
        tx,
        memberId,
        [...reads.keys()].flatMap((id) => targets.get(id) ?? []),
        new Set(fresh),
      )
    await addToDays(
      tx,
      dayOf(ctx.now, zone),
      shown,
      fresh.map((id) => ({ id, depth: reads.get(id)!.depth })),
      shared.map(([id]) => id),
    )
    await addToPosts(
      tx,
      fresh,
      shared.map(([id]) => id),
    )
    for (const id of fresh) {
      const { seconds, depth } = reads.get(id)!
      await announce(
        tx,
        postRead,
        { ...factOf(targets.get(id)!), seconds: Math.min(seconds, readSeconds.most), depth },
        aboutOf(targets.get(id)!, memberId),
      )
    }
    for (const [id, way] of shared)
      await announce(
        tx,
        postShared,
        { ...factOf(targets.get(id)!), way },
        aboutOf(targets.get(id)!, memberId),
      )
  })
}

const factOf = ({ kind, boardId, authorId }: Target) => ({ kind, boardId, authorId })
const aboutOf = ({ id, groupId }: Target, memberId: Id | undefined) => ({
  memberId: memberId ?? null,
  groupId,
  object: { kind: 'post', id },
})

/** Published posts among these on boards that the caller may see. */
async function findTargets(
  ctx: Ctx,
  audience: Audience,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Target>> {
  const rows = await ctx.db
    .selectFrom('post')
    .select([
      'id',
      sql<PostKind>`kind`.as('kind'),
      'board_id as boardId',
      'group_id as groupId',
      'author_id as authorId',
      'comment_count as commentCount',
    ])
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .execute()
  if (rows.length === 0) return new Map()
  const boards = await findBoardStandings(ctx, audience, {
    boardIds: [...new Set(rows.map((row) => row.boardId))],
  })
  return new Map(rows.filter((row) => boards.has(row.boardId)).map((row) => [row.id, row]))
}

/** The hashes under which a caller is remembered: himself, and for strangers their address as well. */
function viewersOf(ctx: Ctx, secrets: Secrets, { ip, userAgent }: Viewer, zone: string) {
  const memberId = askerOf(ctx)
  const hash = (...parts: readonly string[]) =>
    createHmac('sha256', secrets.key('content attention'))
      .update([dayOf(ctx.now, zone), ...parts].join('\n'))
      .digest()
      .subarray(0, 16)
  return memberId
    ? { self: hash('member', memberId), address: undefined }
    : { self: hash('stranger', ip, userAgent.slice(0, 300)), address: hash('address', subscriber(ip)) }
}

type Remembered = 'shown' | 'read' | 'shared'
type Row = Record<Remembered, string[]>

/**
 * The window of now and the one before, locked in the order of their keys. `take` answers which of these
 * things were not counted in either and remembers them; `save` writes what was taken.
 */
async function openWindow(tx: Ctx, viewers: { self: Buffer; address: Buffer | undefined }) {
  const opened = new Date(Math.floor(tx.now.getTime() / windowMs) * windowMs)
  const keys = [viewers.self, ...(viewers.address ? [viewers.address] : [])].sort(Buffer.compare)
  await tx.db
    .insertInto('attention_window')
    .values(keys.map((viewer) => ({ viewer, opened_at: opened })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = await tx.db
    .selectFrom('attention_window')
    .select([
      'viewer',
      'opened_at',
      sql<string[]>`shown::text[]`.as('shown'),
      sql<string[]>`read::text[]`.as('read'),
      'shared',
    ])
    .where('viewer', 'in', keys)
    .where('opened_at', 'in', [opened, new Date(opened.getTime() - windowMs)])
    .orderBy('viewer')
    .orderBy('opened_at')
    .forUpdate()
    .execute()
  const rowOf = (viewer: Buffer): Row =>
    rows.find((row) => row.viewer.equals(viewer) && row.opened_at.getTime() === opened.getTime())!
  const own = rows.filter((row) => row.viewer.equals(viewers.self))
  const self = rowOf(viewers.self)
  const address = viewers.address && rowOf(viewers.address)
  return {
    take(what: Remembered, things: readonly string[]): string[] {
      const taken: string[] = []
      for (const thing of things) {
        if (own.some((row) => row[what].includes(thing)) || self[what].length >= mostRemembered) continue
        if (address) {
          if (address[what].length >= mostRemembered) continue
          if (address[what].filter((each) => each === thing).length >= perAddress) continue
          address[what].push(thing)
        }
        self[what].push(thing)
        taken.push(thing)
      }
      return taken
    },
    async save(): Promise<void> {
      for (const viewer of keys) {
        const { shown, read, shared } = rowOf(viewer)
        await tx.db
          .updateTable('attention_window')
          .set({
            shown: sql`${shown}::bigint[]`,
            read: sql`${read}::bigint[]`,
            shared,
          })
          .where('viewer', '=', viewer)
          .where('opened_at', '=', opened)
          .execute()
      }
    },
  }
}

/** What the member has read, up to which comment; the time is that of the last read that counted. */
async function remember(
  tx: Ctx,
  memberId: Id,
  posts: readonly Target[],
  fresh: ReadonlySet<Id>,
): Promise<void> {
  if (posts.length === 0) return
  const inOrder = [...posts].sort(byId)
  await sql`
    insert into post_read (member_id, post_id, read_at, comment_count)
    select ${memberId}::bigint, post_id, ${tx.now}::timestamptz, comment_count
      from unnest(${inOrder.map(({ id }) => id)}::bigint[], ${inOrder.map((each) => each.commentCount)}::int[])
           as read (post_id, comment_count)
    on conflict (member_id, post_id) do update
       set comment_count = excluded.comment_count,
           read_at = case when excluded.post_id = any(${[...fresh]}::bigint[]) then excluded.read_at
                          else post_read.read_at end`.execute(tx.db)
}

async function addToDays(
  tx: Ctx,
  day: string,
  shown: readonly Id[],
  reads: readonly { readonly id: Id; readonly depth: number }[],
  shared: readonly Id[],
): Promise<void> {
  const ids = [...new Set([...shown, ...reads.map(({ id }) => id), ...shared])].sort((a, b) => order(a, b))
  if (ids.length === 0) return
  const one = (list: readonly Id[]) => ids.map((id) => list.filter((each) => each === id).length)
  const depths = ids.map((id) => reads.find((read) => read.id === id)?.depth ?? 0)
  await sql`
    insert into post_day as d (post_id, day, impressions, reads, depth, shares)
    select id, ${day}::date, impressions, reads, depth, shares
      from unnest(${ids}::bigint[], ${one(shown)}::int[], ${one(reads.map(({ id }) => id))}::int[],
                  ${depths}::int[], ${one(shared)}::int[]) as seen (id, impressions, reads, depth, shares)
    on conflict (post_id, day) do update
       set impressions = d.impressions + excluded.impressions, reads = d.reads + excluded.reads,
           depth = d.depth + excluded.depth, shares = d.shares + excluded.shares`.execute(tx.db)
}

/** The counters that lists show. Rows are locked in the order of their ids, as everywhere. */
async function addToPosts(tx: Ctx, reads: readonly Id[], shared: readonly Id[]): Promise<void> {
  const ids = [...new Set([...reads, ...shared])]
  if (ids.length === 0) return
  await tx.db.selectFrom('post').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute()
  await sql`
    update post set
      read_count = read_count + (id = any(${[...reads]}::bigint[]))::int,
      share_count = share_count + (select count(*) from unnest(${[...shared]}::bigint[]) as s (id) where s.id = post.id)
     where id = any(${ids}::bigint[])`.execute(tx.db)
}

const order = (a: Id, b: Id): number => (BigInt(a) < BigInt(b) ? -1 : 1)
const byId = (a: Target, b: Target): number => order(a.id, b.id)

/** Forgets windows that can no longer matter; answers how many. */
export async function forgetWindows(ctx: Ctx): Promise<number> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('attention_window')
    .where('opened_at', '<', new Date(ctx.now.getTime() - 4 * windowMs))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
