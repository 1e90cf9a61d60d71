/** A link to a dashboard, over real HTTP: what it opens, and that it opens nothing else. */
import { expect, test } from 'vitest'
import { clientOf } from './client.ts'
import { useProduct } from './product.ts'

const product = useProduct()

test('a link opens one page without signing in, and nothing else of the product', async () => {
  const { owner, nobody, url, process } = product()
  const made = await owner.post('/api/insight/dashboards', {
    name: '给董事会',
    template: 'health',
    shared: true,
  })
  expect(made.status).toBe(201)
  const path = `/api/insight/dashboards/${made.body.id}`
  const link = await owner.post(`${path}/shares`, { note: '董事会', days: 7 })
  expect(link.status).toBe(201)
  const [page, token] = String(link.body.url).split('#') as [string, string]
  expect(page).toBe(`${url}/console/shared`)

  const seen = await nobody.post('/api/insight/shared', { token })
  expect(seen.status).toBe(200)
  expect(seen.body).toMatchObject({ name: '给董事会', tiles: expect.any(Array) })
  expect(seen.headers.get('cache-control')).toBe('no-store')

  // As whatever a program might try to sign in with, the token is nothing.
  const tries = [
    clientOf(url, { authorization: `Bearer ${token}` }),
    clientOf(url, { cookie: `session=${token}; juluo.session_token=${token}` }),
    clientOf(url, { 'x-api-key': token }),
  ]
  const reads = process.modules
    .flatMap((module) => module.routes ?? [])
    .filter(
      ({ method, path: at, access }) =>
        method === 'get' && at.includes('/insight/') && access.kind === 'permission',
    )
  expect(reads.length).toBeGreaterThan(15)
  for (const client of tries)
    for (const read of reads) {
      const answer = await client.get(read.path.replaceAll(/\{\w+\}/g, made.body.id))
      expect([401, 429], `${read.path}: ${answer.text}`).toContain(answer.status)
    }
  // The control: who is signed in is let in.
  expect((await owner.get(path)).status).toBe(200)

  const refused = await Promise.all(
    ['nothing', `${token}x`, ''].map((each) => nobody.post('/api/insight/shared', { token: each })),
  )
  expect((await owner.delete(`${path}/shares/${link.body.id}`)).status).toBe(204)
  refused.push(await nobody.post('/api/insight/shared', { token }))
  const told = refused.map(({ status, body }) => JSON.stringify([status, body.code, body.title]))
  expect(new Set(told).size).toBe(1)
  expect(told[0]).toContain('share_not_found')

  const html = await nobody.get('/console/shared')
  expect(html.headers.get('referrer-policy')).toBe('no-referrer')
  expect(html.headers.get('x-robots-tag')).toContain('noindex')
})

test('who may only read makes no links, and somebody who hammers is told to wait', async () => {
  const { owner, nobody } = product()
  const made = await owner.post('/api/insight/dashboards', { name: '周会', shared: true })
  const viewer = await product().operator('viewer')
  const path = `/api/insight/dashboards/${made.body.id}`
  expect((await viewer.post(`${path}/shares`, {})).status).toBe(403)
  expect((await viewer.get(`${path}/shares`)).status).toBe(403)
  expect((await viewer.put(path, { version: 1, name: 'x' })).status).toBe(403)
  expect((await viewer.get(path)).body.can).toEqual({ change: false, share: false })
  expect(
    (
      await owner.put(path, {
        version: 1,
        tiles: [0, 4].map((x) => ({ content: { kind: 'text', text: 'x' }, x, y: 0, w: 6, h: 3 })),
      })
    ).status,
  ).toBe(422)
  const statuses = new Set<number>()
  for (let at = 0; at < 40; at++)
    statuses.add((await nobody.post('/api/insight/shared', { token: 'x' })).status)
  expect([...statuses]).toEqual(expect.arrayContaining([404, 429]))
})
