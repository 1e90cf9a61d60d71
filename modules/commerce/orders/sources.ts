/** Where orders come from: shops and tills, each with one currency and, for webhooks, a secret. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { createSealer } from '#base/sealer.ts'
import type { Secrets } from '#base/secrets.ts'
import { audit } from '#modules/identity/api.ts'
import { commerceProblems } from '../problems.ts'

export interface OrderSource {
  readonly id: Id
  readonly key: string
  readonly name: string
  readonly currency: string
  /** When its secret was made; null: it takes no webhooks. */
  readonly secretAt: Date | null
  readonly formerUntil: Date | null
  readonly archivedAt: Date | null
  readonly createdAt: Date
}

/** Sources that one community can have. */
export const mostSources = 50
/** How long the secret before is still taken after a change. */
export const formerHours = 24

const columns = [
  'id',
  'key',
  'name',
  'currency',
  'secret_at as secretAt',
  'former_until as formerUntil',
  'archived_at as archivedAt',
  'created_at as createdAt',
] as const

export const findSources = async (ctx: Ctx): Promise<OrderSource[]> =>
  await ctx.db.selectFrom('order_source').select(columns).orderBy('id').execute()

export const findSource = async (ctx: Ctx, key: string): Promise<OrderSource | undefined> =>
  await ctx.db.selectFrom('order_source').select(columns).where('key', '=', key).executeTakeFirst()

/** Throws `order_source_not_found`. */
export async function getSource(ctx: Ctx, id: Id): Promise<OrderSource> {
  const found = await ctx.db
    .selectFrom('order_source')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw commerceProblems.orderSourceNotFound()
  return found
}

/** Throws `order_source_taken`, `too_many_order_sources`. */
export async function addSource(
  ctx: Ctx,
  { key, name, currency }: Pick<OrderSource, 'key' | 'name' | 'currency'>,
): Promise<OrderSource> {
  return await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('commerce.sources'))`.execute(tx.db)
    if ((await findSources(tx)).length >= mostSources)
      throw commerceProblems.tooManyOrderSources({ values: { limit: mostSources } })
    const row = await tx.db
      .insertInto('order_source')
      .values({ key, name, currency, created_at: tx.now, created_by: describeActor(tx.actor) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw commerceProblems.orderSourceTaken({ values: { key } })
    await audit(
      tx,
      'commerce.order_source_added',
      { kind: 'order_source', id: row.id },
      { key, name, currency },
    )
    return await getSource(tx, row.id)
  })
}

/** Throws `order_source_not_found`. An archived source takes no orders; those it brought stay. */
export async function changeSource(
  ctx: Ctx,
  id: Id,
  { name, archived }: { readonly name: string; readonly archived: boolean },
): Promise<OrderSource> {
  return await transact(ctx, async (tx) => {
    const before = await lockSource(tx, id)
    await tx.db
      .updateTable('order_source')
      .set({
        name,
        ...(archived === (before.archivedAt !== null)
          ? {}
          : {
              archived_at: archived ? tx.now : null,
              archived_by: archived ? describeActor(tx.actor) : null,
            }),
      })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'commerce.order_source_changed', { kind: 'order_source', id }, { name, archived })
    return await getSource(tx, id)
  })
}

/**
 * Makes a secret for webhooks and shows it this once. One that was there is taken for another day, so that the
 * shop can be changed without losing a message. Throws `order_source_not_found`.
 */
export async function renewSecret(
  ctx: Ctx,
  secrets: Secrets,
  id: Id,
): Promise<{ source: OrderSource; secret: string }> {
  return await transact(ctx, async (tx) => {
    await lockSource(tx, id)
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const until = new Date(tx.now.getTime() + formerHours * 3_600_000)
    await sql`
      update order_source
         set former_secret = secret, former_until = case when secret is null then null else ${until}::timestamptz end,
             secret = ${sealerOf(secrets).seal(secret)}, secret_at = ${tx.now}
       where id = ${id}`.execute(tx.db)
    await audit(tx, 'commerce.order_secret_renewed', { kind: 'order_source', id }, {})
    return { source: await getSource(tx, id), secret }
  })
}

/** Takes webhooks no more, at once. Throws `order_source_not_found`. */
export async function withdrawSecret(ctx: Ctx, id: Id): Promise<OrderSource> {
  return await transact(ctx, async (tx) => {
    await lockSource(tx, id)
    await tx.db
      .updateTable('order_source')
      .set({ secret: null, secret_at: null, former_secret: null, former_until: null })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'commerce.order_secret_withdrawn', { kind: 'order_source', id }, {})
    return await getSource(tx, id)
  })
}

/** Secrets that a webhook of the source may be signed with now. */
export async function findSecrets(ctx: Ctx, secrets: Secrets, id: Id): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('order_source')
    .select(['secret', 'former_secret', 'former_until'])
    .where('id', '=', id)
    .executeTakeFirst()
  const former = row?.former_until && row.former_until > ctx.now ? row.former_secret : null
  return [row?.secret, former].flatMap((sealed) => (sealed ? [sealerOf(secrets).open(sealed)] : []))
}

const sealerOf = (secrets: Secrets) => createSealer(secrets.key('commerce.hooks'))

async function lockSource(tx: Ctx, id: Id): Promise<OrderSource> {
  await tx.db.selectFrom('order_source').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return await getSource(tx, id)
}
