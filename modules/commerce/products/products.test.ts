import { expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { moneyWords } from '#base/text/money.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { storedFile } from '#test/stored-file.ts'
import { productCards } from './cards.ts'
import { addProduct, changeProduct, findProducts, shelveProduct } from './products.ts'
import { productFields } from './shapes.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database(), undefined, new Date('2026-11-20T04:00:00Z'))
const fields = (more: object = {}) =>
  productFields.parse({
    sku: 'YJ-227',
    name: '云间 · 耶加雪菲 227g',
    priceMinor: 6800,
    link: 'https://shop.example.com/yj',
    ...more,
  })
const first = { after: undefined, limit: 10 }

test('S2-01 a product becomes a card with its price and a way to buy, and says when it is gone', async () => {
  const product = await addProduct(ctx(), fields({ summary: '柑橘与茉莉' }))
  const [found] = await productCards.find(ctx(), '耶加')
  expect(found).toMatchObject({
    id: product.id,
    title: '云间 · 耶加雪菲 227g',
    note: '柑橘与茉莉',
    price: '¥68.00',
    path: 'https://shop.example.com/yj',
  })
  await shelveProduct(ctx(), product.id, true)
  expect(await productCards.find(ctx(), '耶加')).toEqual([])
  expect((await productCards.read(ctx(), [product.id, '999'])).get(product.id)).toMatchObject({
    ended: true,
    note: '已下架',
  })
  const mini = await addProduct(
    ctx(),
    fields({
      sku: 'MP-1',
      name: '挂耳',
      link: '',
      miniAppId: 'wx0123456789abcdef',
      miniPath: 'pages/goods?id=7',
    }),
  )
  expect((await productCards.read(ctx(), [mini.id])).get(mini.id)?.path).toBe(
    'weixin://dl/business/?appid=wx0123456789abcdef&path=pages%2Fgoods&query=id%3D7',
  )
})

test('prices follow the currency: yen have no decimals', () => {
  expect(moneyWords('zh-CN', 6800, 'CNY')).toBe('¥68.00')
  expect(moneyWords('en', 6800, 'JPY')).toBe('¥6,800')
})

test('a number belongs to one product, also when two ask at once, and nothing changes for the other', async () => {
  const ended = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) => addProduct(ctx(), fields({ sku: 'ONE', name: `竞争 ${n}` }))),
  )
  expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  const other = await addProduct(ctx(), fields({ sku: 'TWO', name: '另一件' }))
  await expect(changeProduct(ctx(), other.id, fields({ sku: 'ONE' }))).rejects.toMatchObject({
    code: 'sku_taken',
  })
  const { items } = await findProducts(ctx(), { text: 'TWO', archived: false }, first)
  expect(items.map((each) => each.name)).toEqual(['另一件'])
  await expect(changeProduct(ctx(), '999', fields())).rejects.toMatchObject({ code: 'product_not_found' })
})

test('a number that one adds while another changes to it goes to one of them, and the other is told', async () => {
  for (let n = 0; n < 8; n++) {
    const other = await addProduct(ctx(), fields({ sku: `OLD-${n}` }))
    const ended = await Promise.allSettled([
      addProduct(ctx(), fields({ sku: `NEW-${n}` })),
      changeProduct(ctx(), other.id, fields({ sku: `NEW-${n}` })),
    ])
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const lost = ended.find((each) => each.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'sku_taken' })
  }
})

test.each([
  [{ link: 'http://shop.example.com' }, 'link'],
  [{ link: 'javascript:alert(1)' }, 'link'],
  [{ link: '' }, 'link'],
  [{ priceMinor: -1 }, 'priceMinor'],
  [{ priceMinor: 1.5 }, 'priceMinor'],
  [{ currency: 'yuan' }, 'currency'],
  [{ miniAppId: 'wx123' }, 'miniAppId'],
  [{ name: '   ' }, 'name'],
])('G39 refuses %o', (more, path) => {
  const answer = productFields.safeParse({
    sku: 'A',
    name: '豆',
    priceMinor: 1,
    link: 'https://a.example',
    ...more,
  })
  expect(answer.error?.issues[0]?.path[0]).toBe(path)
})

test('G44 a picture is taken from its owner only', async () => {
  const person = (email: string) =>
    createAccount(ctx(), { email, name: '商品运营', password: 'Kāfēi-42-handdrip' })
  const [mine, theirs] = [await person('a@example.com'), await person('b@example.com')]
  const me: Ctx = {
    ...ctx(),
    actor: { kind: 'account', accountId: mine, sessionId: '1', name: '商品运营', suspended: false },
  }
  const own = await storedFile(database().db, { ownerId: mine })
  const foreign = await storedFile(database().db, { ownerId: theirs })
  await expect(addProduct(me, fields({ sku: 'P1', pictureFileId: foreign }))).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await addProduct(me, fields({ sku: 'P1', pictureFileId: own }))).pictureToken).toMatch(
    /^[\w-]{22}$/,
  )
})
