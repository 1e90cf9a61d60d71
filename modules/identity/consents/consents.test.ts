import { expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import { agreesTo, recordConsents } from './consents.ts'
import { textHash } from './policies.ts'
import { afterWorkingDays } from './requests.ts'

const server = identityServer()

interface Item {
  purpose: string
  granted: boolean
  outdated: boolean
  mayAsk: boolean
  required: boolean
}

const find = (items: Item[], purpose: string) => items.find((item) => item.purpose === purpose)!

test('L-01: a consent says who, to what, reading which text, where, when and by which browser', async () => {
  const person = server().visitor({ 'user-agent': 'Browser/1.0' })
  await person.post('/api/accounts', {
    name: '小满',
    email: 'xiaoman@example.com',
    password: goodPassword,
    consents: ['terms', 'privacy', 'analytics'],
  })
  const token = new URL(server().mails.at(-1)!.link).searchParams.get('token')
  await person.put('/api/email-verification', { token })
  const { id } = (await person.get('/api/account')).body
  const rows = await server()
    .database.db.selectFrom('consent_entry')
    .selectAll()
    .where('account_id', '=', id)
    .orderBy('id')
    .execute()
  expect(rows.map((row) => [row.purpose, row.granted])).toEqual([
    ['terms', true],
    ['privacy', true],
    ['analytics', true],
    ['personalisation', false],
    ['marketing', false],
    ['publish', false],
  ])
  const policies = (await person.get('/api/policies')).body.items
  const privacy = policies.find((policy: { code: string }) => policy.code === 'privacy')
  expect(rows[1]).toMatchObject({
    policy_version: 1,
    text_hash: privacy.textHash,
    channel: 'web',
    ip: '127.0.0.1',
    user_agent: 'Browser/1.0',
    evidence: { confirmedByMail: true },
  })
  expect(privacy.textHash).toBe(textHash(privacy.body.zh, privacy.body.en))
})

test('L-02: withdrawing is one press like agreeing, and holds at once', async () => {
  const person = await server().signedIn('press@example.com')
  const { id } = (await person.get('/api/account')).body
  const ctx = server().ctx()
  expect(await agreesTo(ctx, id, 'analytics')).toBe(false)
  await person.put('/api/account/consents/analytics', { granted: true })
  expect(await agreesTo(ctx, id, 'analytics')).toBe(true)
  const { body } = await person.put('/api/account/consents/analytics', { granted: false })
  expect(await agreesTo(ctx, id, 'analytics')).toBe(false)
  expect(find(body.items, 'analytics')).toMatchObject({ granted: false, mayAsk: false })
  const facts = await server().database.pool.query(
    `select name from event_log where object_id = $1 and name like 'consent.%' order by seq`,
    [id],
  )
  expect(facts.rows.map((row) => row.name)).toEqual(['consent.given', 'consent.withdrawn'])
})

test('what the service cannot work without is not withdrawn here', async () => {
  const person = await server().signedIn('needed@example.com')
  const reply = await person.put('/api/account/consents/privacy', { granted: false })
  expect([reply.status, reply.body.code]).toEqual([409, 'consent_fixed'])
})

test('L-05: after a no nobody is asked again for 90 days', async () => {
  const person = await server().signedIn('quiet@example.com')
  const { id } = (await person.get('/api/account')).body
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  await recordConsents(server().ctx(), id, { marketing: false }, { channel: 'web', at: ago(89) })
  const items = async () => (await person.get('/api/account/consents')).body.items as Item[]
  expect(find(await items(), 'marketing').mayAsk).toBe(false)
  await recordConsents(server().ctx(), id, { publish: false }, { channel: 'web', at: ago(91) })
  expect(find(await items(), 'publish').mayAsk).toBe(true)
  expect(find(await items(), 'personalisation').mayAsk).toBe(true)
})

test('L-01: a new text asks those who agreed to the old one, and nobody’s entry changes', async () => {
  const owner = await server().signedIn(ownerEmail)
  const person = await server().signedIn('reader@example.com')
  await person.put('/api/account/consents/terms', { granted: true })
  const published = await owner.post('/api/policies', {
    code: 'terms',
    zh: '新的用户协议正文，说明社区的新约定与大家的权利，请仔细阅读。',
    en: 'The new terms of use, with what changed for everyone in here.',
  })
  expect(published.body).toMatchObject({ code: 'terms', version: 2 })
  const { items } = (await person.get('/api/account/consents')).body
  expect(find(items, 'terms')).toMatchObject({ granted: true, version: 1, outdated: true, mayAsk: true })
  const again = (await person.put('/api/account/consents/terms', { granted: true })).body.items
  expect(find(again, 'terms')).toMatchObject({ version: 2, outdated: false, mayAsk: false })
})

test('the ledger and the texts are append-only', async () => {
  const { pool } = server().database
  for (const sql of [
    'update consent_entry set granted = true',
    'delete from consent_entry',
    'truncate consent_entry',
    `update policy set body_zh = 'x'`,
    'delete from policy',
  ])
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
})

test('a request about one’s data is filed once and is due in 15 working days', async () => {
  const person = await server().signedIn('mydata@example.com')
  const first = await person.post('/api/account/data-requests', { kind: 'export' })
  const second = await person.post('/api/account/data-requests', { kind: 'export' })
  expect([first.status, first.body.id]).toEqual([201, second.body.id])
  expect(afterWorkingDays(new Date('2026-11-20T08:00:00Z'), 15).toISOString()).toBe(
    '2026-12-11T08:00:00.000Z',
  )
  const owner = await server().signedIn(ownerEmail)
  const inbox = (await owner.get('/api/data-requests')).body.items
  expect(inbox[0]).toMatchObject({ kind: 'export', state: 'open' })
  await owner.put(`/api/data-requests/${first.body.id}`, { state: 'refused', answer: '身份无法核实' })
  expect((await person.get('/api/account/data-requests')).body.items[0]).toMatchObject({
    state: 'refused',
    answer: '身份无法核实',
  })
})

test('a request to delete that is done closes the account; the ledger stays', async () => {
  const email = 'goodbye@example.com'
  const person = await server().signedIn(email, '再见')
  await person.put('/api/account/consents/terms', { granted: true })
  const { id } = (await person.get('/api/account')).body
  const asked = await person.post('/api/account/data-requests', { kind: 'delete' })
  const owner = await server().signedIn(ownerEmail)
  const done = await owner.put(`/api/data-requests/${asked.body.id}`, {
    state: 'done',
    answer: '已按你的要求注销',
  })
  expect(done.status, done.text).toBe(204)
  const { rows } = await server().database.pool.query('select name, email from account where id = $1', [id])
  expect(rows).toEqual([{ name: '已注销用户', email: `closed-${id}@closed.invalid` }])
  const kept = await server().database.pool.query('select 1 from consent_entry where account_id = $1', [id])
  expect(kept.rowCount).toBe(1)
  const back = await server().visitor().post('/api/session', { email, password: goodPassword })
  expect(back.body.code).toBe('wrong_credentials')
})
