import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEgress } from '#base/egress/egress.ts'
import { type IdentityServer, ownerEmail, startIdentity } from '#test/identity.ts'
import { type Issuer, startIssuer } from '#test/oidc-issuer.ts'
import type { Visitor } from '#test/visitor.ts'

let issuer: Issuer
let server: IdentityServer

beforeAll(async () => {
  issuer = await startIssuer()
  server = await startIdentity({
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: issuer.clientId,
      OIDC_CLIENT_SECRET: issuer.clientSecret,
      OIDC_NAME: '山丘通行证',
    },
    parts: { egress: createEgress() },
  })
})
afterAll(async () => {
  await server.close()
  await issuer.close()
})
beforeEach(() => {
  issuer.forged = {}
})

async function comeBack(person: Visitor, next?: string): Promise<string | null> {
  const asked = await person.post('/api/session/social', { provider: 'oidc', ...(next ? { next } : {}) })
  expect(asked.status, asked.text).toBe(200)
  const back = await issuer.approve(asked.body.url)
  return (await person.get(`${back.pathname}${back.search}`)).headers.get('location')
}

test('S4-05: single sign-on makes an account at the first visit and finds it at the next', async () => {
  issuer.person = { sub: 'u-1', email: 'Xumu@Corp.Example', email_verified: true, name: '许木' }
  const person = server.visitor()
  expect((await person.get('/api/session')).body.methods.oidc).toEqual({ name: '山丘通行证' })
  expect(await comeBack(person, '/groups?tab=all')).toBe('/groups?tab=all')
  const first = (await person.get('/api/session')).body.account
  expect(first).toMatchObject({ name: '许木', email: 'xumu@corp.example', emailVerified: true })
  const again = server.visitor()
  await comeBack(again)
  expect((await again.get('/api/session')).body.account.id).toBe(first.id)
  const facts = await server.database.db
    .selectFrom('event_log')
    .select('name')
    .where('object_id', '=', first.id)
    .where('name', '=', 'account.created')
    .execute()
  expect(facts).toHaveLength(1)
})

test('no token of the provider is kept', async () => {
  const columns = await server.database.pool.query(
    `select column_name from information_schema.columns where table_name = 'credential'`,
  )
  expect(columns.rows.map((row) => row.column_name).join()).not.toMatch(/token/)
})

test.each([
  ['another issuer', { iss: 'https://elsewhere.example' }],
  ['another client', { aud: 'somebody-else' }],
  ['the past', { exp: 1_000 }],
  ['another person', { sub: 'u-2' }],
])('an ID token for %s opens nothing', async (_, forged) => {
  issuer.person = { sub: 'u-9', email: 'nine@corp.example', email_verified: true, name: '九' }
  issuer.forged = forged
  const person = server.visitor()
  expect(await comeBack(person)).toMatch(/^\/sign-in\?error=/)
  expect((await person.get('/api/account')).status).toBe(401)
})

test('a state works for the browser that began, and once', async () => {
  issuer.person = { sub: 'u-3', email: 'three@corp.example', email_verified: true, name: '三' }
  const begun = server.visitor()
  const asked = await begun.post('/api/session/social', { provider: 'oidc' })
  const back = await issuer.approve(asked.body.url)
  const path = `${back.pathname}${back.search}`
  const other = server.visitor()
  expect((await other.get(path)).headers.get('location')).toMatch(/^\/sign-in\?error=/)
  expect((await other.get('/api/account')).status).toBe(401)
  const forged = await begun.get(`${back.pathname}?code=x&state=made-up`)
  expect(forged.headers.get('location')).toMatch(/^\/sign-in\?error=/)
})

test('G36.6 a provider never slips into an account that has the same address', async () => {
  issuer.person = { sub: 'thief', email: ownerEmail, email_verified: true, name: '冒名者' }
  const thief = server.visitor()
  expect(await comeBack(thief)).toMatch(/^\/sign-in\?error=account_not_linked/)
  expect((await thief.get('/api/account')).status).toBe(401)
  const { rows } = await server.database.pool.query(`select 1 from credential where subject = 'thief'`)
  expect(rows).toEqual([])
})

test('G36.12 an account that a stranger opened at a provider loses that way in when its mailbox is proven', async () => {
  issuer.person = { sub: 'squatter', email: 'victim@example.com', email_verified: false, name: '抢注者' }
  const squatter = server.visitor()
  expect(await comeBack(squatter)).toBe('/')
  expect((await squatter.get('/api/session')).body.account).toMatchObject({ emailVerified: false })
  const victim = server.visitor()
  await victim.post('/api/session/magic-link', { email: 'victim@example.com' })
  const link = new URL(server.mails.at(-1)!.link)
  expect((await victim.get(`${link.pathname}${link.search}`)).headers.get('location')).toBe('/')
  expect((await victim.get('/api/session')).body.account).toMatchObject({ emailVerified: true })
  await expect.poll(async () => (await squatter.get('/api/account')).status, { timeout: 20_000 }).toBe(401)
  expect(await comeBack(server.visitor())).toMatch(/^\/sign-in\?error=account_not_linked/)
})
