import { describe, expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import { visitor } from '#test/visitor.ts'

const server = identityServer()

const consents = ['terms', 'privacy']

describe('signing up', () => {
  test('keeps nobody until the mailbox is proven, then signs in the browser that asked', async () => {
    const { mails, database } = server()
    const person = server().visitor()
    const asked = await person.post('/api/accounts', {
      name: '小满',
      email: 'Xiaoman@Example.com',
      password: goodPassword,
      consents,
    })
    expect([asked.status, asked.body]).toEqual([202, { status: 'checkMail' }])
    const before = await database.db
      .selectFrom('account')
      .where('email', '=', 'xiaoman@example.com')
      .execute()
    expect(before).toEqual([])

    const mail = mails.at(-1)!
    expect([mail.to, mail.template]).toEqual(['xiaoman@example.com', 'identity.verify_email'])
    const token = new URL(mail.link).searchParams.get('token')
    const followed = await person.put('/api/email-verification', { token })
    expect(followed.body).toEqual({ status: 'signedIn' })
    const session = await person.get('/api/session')
    expect(session.body.account).toMatchObject({
      name: '小满',
      email: 'xiaoman@example.com',
      emailVerified: true,
    })
    const again = await person.put('/api/email-verification', { token })
    expect([again.status, again.body.code]).toEqual([410, 'link_invalid'])
  })
  test('refuses what is missing or weak, with its field', async () => {
    const person = server().visitor()
    const weak = await person.post('/api/accounts', {
      name: '许木',
      email: 'xumu@example.com',
      password: 'password123',
      consents,
    })
    expect([weak.status, weak.body.code]).toEqual([422, 'password_weak'])
    const silent = await person.post('/api/accounts', {
      name: '许木',
      email: 'xumu@example.com',
      consents: [],
    })
    expect([silent.status, silent.body.code]).toEqual([422, 'consent_required'])
    for (const name of ['中奖请访问 https://evil.example', 'www.evil.example', '隐\u200b形'])
      expect(
        (await person.post('/api/accounts', { name, email: 'xumu@example.com', consents })).body.code,
      ).toBe('invalid_input')
  })
})

describe('S4-05: signing in with one press', () => {
  test('a link from a mail signs in once and leads on to a path of ours', async () => {
    const person = server().visitor()
    const asked = await person.post('/api/session/magic-link', {
      email: ownerEmail,
      next: '/console/members',
    })
    expect([asked.status, asked.body]).toEqual([202, { status: 'sent' }])
    const mail = server().mails.at(-1)!
    expect(mail.template).toBe('identity.magic_link')
    const { pathname, search } = new URL(mail.link)
    const followed = await person.get(`${pathname}${search}`)
    expect([followed.status, followed.headers.get('location')]).toEqual([303, '/console/members'])
    expect((await person.get('/api/session')).body.account.name).toBe('林晓')
    const again = await server().visitor().get(`${pathname}${search}`)
    expect(again.headers.get('location')).toBe('/sign-in?error=invalid_token')
  })
  test('a passkey is offered to whoever comes, without a name', async () => {
    const person = server().visitor()
    const { status, body } = await person.post('/api/session/passkey/options')
    expect(status).toBe(200)
    expect(body).toMatchObject({ userVerification: 'required', rpId: '127.0.0.1' })
    expect(body.challenge.length).toBeGreaterThan(20)
    const wrong = await person.post('/api/session/passkey', {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'passkey_refused'])
  })
  test('a provider that is not set up says so', async () => {
    const { status, body } = await server().visitor().post('/api/session/social', { provider: 'wechat' })
    expect([status, body.code]).toEqual([409, 'method_unavailable'])
  })
})

describe('passwords', () => {
  test('sign in, stay for a session only when not remembered, and sign out', async () => {
    const person = await server().signedIn('hanxiaohe@example.com', '韩小禾')
    expect((await person.get('/api/account')).body.name).toBe('韩小禾')
    const out = await person.delete('/api/session')
    expect(out.status).toBe(204)
    expect((await person.get('/api/account')).status).toBe(401)
    const short = server().visitor()
    const reply = await short.post('/api/session', {
      email: 'hanxiaohe@example.com',
      password: goodPassword,
      remember: false,
    })
    const cookie = reply.headers.getSetCookie().find((line) => line.includes('session_token'))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Max-Age/i)
  })
  test('a reset link sets a new one, ends every session and works once', async () => {
    const email = 'zhouzhou@example.com'
    const person = await server().signedIn(email, '舟舟')
    await server().visitor().post('/api/password-reset', { email })
    const mail = server().mails.at(-1)!
    expect(mail.template).toBe('identity.reset_password')
    const token = new URL(mail.link).searchParams.get('token')
    const fresh = '舟舟新换的长密码'
    const set = await server().visitor().put('/api/password-reset', { token, password: fresh })
    expect(set.status).toBe(204)
    expect(server().mails.at(-1)!.template).toBe('identity.password_changed')
    await expect.poll(async () => (await person.get('/api/account')).status, { timeout: 20_000 }).toBe(401)
    expect((await server().visitor().put('/api/password-reset', { token, password: fresh })).status).toBe(410)
    expect((await server().visitor().post('/api/session', { email, password: fresh })).status).toBe(200)
    expect((await server().visitor().post('/api/session', { email, password: goodPassword })).status).toBe(
      401,
    )
  })
  test('changing it needs the old one and keeps only this session', async () => {
    const email = 'songzhiyi@example.com'
    const here = await server().signedIn(email, '宋知意')
    const there = await server().signedIn(email)
    const wrong = await here.put('/api/account/password', {
      current: 'not it at all',
      password: '另一个够长的密码',
    })
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password_wrong'])
    const right = await here.put('/api/account/password', {
      current: goodPassword,
      password: '另一个够长的密码',
    })
    expect(right.status).toBe(204)
    await expect.poll(async () => (await there.get('/api/account')).status, { timeout: 20_000 }).toBe(401)
    expect((await here.get('/api/account')).status).toBe(200)
  })
})

