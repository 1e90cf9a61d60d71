import { expect, test } from 'vitest'
import { goodPassword, identityServer } from '#test/identity.ts'

const server = identityServer({ founded: false, env: { TRUSTED_PROXIES: '127.0.0.1' } })

const founding = (i: number) => ({
  owner: { name: `创始人${i}`, email: `founder${i}@example.com`, password: goodPassword },
  brand: { name: `社区${i}` },
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  start: i % 2 === 0 ? 'demo' : 'empty',
})

test('before the setup everybody is told, and nobody can join', async () => {
  const person = server().visitor()
  expect((await person.get('/api/setup')).body).toEqual({ required: true })
  expect((await person.get('/api/session')).body).toMatchObject({ setupRequired: true, account: null })
  expect((await person.get('/api/policies')).body).toEqual({ items: [] })
})

test('a weak password or an unknown zone founds nothing', async () => {
  const weak = { ...founding(0), owner: { ...founding(0).owner, password: 'admin12345' } }
  expect((await server().visitor().post('/api/setup', weak)).body.code).toBe('password_weak')
  const lost = await server()
    .visitor()
    .post('/api/setup', { ...founding(0), timeZone: 'Mars/Olympus' })
  expect(lost.body.code).toBe('zone_unknown')
  expect((await server().visitor().get('/api/setup')).body).toEqual({ required: true })
})

test('of 20 who found it at once one does, is signed in, and owns it; the others leave no trace', async () => {
  const visitors = Array.from({ length: 20 }, (_, i) =>
    server().visitor({ 'x-forwarded-for': `10.3.0.${i}` }),
  )
  const replies = await Promise.all(visitors.map((visitor, i) => visitor.post('/api/setup', founding(i))))
  const winner = replies.findIndex(({ status }) => status === 201)
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(replies.filter(({ body }) => body.code === 'already_founded')).toHaveLength(19)

  const session = (await visitors[winner]!.get('/api/session')).body
  expect(session).toMatchObject({
    setupRequired: false,
    account: { name: `创始人${winner}`, emailVerified: true },
    operator: { role: 'owner', roleName: '所有者' },
    community: { name: `社区${winner}`, timeZone: 'Asia/Shanghai' },
  })
  const { pool } = server().database
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from account')
  expect(rows[0]?.n).toBe('1')
  const facts = await pool.query(`select name, props from event_log order by seq`)
  expect(facts.rows.map((row) => row.name)).toEqual([
    'account.created',
    'operator.joined',
    'policy.published',
    'policy.published',
    'community.founded',
    'account.signed_in',
  ])
  expect(facts.rows[4].props).toMatchObject({ start: founding(winner).start })
  expect((await visitors[winner]!.get('/api/policies')).body.items).toHaveLength(2)
})

test('it works once', async () => {
  const late = await server().visitor({ 'x-forwarded-for': '10.4.0.1' }).post('/api/setup', founding(99))
  expect([late.status, late.body.code]).toEqual([409, 'already_founded'])
})
