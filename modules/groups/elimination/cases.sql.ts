/** Reads of cases and appeals. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Badge } from '../groups/present.ts'
import type { Person } from '../memberships/memberships.sql.ts'
import type { Reason } from './running.ts'

export const caseStates = [
  'warned',
  'due',
  'recovered',
  'spared',
  'removed',
  'returned',
  'withdrawn',
] as const
export type CaseState = (typeof caseStates)[number]
export const returnWays = ['condition', 'task', 'appeal', 'operator', 'joined'] as const

export interface Case extends Person {
  readonly id: Id
  readonly groupId: Id
  readonly state: CaseState
  readonly reasons: readonly Reason[]
  readonly warnedAt: Date
  readonly graceUntil: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly decision: string
  readonly returnedAt: Date | null
  readonly returnedHow: (typeof returnWays)[number] | null
  readonly joinedAt: Date | null
  readonly lastSeenAt: Date | null
}

/** An account by its name, anything else as the log calls it. */
const nameOf = (column: string) =>
  sql<
    string | null
  >`coalesce((select name from account where 'account:' || account.id = ${sql.ref(column)}), ${sql.ref(column)})`

const cases = (ctx: Ctx) =>
  ctx.db
    .selectFrom('elimination_case as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .select([
      'c.id',
      'c.group_id as groupId',
      'c.member_id as memberId',
      'm.token',
      'm.nickname',
      'face.token as avatarToken',
      'm.city',
      sql<CaseState>`c.state`.as('state'),
      sql<Reason[]>`c.reasons`.as('reasons'),
      'c.warned_at as warnedAt',
      'c.grace_until as graceUntil',
      'c.decided_at as decidedAt',
      nameOf('c.decided_by').as('decidedBy'),
      'c.decision',
      'c.returned_at as returnedAt',
      sql<Case['returnedHow']>`c.returned_how`.as('returnedHow'),
      sql<Date | null>`(select max(joined_at) from group_membership s
        where s.group_id = c.group_id and s.member_id = c.member_id)`.as('joinedAt'),
      'm.last_seen_at as lastSeenAt',
    ])

export interface CaseFilter {
  readonly groupId: Id
  readonly state?: CaseState | undefined
}

/** Newest warning first. */
export async function findCases(
  ctx: Ctx,
  { groupId, state }: CaseFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Case[]; next: Place | null }> {
  let query = cases(ctx)
    .select(sql<string>`c.warned_at::text`.as('place'))
    .where('c.group_id', '=', groupId)
    .orderBy('c.warned_at', 'desc')
    .orderBy('c.id', 'desc')
  if (state) query = query.where('c.state', '=', state)
  if (after)
    query = query.where(
      sql<boolean>`(c.warned_at, c.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

export async function findCase(ctx: Ctx, id: Id): Promise<Case | undefined> {
  return await cases(ctx).where('c.id', '=', id).executeTakeFirst()
}

/** How many cases of a group are in each state. */
export async function countCases(ctx: Ctx, groupId: Id): Promise<Record<CaseState, number>> {
  const rows = await ctx.db
    .selectFrom('elimination_case')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('group_id', '=', groupId)
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map((row) => [row.state, row.count]))
  return Object.fromEntries(caseStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
    CaseState,
    number
  >
}

export interface Appeal extends Person {
  readonly id: Id
  readonly caseId: Id
  readonly kind: 'appeal' | 'task'
  readonly words: string
  readonly askedAt: Date
  /** Closed: its case ended before anybody answered. */
  readonly state: 'open' | 'granted' | 'refused' | 'closed'
  readonly answer: string
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly group: Badge
  readonly caseState: CaseState
  readonly reasons: readonly Reason[]
}

/** Open appeals oldest first, answered ones newest first. */
export async function findAppeals(
  ctx: Ctx,
  { groupId, state }: { groupId?: Id | undefined; state: 'open' | 'answered' },
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Appeal[]; next: Place | null }> {
  const column = sql.ref(state === 'open' ? 'a.asked_at' : 'a.answered_at')
  const direction = state === 'open' ? 'asc' : 'desc'
  let query = ctx.db
    .selectFrom('elimination_appeal as a')
    .innerJoin('elimination_case as c', 'c.id', 'a.case_id')
    .innerJoin('community_group as g', 'g.id', 'c.group_id')
    .leftJoin('file as picture', 'picture.id', 'g.picture_file_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .select([
      'a.id',
      'a.case_id as caseId',
      sql<Appeal['kind']>`a.kind`.as('kind'),
      'a.words',
      'a.asked_at as askedAt',
      sql<Appeal['state']>`a.state`.as('state'),
      'a.answer',
      'a.answered_at as answeredAt',
      nameOf('a.answered_by').as('answeredBy'),
      sql<Badge>`json_build_object('id', g.id::text, 'slug', g.slug, 'name', g.name, 'glyph', g.glyph, 'colour', g.colour,
        'pictureToken', picture.token)`.as('group'),
      sql<CaseState>`c.state`.as('caseState'),
      sql<Reason[]>`c.reasons`.as('reasons'),
      'm.id as memberId',
      'm.token',
      'm.nickname',
      'face.token as avatarToken',
      'm.city',
      sql<string>`${column}::text`.as('place'),
    ])
    .where('a.state', state === 'open' ? '=' : '<>', 'open')
    .orderBy(column, direction)
    .orderBy('a.id', direction)
  if (groupId) query = query.where('c.group_id', '=', groupId)
  if (after)
    query = query.where(
      state === 'open'
        ? sql<boolean>`(${column}, a.id) > (${after.value}::timestamptz, ${after.id}::bigint)`
        : sql<boolean>`(${column}, a.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}