test('a new device is told to its owner, a known one is not', async () => {
  const email = 'ache@example.com'
  const person = await server().signedIn(email, '阿澈')
  expect(server().mails.at(-1)).toMatchObject({ to: email, template: 'identity.new_sign_in' })
  const count = server().mails.length
  await person.delete('/api/session')
  await person.post('/api/session', { email, password: goodPassword })
  expect(server().mails.length).toBe(count)
})

test('sign-ins and refusals are on record, without addresses or passwords', async () => {
  const email = 'ye@example.com'
  await server().signedIn(email, '野')
  await server().visitor().post('/api/session', { email, password: 'wrong password here' })
  const rows = await server().database.db.selectFrom('sign_in_record').selectAll().execute()
  expect(rows.map((row) => row.outcome)).toContain('wrong')
  expect(JSON.stringify(rows)).not.toContain('ye@example.com')
  expect(JSON.stringify(rows)).not.toContain('wrong password here')
})

test('over https every cookie carries the __Host- prefix and Secure', async () => {
  const { startIdentity } = await import('#test/identity.ts')
  const secure = await startIdentity({ env: { BASE_URL: 'https://community.example.com' } })
  try {
    const person = visitor(secure.url, { origin: 'https://community.example.com' })
    const reply = await person.post('/api/session', { email: ownerEmail, password: goodPassword })
    expect(reply.status).toBe(200)
    const lines = reply.headers.getSetCookie()
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) {
      expect(line).toMatch(/^__Host-juluo\./)
      expect(line).toMatch(/; Secure/)
      expect(line).not.toMatch(/Domain=/i)
    }
    expect((await person.get('/api/account')).status).toBe(200)
  } finally {
    await secure.close()
  }
})
