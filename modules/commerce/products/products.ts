/** Products: what the brand sells, kept by the team. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { productChanged } from '../facts.ts'
import { commerceProblems } from '../problems.ts'
import type { ProductFields } from './shapes.ts'

export interface Product extends ProductFields {
  readonly id: Id
  readonly pictureToken: string | null
  readonly createdAt: Date
  readonly archivedAt: Date | null
}

const products = (ctx: Ctx) =>
  ctx.db
    .selectFrom('product as p')
    .leftJoin('file as picture', 'picture.id', 'p.picture_file_id')
    .select([
      'p.id',
      'p.sku',
      'p.name',
      'p.summary',
      sql<number>`p.price_minor::float8`.as('priceMinor'),
      'p.currency',
      'p.picture_file_id as pictureFileId',
      'picture.token as pictureToken',
      'p.link',
      'p.mini_app_id as miniAppId',
      'p.mini_path as miniPath',
      'p.created_at as createdAt',
      'p.archived_at as archivedAt',
    ])

/** Newest first; `text` is looked for in names and numbers. */
export async function findProducts(
  ctx: Ctx,
  { text, archived }: { text?: string | undefined; archived: boolean },
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: Product[]; next: Place | null }> {
  let query = products(ctx)
    .select(sql<string>`p.created_at::text`.as('place'))
    .where('p.archived_at', archived ? 'is not' : 'is', null)
  if (text) query = query.where(named(text))
  if (after)
    query = query.where(
      sql<boolean>`(p.created_at, p.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

/** A piece of the name, through the index of its pieces, or the number. */
const named = (text: string) => sql<boolean>`(p.sku = ${text} or
  (p.grams @> name_grams(${text.slice(0, 20)}) and strpos(lower(p.name), lower(${text})) > 0))`

export async function findProductsByIds(ctx: Ctx, ids: readonly Id[]): Promise<Product[]> {
  if (ids.length === 0) return []
  return await products(ctx)
    .where('p.id', 'in', [...ids])
    .execute()
}

/** What products are called, by SKU. */
export async function findProductNames(
  ctx: Ctx,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (skus.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('product')
    .select(['sku', 'name'])
    .where('sku', 'in', [...skus])
    .execute()
  return new Map(rows.map(({ sku, name }) => [sku, name]))
}

/** Throws `product_not_found`. */
export async function getProduct(ctx: Ctx, productId: Id): Promise<Product> {
  const [found] = await findProductsByIds(ctx, [productId])
  if (!found) throw commerceProblems.productNotFound()
  return found
}

/** Adds a product. Throws `sku_taken`, `not_found` for a picture that is not one's own. */
export async function addProduct(ctx: Ctx, fields: ProductFields): Promise<Product> {
  return await transact(ctx, async (tx) => {
    if (fields.pictureFileId) await requireOwnPicture(tx, fields.pictureFileId)
    await takeNumber(tx, fields.sku)
    const row = await tx.db
      .insertInto('product')
      .values({ ...columns(fields), created_at: tx.now, created_by: describeActor(tx.actor) })
      .onConflict((conflict) => conflict.column('sku').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw commerceProblems.skuTaken({ values: { sku: fields.sku } })
    await told(tx, row.id, 'added')
    return await getProduct(tx, row.id)
  })
}

/** Throws `product_not_found`, `sku_taken`, `not_found`. */
export async function changeProduct(ctx: Ctx, productId: Id, fields: ProductFields): Promise<Product> {
  return await transact(ctx, async (tx) => {
    const before = await lockProduct(tx, productId)
    if (fields.pictureFileId && fields.pictureFileId !== before.pictureFileId)
      await requireOwnPicture(tx, fields.pictureFileId)
    await takeNumber(tx, fields.sku)
    const other = await tx.db
      .selectFrom('product')
      .select('id')
      .where('sku', '=', fields.sku)
      .where('id', '<>', productId)
      .executeTakeFirst()
    if (other) throw commerceProblems.skuTaken({ values: { sku: fields.sku } })
    await tx.db.updateTable('product').set(columns(fields)).where('id', '=', productId).execute()
    await told(tx, productId, 'changed')
    return await getProduct(tx, productId)
  })
}

/** Numbers change hands one after the other, so that two who take one cannot both see it free. */
async function takeNumber(tx: Ctx, sku: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('commerce.sku'), hashtext(${sku}))`.execute(tx.db)
}

/** Takes a product off the shelf or puts it back; cards in posts say so. Throws `product_not_found`. */
export async function shelveProduct(ctx: Ctx, productId: Id, archived: boolean): Promise<Product> {
  return await transact(ctx, async (tx) => {
    const before = await lockProduct(tx, productId)
    if ((before.archivedAt !== null) !== archived) {
      await tx.db
        .updateTable('product')
        .set({
          archived_at: archived ? tx.now : null,
          archived_by: archived ? describeActor(tx.actor) : null,
        })
        .where('id', '=', productId)
        .execute()
      await told(tx, productId, archived ? 'archived' : 'reopened')
    }
    return await getProduct(tx, productId)
  })
}

async function lockProduct(tx: Ctx, productId: Id) {
  const row = await tx.db
    .selectFrom('product')
    .select(['picture_file_id as pictureFileId', 'archived_at as archivedAt'])
    .where('id', '=', productId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw commerceProblems.productNotFound()
  return row
}

const columns = (fields: ProductFields) => ({
  sku: fields.sku,
  name: fields.name,
  summary: fields.summary,
  price_minor: String(fields.priceMinor),
  currency: fields.currency,
  picture_file_id: fields.pictureFileId,
  link: fields.link,
  mini_app_id: fields.miniAppId,
  mini_path: fields.miniPath,
})

async function told(tx: Ctx, productId: Id, how: string): Promise<void> {
  await announce(tx, productChanged, { how }, { object: { kind: 'product', id: productId } })
  await audit(tx, `commerce.product_${how}`, { kind: 'product', id: productId }, {})
}
