import { beforeAll, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { useProduct } from '#test/product.ts'
import { refreshIndex } from '../api.ts'
import { helpPages } from './pages.ts'

const product = useProduct()
beforeAll(async () => {
  const ctx = systemCtx(product().database.db, 'test')
  for (const source of product().process.modules.flatMap((module) => module.searchable ?? []))
    if (source.name === 'help') await refreshIndex(ctx, source, await source.list(ctx, '0', 100))
})

const found = async (q: string, locale = 'zh-CN'): Promise<string[]> => {
  const { body, text, status } = await product().nobody.get('/api/site/search', {
    query: { q, source: 'help' },
    headers: { 'accept-language': locale },
  })
  expect(status, text).toBe(200)
  return body.items.map((item: { path: string }) => item.path)
}

test.each([
  ['怎么注销账号', '/me/privacy'],
  ['改密码', '/me/security'],
  ['关闭推荐', '/ranking'],
  ['免打扰', '/me/notices'],
  ['換頭像', '/me/profile'],
  ['quiet hours', '/me/notices'],
])('T7 who asks how is led there: %s', async (q, path) => {
  expect((await found(q)).slice(0, 2)).toContain(path)
})

test('every page of help has an id of its own and leads somewhere that is there', async () => {
  expect(new Set(helpPages.map((page) => page.id)).size).toBe(helpPages.length)
  const { screens } = await import('#apps/member/modules.ts')
  const paths = screens.map((screen) => screen.path.replace(/\$\w+/g, '[^/]+'))
  for (const page of helpPages)
    expect([page.path, paths.some((path) => new RegExp(`^${path}$`).test(page.path))]).toEqual([
      page.path,
      true,
    ])
})
