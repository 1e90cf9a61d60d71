import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { goodPassword, identityServer } from '#test/identity.ts'
import type { Visitor } from '#test/visitor.ts'

const server = identityServer()

/** RFC 6238 with a secret in base32, as an authenticator app computes it. */
function codeOf(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function enrol(email: string): Promise<{ person: Visitor; secret: string; backupCodes: string[] }> {
  const person = await server().signedIn(email)
  const begun = await person.post('/api/account/two-factor', { password: goodPassword })
  expect(begun.status, begun.text).toBe(200)
  expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\//)
  expect(decodeURIComponent(begun.body.uri)).toContain('山丘咖啡')
  expect(begun.body.qr).toMatch(/^<svg /)
  const confirmed = await person.put('/api/account/two-factor', { code: codeOf(begun.body.secret) })
  expect(confirmed.status, confirmed.text).toBe(200)
  return { person, secret: begun.body.secret, backupCodes: confirmed.body.backupCodes }
}

describe('two-step verification', () => {
  test('is set up with a code, ends other sessions, and is asked for at the next sign-in', async () => {
    const elsewhere = await server().signedIn('tangguo@example.com')
    const { person, secret, backupCodes } = await enrol('tangguo@example.com')
    expect(backupCodes).toHaveLength(10)
    expect((await person.get('/api/account/two-factor')).body).toEqual({ enabled: true, backupCodesLeft: 10 })
    await expect.poll(async () => (await elsewhere.get('/api/account')).status, { timeout: 20_000 }).toBe(401)

    const fresh = server().visitor()
    const first = await fresh.post('/api/session', { email: 'tangguo@example.com', password: goodPassword })
    expect(first.body).toEqual({ status: 'twoFactorRequired' })
    expect((await fresh.get('/api/account')).status).toBe(401)
    const wrong = await fresh.post('/api/session/two-factor', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_code'])
    const right = await fresh.post('/api/session/two-factor', { code: codeOf(secret), trustDevice: true })
    expect(right.body).toEqual({ status: 'signedIn' })
    expect((await fresh.get('/api/account')).status).toBe(200)
    await fresh.delete('/api/session')
    const trusted = await fresh.post('/api/session', { email: 'tangguo@example.com', password: goodPassword })
    expect(trusted.body).toEqual({ status: 'signedIn' })
  })
  test('takes a code once, also while it would still be valid', async () => {
    const { secret } = await enrol('replay@example.com')
    const credentials = { email: 'replay@example.com', password: goodPassword }
    const code = codeOf(secret)
    const [owner, watcher] = [server().visitor(), server().visitor()]
    await owner.post('/api/session', credentials)
    await watcher.post('/api/session', credentials)
    expect((await owner.post('/api/session/two-factor', { code })).status).toBe(200)
    expect((await watcher.post('/api/session/two-factor', { code })).body.code).toBe('wrong_code')
    expect((await watcher.get('/api/account')).status).toBe(401)
  })
  test('is set up anew only after it was switched off', async () => {
    const { person } = await enrol('anew@example.com')
    const again = await person.post('/api/account/two-factor', { password: goodPassword })
    expect([again.status, again.body.code]).toEqual([409, 'two_factor_on'])
  })
  test('takes a backup code once', async () => {
    const { backupCodes } = await enrol('laozhou@example.com')
    const credentials = { email: 'laozhou@example.com', password: goodPassword }
    const one = server().visitor()
    await one.post('/api/session', credentials)
    expect((await one.post('/api/session/two-factor', { code: backupCodes[0] })).status).toBe(200)
    expect((await one.get('/api/account/two-factor')).body.backupCodesLeft).toBe(9)
    const two = server().visitor()
    await two.post('/api/session', credentials)
    expect((await two.post('/api/session/two-factor', { code: backupCodes[0] })).body.code).toBe('wrong_code')
  })
  test('a link from a mail leads to the same question', async () => {
    const { secret } = await enrol('chenlang@example.com')
    const person = server().visitor()
    await person.post('/api/session/magic-link', { email: 'chenlang@example.com', next: '/me' })
    const link = new URL(server().mails.at(-1)!.link)
    const followed = await person.get(`${link.pathname}${link.search}`)
    expect(followed.headers.get('location')).toBe('/sign-in/two-factor?next=%2Fme')
    expect((await person.get('/api/account')).status).toBe(401)
    expect((await person.post('/api/session/two-factor', { code: codeOf(secret) })).status).toBe(200)
    expect((await person.get('/api/account')).status).toBe(200)
  })
  test('five wrong codes end the challenge; the next one needs a new sign-in', async () => {
    const { secret } = await enrol('wrong-codes@example.com')
    const person = server().visitor()
    await person.post('/api/session', { email: 'wrong-codes@example.com', password: goodPassword })
    for (let i = 0; i < 5; i++) await person.post('/api/session/two-factor', { code: '000001' })
    const late = await person.post('/api/session/two-factor', { code: codeOf(secret) })
    expect([late.status, late.body.code]).toEqual([401, 'code_expired'])
    expect((await person.get('/api/account')).status).toBe(401)
  })
  test('is switched off with the password only', async () => {
    const { person } = await enrol('switch-off@example.com')
    const wrong = await person.delete('/api/account/two-factor', { password: 'not the password' })
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password_wrong'])
    expect((await person.delete('/api/account/two-factor', { password: goodPassword })).status).toBe(204)
    expect((await person.get('/api/account/two-factor')).body.enabled).toBe(false)
    expect((await person.get('/api/account')).status).toBe(200)
  })
  test('setting it up needs the password, and a code of the secret', async () => {
    const person = await server().signedIn('no-code@example.com')
    expect((await person.post('/api/account/two-factor', { password: 'nope, not it' })).body.code).toBe(
      'password_wrong',
    )
    await person.post('/api/account/two-factor', { password: goodPassword })
    expect((await person.put('/api/account/two-factor', { code: '123456' })).body.code).toBe('wrong_code')
    expect((await person.get('/api/account/two-factor')).body.enabled).toBe(false)
  })
})

test('a passkey is added by a fresh session and removed by its owner only', async () => {
  const person = await server().signedIn('passkey@example.com')
  const { body } = await person.post('/api/account/passkeys/options')
  expect(body).toMatchObject({
    rp: { id: '127.0.0.1' },
    authenticatorSelection: { userVerification: 'required' },
  })
  const { rows } = await server().database.pool.query<{ id: string }>(
    `insert into passkey (account_id, public_key, credential_id, counter, device_type, backed_up, name)
     select id, 'k', 'c', 0, 'singleDevice', false, '手机' from account where email = 'passkey@example.com' returning id`,
  )
  const id = rows[0]!.id
  expect((await person.get('/api/account/passkeys')).body.items).toMatchObject([
    { id, name: '手机', backedUp: false },
  ])
  const other = await server().signedIn('other@example.com')
  expect((await other.delete(`/api/account/passkeys/${id}`)).status).toBe(404)
  expect((await person.delete(`/api/account/passkeys/${id}`)).status).toBe(204)
  await server().database.pool.query(
    `update session set created_at = now() - interval '2 days' where account_id =
       (select id from account where email = 'passkey@example.com')`,
  )
  const stale = await person.post('/api/account/passkeys/options')
  expect([stale.status, stale.body.code]).toEqual([403, 'fresh_sign_in_needed'])
})
