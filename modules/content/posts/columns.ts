/** 专栏: articles of one member under one name. Who has earned trust opens his own; the team opens them for anybody. */
import { sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { contentArranged } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { postProblems } from './problems.ts'

export interface Column {
  readonly id: Id
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly ownerId: Id
  readonly owner: string
  readonly articles: number
  readonly createdAt: Date
  readonly archivedAt: Date | null
}

const columns = sql`
  select c.id, c.slug, c.name, c.summary, c.owner_id as "ownerId", m.nickname as owner, c.created_at as "createdAt",
         c.archived_at as "archivedAt",
         (select count(*)::int from post p where p.column_id = c.id and p.state = 'published') as articles
    from article_column c join member m on m.id = c.owner_id`

/** Columns in use first, then the newest; at most five hundred. `ownerId` narrows to one member's. */
export async function findColumns(ctx: Ctx, { ownerId }: { ownerId?: Id } = {}): Promise<Column[]> {
  const { rows } = await sql<Column>`
    ${columns} where ${ownerId ?? null}::bigint is null or c.owner_id = ${ownerId ?? null}::bigint
     order by c.archived_at nulls first, c.created_at desc, c.id desc limit 500`.execute(ctx.db)
  return rows
}

async function getColumn(ctx: Ctx, id: Id): Promise<Column> {
  const { rows } = await sql<Column>`${columns} where c.id = ${id}::bigint`.execute(ctx.db)
  if (!rows[0]) throw postProblems.columnNotFound()
  return rows[0]
}

/** From which level of trust members open columns; null: only the team does. */
export async function findColumnTrust(ctx: Ctx): Promise<number | null> {
  const row = await ctx.db.selectFrom('content_setting').select('column_trust').executeTakeFirst()
  return row?.column_trust ?? null
}

/** Whether the member may open a column of his own. */
export async function mayOpenColumn(ctx: Ctx, memberId: Id): Promise<boolean> {
  if (may(ctx.actor, 'content.edit')) return true
  const trust = await findColumnTrust(ctx)
  return trust !== null && (await rankOf(ctx, memberId)) >= trust
}

async function rankOf(ctx: Ctx, memberId: Id): Promise<number> {
  const row = await ctx.db
    .selectFrom('member_trust')
    .select('rank')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.rank ?? 0
}

export interface ColumnFields {
  readonly slug: string
  readonly name: string
  readonly summary: string
}

/** Opens a column. Throws `may_not_open_column`, `team_opens_columns`, `column_taken`, `column_not_found` for no member. */
export async function openColumn(ctx: Ctx, ownerId: Id, fields: ColumnFields): Promise<Column> {
  if (!(await mayOpenColumn(ctx, ownerId))) {
    const rank = await findColumnTrust(ctx)
    throw rank === null
      ? postProblems.teamOpensColumns()
      : postProblems.mayNotOpenColumn({ values: { rank } })
  }
  return await transact(ctx, async (tx) => {
    const owner = await tx.db.selectFrom('member').select('id').where('id', '=', ownerId).executeTakeFirst()
    if (!owner) throw postProblems.columnNotFound()
    const made = await tx.db
      .insertInto('article_column')
      .values({ ...fields, owner_id: ownerId, created_at: tx.now, created_by: describeActor(tx.actor) })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw postProblems.columnTaken()
    await tell(tx, made.id, 'opened', { slug: fields.slug })
    return await getColumn(tx, made.id)
  })
}

/** Renames, describes, archives or opens again. Its owner may, and the team. Throws `column_not_found`, `column_taken`. */
export async function changeColumn(
  ctx: Ctx,
  id: Id,
  change: Partial<ColumnFields> & { readonly archived?: boolean | undefined },
  asker?: Id,
): Promise<Column> {
  return await transact(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('article_column')
      .select(['owner_id', 'archived_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw postProblems.columnNotFound()
    const team = may(tx.actor, 'content.edit')
    if (asker !== undefined && before.owner_id !== asker && !team) throw postProblems.columnNotFound()
    if (change.slug !== undefined) {
      const taken = await tx.db
        .selectFrom('article_column')
        .select('id')
        .where('slug', '=', change.slug)
        .where('id', '<>', id)
        .executeTakeFirst()
      if (taken) throw postProblems.columnTaken()
    }
    const { archived, ...words } = change
    await tx.db
      .updateTable('article_column')
      .set({
        ...words,
        archived_at: archived === undefined ? before.archived_at : archived ? tx.now : null,
      })
      .where('id', '=', id)
      .execute()
    await tell(tx, id, archived === true ? 'archived' : 'changed', { ...change })
    return await getColumn(tx, id)
  })
}

async function tell(tx: Ctx, id: Id, how: string, detail: Record<string, unknown>): Promise<void> {
  await announce(tx, contentArranged, { part: 'columns' })
  if (tx.actor.kind === 'account' && tx.actor.operator)
    await audit(tx, `content.column_${how}`, { kind: 'column', id }, detail)
}

export interface ContentSettings {
  readonly columnTrust: number | null
  readonly keepAnswered: boolean
}

export async function findSettings(ctx: Ctx): Promise<ContentSettings> {
  const row = await ctx.db
    .selectFrom('content_setting')
    .select(['column_trust as columnTrust', 'keep_answered as keepAnswered'])
    .executeTakeFirst()
  return row ?? { columnTrust: null, keepAnswered: false }
}

/** Saves what the community decided for all of its content. */
export async function saveSettings(ctx: Ctx, settings: ContentSettings): Promise<ContentSettings> {
  if (!may(ctx.actor, 'content.edit')) throw contentProblems.mayNotModerate()
  return await transact(ctx, async (tx) => {
    await tx.db
      .updateTable('content_setting')
      .set({ column_trust: settings.columnTrust, keep_answered: settings.keepAnswered })
      .execute()
    await announce(tx, contentArranged, { part: 'settings' })
    await audit(tx, 'content.settings_saved', undefined, { ...settings })
    return await findSettings(tx)
  })
}
