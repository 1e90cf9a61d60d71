/** Dashboards that people keep. One's own are one's own business; shared ones belong to who may edit figures. */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { audit } from '#modules/identity/api.ts'
import { dashboardChanged } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import { type Range, type Scope, toldScope } from '../shapes.ts'
import type { NewTile, PlacedTile, SentTile, TileContent } from './dashboard.ts'
import { words } from './dashboards.messages.ts'
import { inReadingOrder, mostTiles, placeFor } from './layout.ts'
import { sizeOf } from './sizes.ts'
import type { TemplateId } from './templates.ts'

/** More than these nobody finds again. */
export const mostDashboards = 300

export interface Dashboard {
  readonly id: Id
  readonly name: string
  readonly note: string
  readonly shared: boolean
  readonly range: Range | null
  readonly scope: Scope | null
  readonly version: number
  readonly tiles: number
  readonly links: number
  readonly createdAt: Date
  readonly createdBy: string
  readonly createdByName: string | null
  readonly changedAt: Date
  readonly changedByName: string | null
  readonly archivedAt: Date | null
}

export interface DashboardFields {
  readonly name: string
  readonly note: string
  readonly shared: boolean
}

/** What the account behind `account:12` is called. */
export const nameOfActor = (actor: RawBuilder<string | null>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const dashboards = (ctx: Ctx) =>
  ctx.db.selectFrom('dashboard as d').select([
    'd.id',
    'd.name',
    'd.note',
    'd.shared',
    sql<Range | null>`d.range`.as('range'),
    sql<Scope | null>`d.scope`.as('scope'),
    'd.version',
    'd.created_at as createdAt',
    'd.created_by as createdBy',
    nameOfActor(sql`d.created_by`).as('createdByName'),
    'd.changed_at as changedAt',
    nameOfActor(sql`d.changed_by`).as('changedByName'),
    'd.archived_at as archivedAt',
    sql<number>`(select count(*)::int from dashboard_tile t where t.dashboard_id = d.id)`.as('tiles'),
    sql<number>`(select count(*)::int from dashboard_share s where s.dashboard_id = d.id
        and s.revoked_at is null and (s.expires_at is null or s.expires_at > ${ctx.now}))`.as('links'),
  ])

/** Whether a dashboard is the actor's own. */
export const isOwn = (ctx: Ctx, { createdBy }: Pick<Dashboard, 'createdBy'>): boolean =>
  createdBy === describeActor(ctx.actor)

const canSee = (ctx: Ctx, dashboard: Pick<Dashboard, 'createdBy' | 'shared'>): boolean =>
  dashboard.shared || isOwn(ctx, dashboard)

/** Its tiles, its name, whether it is archived. */
export const canChangeDashboard = (ctx: Ctx, dashboard: Pick<Dashboard, 'createdBy' | 'shared'>): boolean =>
  may(ctx.actor, 'insight.edit') && canSee(ctx, dashboard)

export interface DashboardFilter {
  readonly q?: string | undefined
  readonly whose: 'all' | 'own' | 'shared'
  readonly archived: boolean
}

/** One's own and shared ones, the last changed first. */
export async function findDashboards(
  ctx: Ctx,
  { q, whose, archived }: DashboardFilter,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Dashboard[]; next: Place | null }> {
  const me = describeActor(ctx.actor)
  let found = dashboards(ctx)
    .select(sql<string>`d.changed_at::text`.as('place'))
    .where('d.archived_at', archived ? 'is not' : 'is', null)
  if (whose === 'own') found = found.where('d.created_by', '=', me)
  else if (whose === 'shared') found = found.where('d.shared', '=', true)
  else
    found = found.where((where) => where.or([where('d.shared', '=', true), where('d.created_by', '=', me)]))
  if (q) found = found.where(sql<boolean>`strpos(lower(d.name || ' ' || d.note), lower(${q})) > 0`)
  if (after)
    found = found.where(
      sql<boolean>`(d.changed_at, d.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await found
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, ({ place, id }) => ({ value: place, id }))
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) }
}

/** Throws `dashboard_not_found` for what is not there and for what is somebody else's. */
export async function accessDashboard(ctx: Ctx, id: Id): Promise<Dashboard> {
  const found = await findDashboard(ctx, id)
  if (!found || !canSee(ctx, found)) throw insightProblems.dashboardNotFound()
  return found
}

/** Whoever asks: for what was shared by a link. */
export const findDashboard = (ctx: Ctx, id: Id): Promise<Dashboard | undefined> =>
  dashboards(ctx).where('d.id', '=', id).executeTakeFirst()

/** In reading order. */
export async function findTiles(ctx: Ctx, id: Id): Promise<SentTile[]> {
  const rows = await ctx.db
    .selectFrom('dashboard_tile')
    .select(['id', 'title', sql<TileContent>`content`.as('content'), 'x', 'y', 'w', 'h'])
    .where('dashboard_id', '=', id)
    .execute()
  return inReadingOrder(rows)
}

/** Throws `too_many_dashboards`. What stands on it was checked by the caller (`checkTiles`). */
export async function makeDashboard(
  ctx: Ctx,
  fields: DashboardFields & { readonly template?: TemplateId },
  tiles: readonly Omit<PlacedTile, 'id'>[] = [],
): Promise<Dashboard> {
  return await transact(ctx, async (tx) => {
    await requireRoom(tx)
    const by = describeActor(tx.actor)
    const { id } = await tx.db
      .insertInto('dashboard')
      .values({ ...fields, created_at: tx.now, created_by: by, changed_at: tx.now, changed_by: by })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTiles(tx, id, tiles)
    await told(tx, id, 'made', { name: fields.name, shared: fields.shared, tiles: tiles.length })
    return await accessDashboard(tx, id)
  })
}

/** One after the other, so that of several at once no one passes the limit. Throws `too_many_dashboards`. */
async function requireRoom(tx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('dashboards', 0))`.execute(tx.db)
  const { count } = await tx.db
    .selectFrom('dashboard')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostDashboards)
    throw insightProblems.tooManyDashboards({ values: { most: mostDashboards } })
}

/** A dashboard like another, the reader's own. Throws `dashboard_not_found`, `too_many_dashboards`. */
export async function copyDashboard(ctx: Ctx, id: Id): Promise<Dashboard> {
  return await transact(ctx, async (tx) => {
    const { name, note, range, scope } = await accessDashboard(tx, id)
    const tiles = await findTiles(tx, id)
    const copy = await makeDashboard(
      tx,
      { name: render(words.copyOf, tx.locale, { name }).slice(-60), note, shared: false },
      tiles.map(({ id: _, ...tile }) => tile),
    )
    await tx.db
      .updateTable('dashboard')
      .set(overrideColumns({ range, scope }))
      .where('id', '=', copy.id)
      .execute()
    return { ...copy, range, scope }
  })
}

export interface DashboardChange extends Partial<DashboardFields> {
  /** As the one who changes it has seen it. */
  readonly version: number
  readonly range?: Range | null
  readonly scope?: Scope | null
  readonly tiles?: readonly PlacedTile[]
}

/**
 * Throws `dashboard_not_found`, `forbidden` for who may see it but not change it, `dashboard_changed_meanwhile` when
 * another version is there by now, `dashboard_is_archived`. Nobody takes back what somebody else shares.
 */
export async function changeDashboard(ctx: Ctx, id: Id, change: DashboardChange): Promise<Dashboard> {
  return await transact(ctx, async (tx) => {
    const before = await changeable(tx, id)
    const { version, tiles, range, scope, ...fields } = change
    if (version !== before.version)
      throw insightProblems.dashboardChangedMeanwhile({
        values: { who: before.changedByName ?? before.createdByName ?? '—', version: before.version },
      })
    if (before.archivedAt) throw insightProblems.dashboardIsArchived()
    if (fields.shared === false && before.shared && !isOwn(tx, before)) throw problems.forbidden()
    await bump(tx, id, { ...fields, ...overrideColumns({ range, scope }) })
    if (tiles) await writeTiles(tx, id, tiles)
    await told(tx, id, 'changed', {
      was: before.name,
      ...fields,
      ...(range === undefined ? {} : { range }),
      ...(scope === undefined ? {} : { scope: scope && toldScope(scope) }),
      ...(tiles
        ? {
            tiles: tiles.map(({ id: tile, title, content: { kind } }) => ({ id: tile ?? null, title, kind })),
          }
        : {}),
    })
    return await accessDashboard(tx, id)
  })
}

/**
 * Puts one more tile where there is room: what others change meanwhile stays. Throws `dashboard_not_found`,
 * `forbidden`, `dashboard_is_archived`, `dashboard_is_full`.
 */
export async function addTile(ctx: Ctx, id: Id, tile: NewTile): Promise<Dashboard> {
  return await transact(ctx, async (tx) => {
    const before = await changeable(tx, id)
    if (before.archivedAt) throw insightProblems.dashboardIsArchived()
    const tiles = await findTiles(tx, id)
    if (tiles.length >= mostTiles) throw insightProblems.dashboardIsFull({ values: { most: mostTiles } })
    await bump(tx, id, {})
    await writeTiles(tx, id, [...tiles, { ...tile, ...placeFor(tiles, sizeOf(tile.content)) }])
    await told(tx, id, 'changed', { added: { title: tile.title, kind: tile.content.kind } })
    return await accessDashboard(tx, id)
  })
}

/** Puts a dashboard away, or brings it back. Throws `dashboard_not_found`, `forbidden`, `too_many_dashboards`. */
export async function archiveDashboard(ctx: Ctx, id: Id, archived: boolean): Promise<Dashboard> {
  return await transact(ctx, async (tx) => {
    const before = await changeable(tx, id)
    if ((before.archivedAt !== null) === archived) return before
    if (!archived) await requireRoom(tx)
    await bump(tx, id, {
      archived_at: archived ? tx.now : null,
      archived_by: archived ? describeActor(tx.actor) : null,
    })
    await told(tx, id, archived ? 'archived' : 'restored', { name: before.name })
    return await accessDashboard(tx, id)
  })
}

const overrideColumns = ({ range, scope }: Pick<DashboardChange, 'range' | 'scope'>) => ({
  ...(range === undefined ? {} : { range: range && JSON.stringify(range) }),
  ...(scope === undefined ? {} : { scope: scope && JSON.stringify(scope) }),
})

/** Locks it, so that of two changes at once the later one sees the other. */
async function changeable(tx: Ctx, id: Id): Promise<Dashboard> {
  await tx.db.selectFrom('dashboard').select('id').where('id', '=', id).forUpdate().execute()
  const dashboard = await accessDashboard(tx, id)
  if (!canChangeDashboard(tx, dashboard)) throw problems.forbidden()
  return dashboard
}

const bump = (tx: Ctx, id: Id, columns: Record<string, unknown>) =>
  tx.db
    .updateTable('dashboard')
    .set({
      ...columns,
      version: sql`version + 1`,
      changed_at: tx.now,
      changed_by: describeActor(tx.actor),
    })
    .where('id', '=', id)
    .execute()

/** These tiles and no others; who was there keeps his id. Ids of other dashboards are as good as none. */
async function writeTiles(tx: Ctx, id: Id, tiles: readonly PlacedTile[]): Promise<void> {
  const there = new Set(
    (await tx.db.selectFrom('dashboard_tile').select('id').where('dashboard_id', '=', id).execute()).map(
      (row) => row.id,
    ),
  )
  const kept = new Set(tiles.flatMap((tile) => (tile.id && there.has(tile.id) ? [tile.id] : [])))
  const gone = [...there].filter((tile) => !kept.has(tile))
  if (gone.length > 0) await tx.db.deleteFrom('dashboard_tile').where('id', 'in', gone).execute()
  for (const [slot, { id: tile, title, content, x, y, w, h }] of tiles.entries()) {
    const values = { slot, kind: content.kind, title, content: JSON.stringify(content), x, y, w, h }
    if (tile && kept.has(tile))
      await tx.db.updateTable('dashboard_tile').set(values).where('id', '=', tile).execute()
    else
      await tx.db
        .insertInto('dashboard_tile')
        .values({ ...values, dashboard_id: id })
        .execute()
  }
}

async function told(tx: Ctx, id: Id, how: string, detail: Record<string, unknown>): Promise<void> {
  await announce(tx, dashboardChanged, { how }, { object: { kind: 'dashboard', id } })
  await audit(tx, `dashboard.${how}`, { kind: 'dashboard', id }, detail)
}
