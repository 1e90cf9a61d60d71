/** Products as cards in what people write (S2-01: recommendation with a direct way to buy). */
import type { Ctx } from '#base/context.ts'
import type { Card, CardSource } from '#base/declarations/cards.ts'
import { addressOf } from '#base/files/files.ts'
import { render } from '#base/i18n/messages.ts'
import { moneyWords } from '#base/text/money.ts'
import { labels } from '../commerce.messages.ts'
import { findProducts, findProductsByIds, type Product } from './products.ts'

/** The shop's page, or the mini program by WeChat's plain URL scheme. */
const wayTo = ({ link, miniAppId, miniPath }: Product): string => {
  if (link) return link
  const [path, query = ''] = miniPath.split('?')
  const asked = new URLSearchParams({ appid: miniAppId, path: path ?? '', ...(query ? { query } : {}) })
  return `weixin://dl/business/?${asked}`
}

const present = (ctx: Ctx, product: Product): Card => ({
  title: product.name,
  note: product.archivedAt ? render(labels.gone, ctx.locale) : product.summary,
  pictureUrl: product.pictureToken ? addressOf(product.pictureToken, 'small') : undefined,
  price: moneyWords(ctx.locale, product.priceMinor, product.currency),
  path: wayTo(product),
  act: labels.buy,
  ended: product.archivedAt !== null,
})

export const productCards: CardSource = {
  kind: 'product',
  label: labels.product,
  find: async (ctx, text) => {
    const { items } = await findProducts(
      ctx,
      { text: text.trim() || undefined, archived: false },
      { after: undefined, limit: 20 },
    )
    return items.map((product) => ({ id: product.id, ...present(ctx, product) }))
  },
  read: async (ctx, ids) =>
    new Map((await findProductsByIds(ctx, ids)).map((product) => [product.id, present(ctx, product)])),
}
