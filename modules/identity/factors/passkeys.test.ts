import { expect, test } from 'vitest'
import { createAuthenticator } from '#test/authenticator.ts'
import { identityServer } from '#test/identity.ts'

// Passkeys belong to a name, not to an address of digits.
const origin = 'https://community.example.com'
const server = identityServer({ env: { BASE_URL: origin } })
const visitor = () => server().visitor({ origin })

async function withPasskey(email: string) {
  const { createAccount } = await import('../accounts/accounts.ts')
  const { goodPassword } = await import('#test/identity.ts')
  await createAccount(server().ctx(), { email, name: email.split('@')[0]!, password: goodPassword })
  const person = visitor()
  expect((await person.post('/api/session', { email, password: goodPassword })).status).toBe(200)
  const device = createAuthenticator()
  const options = (await person.post('/api/account/passkeys/options')).body
  const made = await person.post('/api/account/passkeys', {
    name: '我的手机',
    credential: device.create(options, origin),
  })
  return { person, device, made }
}

test('S4-05: a passkey is added once and signs in with one touch, without a name or a second factor', async () => {
  const { person, device, made } = await withPasskey('touch@example.com')
  expect([made.status, made.body.name]).toEqual([201, '我的手机'])
  await server().database.pool.query(
    `update account set two_factor_enabled = true where email = 'touch@example.com'`,
  )
  await person.delete('/api/session')
  const options = (await person.post('/api/session/passkey/options')).body
  const answer = device.get(options, origin)
  const signedIn = await person.post('/api/session/passkey', answer)
  expect(signedIn.body).toEqual({ status: 'signedIn' })
  expect((await person.get('/api/account')).body.name).toBe('touch')
  const replayed = await visitor().post('/api/session/passkey', answer)
  expect([replayed.status, replayed.body.code]).toEqual([401, 'passkey_refused'])
})

test('a passkey from another site, a wrong challenge or an unverified hand opens nothing', async () => {
  const { device } = await withPasskey('refused@example.com')
  const attempt = async (
    change: (options: Record<string, unknown>) => Record<string, unknown>,
    from = origin,
  ) => {
    const stranger = visitor()
    const options = (await stranger.post('/api/session/passkey/options')).body
    const { status } = await stranger.post('/api/session/passkey', device.get(change(options), from))
    return [status, (await stranger.get('/api/account')).status]
  }
  const same = (options: Record<string, unknown>) => options
  expect(await attempt(same, 'https://evil.example')).toEqual([401, 401])
  expect(await attempt((options) => ({ ...options, challenge: 'AAAA' }))).toEqual([401, 401])
  expect(await attempt((options) => ({ ...options, rpId: 'evil.example' }))).toEqual([401, 401])
  device.verifiesPerson = false
  expect(await attempt(same)).toEqual([401, 401])
  device.verifiesPerson = true
  expect(await attempt(same)).toEqual([200, 200])
})

test('one passkey belongs to one account', async () => {
  const { device } = await withPasskey('first@example.com')
  const { person } = await withPasskey('second@example.com')
  const options = (await person.post('/api/account/passkeys/options')).body
  const taken = await person.post('/api/account/passkeys', { credential: device.create(options, origin) })
  expect([taken.status, taken.body.code]).toEqual([401, 'passkey_refused'])
})
