import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { addressOf } from '#base/files/files.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import {
  addProduct,
  changeProduct,
  findProducts,
  getProduct,
  type Product,
  shelveProduct,
} from './products.ts'
import { productAnswer, productFields } from './shapes.ts'

const tag = 'commerce'
const read = permitted('commerce.read')
const edit = permitted('commerce.edit')

const present = ({ pictureToken, createdAt, archivedAt, ...product }: Product) => ({
  ...product,
  pictureUrl: pictureToken && addressOf(pictureToken, 'small'),
  createdAt: createdAt.toISOString(),
  archivedAt: archivedAt?.toISOString() ?? null,
})

export const productRoutes = [
  route(
    {
      method: 'get',
      path: '/api/products',
      summary: 'List products',
      tag,
      access: read,
      query: pageQuery.extend({
        q: z.string().trim().max(60).optional(),
        archived: z.stringbool().default(false),
      }),
      answer: pageOf(productAnswer),
    },
    async (ctx, { query }) => {
      const page = await findProducts(
        ctx,
        { text: query.q || undefined, archived: query.archived },
        { after: readCursor('products', query.cursor), limit: query.limit },
      )
      return { items: page.items.map(present), next: writeCursor('products', page.next) }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/products',
      summary: 'Add a product',
      tag,
      access: edit,
      body: productFields,
      answer: productAnswer,
    },
    async (ctx, { body }) => present(await addProduct(ctx, body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/products/{id}',
      summary: 'See a product',
      tag,
      access: read,
      params: idParams,
      answer: productAnswer,
    },
    async (ctx, { params }) => present(await getProduct(ctx, params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/products/{id}',
      summary: 'Change a product',
      tag,
      access: edit,
      params: idParams,
      body: productFields,
      answer: productAnswer,
    },
    async (ctx, { params, body }) => present(await changeProduct(ctx, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/products/{id}/shelf',
      summary: 'Take a product off the shelf, or put it back',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ archived: z.boolean() }),
      answer: productAnswer,
    },
    async (ctx, { params, body }) => present(await shelveProduct(ctx, params.id, body.archived)),
  ),
]
