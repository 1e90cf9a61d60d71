/**
 * The fifteen mistakes that sign-in libraries made in public (reliability.md, G36), each tried against us.
 * 6 and 12 are tried with a real provider in `engine/oidc.test.ts` as well.
 */
import { describe, expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import { createAccount } from '../accounts/accounts.ts'
import { createEngine } from '../engine/engine.ts'
import { closeAccount } from '../operators/suspensions.ts'
import { localPath } from './answer.ts'

const server = identityServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })

let next = 0
const from = () => ({ 'x-forwarded-for': `10.1.${next >> 8}.${next++ & 255}` })
const stranger = (headers: Record<string, string> = {}) => server().visitor({ ...from(), ...headers })
const password = '另一个没人用过的密码'

describe('G36', () => {
  test('G36.1 nobody mints an API key without a session, nor for somebody else', async () => {
    const body = {
      name: 'x',
      scopes: ['audit.read'],
      expiresAt: null,
      userId: '1',
      accountId: '1',
      createdBy: '1',
    }
    expect((await stranger().post('/api/api-keys', body)).status).toBe(401)
    const owner = await server().signedIn(ownerEmail)
    const { id } = (await owner.get('/api/account')).body
    const victim = await createAccount(server().ctx(), { name: '别人', email: 'victim1@example.com' })
    const made = await owner.post('/api/api-keys', { ...body, userId: victim, createdBy: victim })
    if (made.status === 201) {
      const row = await server()
        .database.db.selectFrom('api_key')
        .select('created_by')
        .where('id', '=', made.body.id)
        .executeTakeFirstOrThrow()
      expect(row.created_by).toBe(id)
    } else expect(made.status).toBe(422)
  })

  test('G36.2 another spelling of a path reaches nothing, and gives no more tries', async () => {
    const spellings = [
      '/api/auth/sign-in/email',
      '/api/auth//sign-in/email',
      '//api/auth/sign-in/email',
      '/api/auth/sign-up/email',
      '/api/AUTH/sign-up/email',
      '/api/auth/%73ign-up/email',
      '/api/auth/sign-up/email/',
      '/api/auth/sign-up/email;x',
      '/api/auth/update-user',
      '/api/auth/delete-user',
    ]
    for (const path of spellings) {
      const url = `${server().url}${path}`
      const reply = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', origin: server().url, ...from() },
        body: JSON.stringify({ email: ownerEmail, password: goodPassword, name: 'x' }),
      })
      expect([path, reply.status >= 400, reply.headers.getSetCookie()]).toEqual([path, true, []])
    }
    const codes: number[] = []
    const headers = from()
    for (let i = 0; i < 36; i++) {
      const path = ['/api/session', '//api/session', '/api//session', '/api/session/', '/api/%73ession'][
        i % 5
      ]!
      const reply = await fetch(`${server().url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server().url, ...headers },
        body: JSON.stringify({ email: `spelling${i}@example.com`, password }),
      })
      codes.push(reply.status)
    }
    expect(codes.filter((status) => status === 401).length).toBeLessThanOrEqual(30)
    expect(codes.filter((status) => status === 200)).toEqual([])
  })

  test('G36.3 no request moves the base address that later ones are built on', async () => {
    for (const path of [
      '/evil/api/auth/ok',
      '/api/auth/callback/oidc',
      '/evil/../api/auth/magic-link/verify?token=x',
    ])
      await fetch(`${server().url}${path}`, {
        redirect: 'manual',
        headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', ...from() },
      })
    await stranger().post('/api/session/magic-link', { email: ownerEmail })
    const link = new URL(server().mails.at(-1)!.link)
    expect(link.origin).toBe(server().url)
    expect(link.pathname).toBe('/api/auth/magic-link/verify')
  })

  test('G36.4 a /64 of IPv6 addresses, in any spelling, is one caller', async () => {
    const spell = (i: number) =>
      [
        `2001:db8:7:7::${(i + 1).toString(16)}`,
        `2001:0DB8:0007:0007:0:0:0:${(i + 1).toString(16)}`,
        `2001:db8:7:7:ffff::${(i + 1).toString(16)}`,
      ][i % 3]!
    const codes: number[] = []
    for (let i = 0; i < 34; i++) {
      const visitor = server().visitor({ 'x-forwarded-for': spell(i) })
      codes.push((await visitor.post('/api/session', { email: `v6-${i}@example.com`, password })).status)
    }
    expect(codes.filter((status) => status === 401)).toHaveLength(30)
    expect(codes.filter((status) => status === 429)).toHaveLength(4)
  })

  test('G36.5 there is no session, in a cookie or in the database, before the second factor', async () => {
    const email = 'second@example.com'
    const id = await createAccount(server().ctx(), { name: '二', email, password: goodPassword })
    await server().database.pool.query('update account set two_factor_enabled = true where id = $1', [id])
    await server().database.pool.query(
      `insert into two_factor (account_id, secret, backup_codes, verified) values ($1, 'x', 'x', true)`,
      [id],
    )
    const person = stranger()
    const reply = await person.post('/api/session', { email, password: goodPassword })
    expect(reply.body).toEqual({ status: 'twoFactorRequired' })
    const names = reply.headers
      .getSetCookie()
      .filter((line) => !/max-age=0/i.test(line))
      .map((line) => line.split('=')[0])
    expect(names).toEqual(['juluo.two_factor'])
    const { rows } = await server().database.pool.query('select 1 from session where account_id = $1', [id])
    expect(rows).toEqual([])
    expect((await person.get('/api/account')).status).toBe(401)
  })

  test('G36.6 there is no address of ours that links a provider to an account by its e-mail alone', () => {
    const engine = createEngine(server().parts)
    expect([engine.oidc, engine.wechat]).toEqual([false, false])
    const ours = server().app.routes.map(({ method, path }) => `${method} ${path}`)
    expect(ours.filter((each) => /link-social|unlink|one-tap/.test(each))).toEqual([])
  })

  test('G36.7 no session outlives the account', async () => {
    const email = 'leaving@example.com'
    const person = await server().signedIn(email)
    const { id } = (await person.get('/api/account')).body
    await closeAccount(server().ctx(), id, '本人申请', [])
    const { rows } = await server().database.pool.query('select 1 from session where account_id = $1', [id])
    expect(rows).toEqual([])
    expect((await stranger().post('/api/session', { email, password: goodPassword })).body.code).toBe(
      'wrong_credentials',
    )
    await stranger().post('/api/session/magic-link', { email })
    expect(
      server().mails.filter((mail) => mail.to === email && mail.template === 'identity.magic_link'),
    ).toEqual([])
  })

  test('G36.8 only the invited address takes an invitation, and once', async () => {
    const owner = await server().signedIn(ownerEmail)
    const roles = (await owner.get('/api/roles')).body.items
    const viewer = roles.find((role: { key: string }) => role.key === 'viewer')
    await owner.post('/api/operators', { email: 'invited@example.com', roleId: viewer.id })
    const token = new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)
    const path = `/api/operators/invitations/${token}`
    const other = await server().signedIn('not-invited@example.com')
    const refused = await other.post(path, {})
    expect([refused.status, refused.body.code]).toEqual([403, 'invitation_for_other'])
    expect((await other.get('/api/operators')).status).toBe(403)
    const invited = stranger()
    const accepted = await invited.post(path, { name: '受邀人', password: goodPassword })
    expect(accepted.body).toEqual({ status: 'signedIn' })
    expect((await invited.get('/api/operators')).status).toBe(200)
    expect((await stranger().post(path, { name: '后来者', password: goodPassword })).body.code).toBe(
      'link_invalid',
    )
  })

  test.each([
    ['G36.9 there is no device flow', /device/],
    ['G36.10 nobody registers an identity provider', /sso|scim|saml|register/],
    [
      'G36.11 we issue no OAuth tokens to others',
      /oauth2\/(token|authorize|consent|register)|mcp|\.well-known|\/token$|jwks/,
    ],
  ])('%s', async (_, pattern) => {
    const engine = createEngine(server().parts)
    const known = engine.paths.filter((path) => pattern.test(path) && !path.startsWith('/passkey/'))
    expect(known).toEqual([])
    expect(
      server()
        .app.routes.filter(({ path }) => pattern.test(path))
        .map(({ path }) => path),
    ).toEqual([])
    for (const path of [
      '/api/auth/device/code',
      '/api/auth/sso/register',
      '/api/auth/oauth2/token',
      '/api/auth/mcp/token',
    ])
      expect((await stranger().post(path, {})).status).toBe(404)
  })

  test('G36.12 nobody prepares an account for somebody else’s mailbox', async () => {
    const email = 'prepared@example.com'
    const person = { name: '抢注', email, password, consents: ['terms', 'privacy'] }
    await stranger().post('/api/accounts', person)
    const token = new URL(server().mails.at(-1)!.link).searchParams.get('token')
    // The owner of the mailbox follows the link in a browser that never asked: the password is not taken over.
    const owner = stranger()
    const followed = await owner.put('/api/email-verification', { token })
    expect([followed.status, followed.body.code]).toEqual([409, 'password_needed'])
    const guessed = await owner.put('/api/email-verification', { token, password: 'not what was chosen' })
    expect(guessed.body.code).toBe('password_wrong')
    expect((await stranger().post('/api/session', { email, password })).body.code).toBe('wrong_credentials')
    // Their own sign-up works, with their own password only.
    const own = '我自己选的一个密码'
    await owner.post('/api/accounts', { ...person, name: '本人', password: own })
    const mine = new URL(server().mails.at(-1)!.link).searchParams.get('token')
    expect((await owner.put('/api/email-verification', { token: mine })).body).toEqual({ status: 'signedIn' })
    expect((await stranger().post('/api/session', { email, password })).body.code).toBe('wrong_credentials')
    expect((await stranger().post('/api/session', { email, password: own })).status).toBe(200)
  })

  test.each([
    ['//evil.example'],
    ['https://evil.example'],
    ['/\\evil.example'],
    ['/%5cevil.example/..//evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['javascript:alert(1)'],
    [' //evil.example'],
    ['/..//evil.example'],
  ])('G36.13 a link never leads off the site: %j', async (wanted) => {
    expect(new URL(localPath(wanted), server().url).origin).toBe(server().url)
    const person = stranger()
    await person.post('/api/session/magic-link', { email: ownerEmail })
    const token = new URL(server().mails.at(-1)!.link).searchParams.get('token') ?? ''
    const reply = await person.get(
      `/api/auth/magic-link/verify?${new URLSearchParams({ token, next: wanted })}`,
    )
    expect(reply.status).toBe(303)
    const target = new URL(reply.headers.get('location') ?? 'x:', server().url)
    expect(target.origin).toBe(server().url)
  })

  test('G36.14 links in mails name the configured host, whatever the request says', async () => {
    const person = stranger({
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-host': 'evil.example',
    })
    await person.post('/api/session/magic-link', { email: ownerEmail })
    await person.post('/api/password-reset', { email: ownerEmail })
    await person.post('/api/accounts', {
      name: '新人',
      email: 'new-host@example.com',
      password,
      consents: ['terms', 'privacy'],
    })
    const links = server()
      .mails.slice(-3)
      .map(({ link }) => new URL(link).origin)
    expect(links).toEqual([server().url, server().url, server().url])
  })

  test('G36.15 an address is normalised before it is checked, so look-alikes are one account', async () => {
    await createAccount(server().ctx(), { name: '甲', email: 'look@example.com', password: goodPassword })
    for (const spelling of [
      'LOOK@example.com',
      ' look@Example.COM ',
      'ｌｏｏｋ@example.com',
      'look＠example.com',
    ])
      expect(
        (await stranger().post('/api/session', { email: spelling, password: goodPassword })).status,
      ).toBe(200)
    await expect(
      server().database.pool.query(`insert into account (name, email) values ('x', 'Look@example.com')`),
    ).rejects.toThrow(/check constraint/)
    const odd = await stranger().post('/api/session', { email: 'a@b@example.com', password })
    expect(odd.status).toBe(422)
  })
})
