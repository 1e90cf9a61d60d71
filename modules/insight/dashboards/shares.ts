/**
 * Links that show the figures of a dashboard to people without an account. Whoever has the link sees them; here only
 * its print is kept. A link ends when it is taken back, when its time is over, when the dashboard is archived, and
 * when who made it works here no more, may share no more, or sees the dashboard no more.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit, findOperatorReaders } from '#modules/identity/api.ts'
import { dashboardChanged } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import {
  accessDashboard,
  canChangeDashboard,
  type Dashboard,
  findDashboard,
  nameOfActor,
} from './dashboards.ts'

/** At once, to one dashboard. */
export const mostShares = 20

export interface Share {
  readonly id: Id
  readonly note: string
  readonly expiresAt: Date | null
  readonly createdAt: Date
  readonly by: string | null
  readonly revokedAt: Date | null
  readonly revokedBy: string | null
  readonly seenAt: Date | null
}

/** 256 bits: nobody finds one by trying. */
const newToken = () => randomBytes(32).toString('base64url')
const printOf = (token: string) => createHash('sha256').update(token).digest('hex')

export const canShare = (ctx: Ctx, dashboard: Dashboard): boolean =>
  ctx.actor.kind !== 'apiKey' && canChangeDashboard(ctx, dashboard) && dashboard.archivedAt === null

/** Those not taken back, then the others, the latest first. Throws `dashboard_not_found`, `forbidden`. */
export async function findShares(ctx: Ctx, dashboardId: Id): Promise<Share[]> {
  await changeable(ctx, dashboardId)
  return await ctx.db
    .selectFrom('dashboard_share')
    .select([
      'id',
      'note',
      'expires_at as expiresAt',
      'created_at as createdAt',
      nameOfActor(sql`created_by`).as('by'),
      'revoked_at as revokedAt',
      nameOfActor(sql`revoked_by`).as('revokedBy'),
      'seen_at as seenAt',
    ])
    .where('dashboard_id', '=', dashboardId)
    // Those that are open come first: no number of old ones hides one that can be taken back.
    .orderBy(sql`revoked_at is not null`)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/**
 * The link's token is answered once, now. Throws `dashboard_not_found`, `forbidden` (also for a program: its links would
 * outlive its key), `too_many_shares`.
 */
export async function shareDashboard(
  ctx: Ctx,
  dashboardId: Id,
  { note, expiresAt }: { readonly note: string; readonly expiresAt: Date | null },
): Promise<{ readonly id: Id; readonly token: string }> {
  if (ctx.actor.kind === 'apiKey') throw problems.forbidden()
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('dashboard').select('id').where('id', '=', dashboardId).forUpdate().execute()
    const dashboard = await changeable(tx, dashboardId)
    if (dashboard.archivedAt) throw insightProblems.dashboardIsArchived()
    if (dashboard.links >= mostShares) throw insightProblems.tooManyShares({ values: { most: mostShares } })
    const token = newToken()
    const { id } = await tx.db
      .insertInto('dashboard_share')
      .values({
        dashboard_id: dashboardId,
        token_hash: printOf(token),
        note,
        expires_at: expiresAt,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(
      tx,
      dashboardChanged,
      { how: 'shared' },
      { object: { kind: 'dashboard', id: dashboardId } },
    )
    await audit(
      tx,
      'dashboard.link_made',
      { kind: 'dashboard', id: dashboardId },
      { share: id, name: dashboard.name, note, expiresAt: expiresAt?.toISOString() ?? null },
    )
    return { id, token }
  })
}

/** From now on nobody sees anything by it. Throws `dashboard_not_found`, `forbidden`, `not_found`. */
export async function revokeShare(ctx: Ctx, dashboardId: Id, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { name } = await changeable(tx, dashboardId)
    const row = await tx.db
      .updateTable('dashboard_share')
      .set({ revoked_at: tx.now, revoked_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .where('dashboard_id', '=', dashboardId)
      .where('revoked_at', 'is', null)
      .returning('note')
      .executeTakeFirst()
    if (!row) throw problems.notFound()
    await announce(
      tx,
      dashboardChanged,
      { how: 'revoked' },
      { object: { kind: 'dashboard', id: dashboardId } },
    )
    await audit(
      tx,
      'dashboard.link_revoked',
      { kind: 'dashboard', id: dashboardId },
      { share: id, name, note: row.note },
    )
  })
}

async function changeable(ctx: Ctx, dashboardId: Id): Promise<Dashboard> {
  const dashboard = await accessDashboard(ctx, dashboardId)
  if (!may(ctx.actor, 'insight.edit') || !canChangeDashboard(ctx, dashboard)) throw problems.forbidden()
  return dashboard
}

/** How often it is written down that a link was seen. */
const seenEverySeconds = 60

interface Opened {
  readonly dashboard: Dashboard
  /** In whose eyes it is shown. */
  readonly maker: Actor
}

/**
 * What a token opens, in the eyes of who made the link: nobody shows strangers what he may not see himself, today as on
 * the day he made it. Throws `share_not_found`: the same for one that never was, is over or was taken back. Links that
 * no account made (the demo) end with the dashboard.
 */
export async function openShare(
  ctx: Ctx,
  parts: Pick<InsightParts, 'declared'>,
  token: string,
): Promise<Opened> {
  const row = await ctx.db
    .selectFrom('dashboard_share')
    .select(['id', 'seen_at', 'dashboard_id as dashboardId', 'created_by as createdBy'])
    .where('token_hash', '=', printOf(token))
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', ctx.now)]))
    .executeTakeFirst()
  const maker = row && (await findMaker(ctx, parts, row.createdBy))
  const dashboard = maker && (await findDashboard(ctx, row.dashboardId))
  if (!dashboard || dashboard.archivedAt || !canStillShow({ ...ctx, actor: maker }, dashboard))
    throw insightProblems.shareNotFound()
  const since = new Date(ctx.now.getTime() - seenEverySeconds * 1_000)
  if (!row.seen_at || row.seen_at < since)
    await ctx.db
      .updateTable('dashboard_share')
      .set({ seen_at: ctx.now })
      .where('id', '=', row.id)
      .where((where) => where.or([where('seen_at', 'is', null), where('seen_at', '<', since)]))
      .execute()
  return { dashboard, maker }
}

async function findMaker(
  ctx: Ctx,
  { declared }: Pick<InsightParts, 'declared'>,
  createdBy: string,
): Promise<Actor | undefined> {
  if (createdBy.startsWith('system:')) return { kind: 'system', name: 'shared dashboard' }
  const [, account] = /^account:(\d+)$/.exec(createdBy) ?? []
  const [reader] = account ? await findOperatorReaders(ctx, [account], declared.permissions()) : []
  return reader?.actor
}

const canStillShow = (maker: Ctx, dashboard: Dashboard): boolean =>
  maker.actor.kind === 'system' || canChangeDashboard(maker, dashboard)
