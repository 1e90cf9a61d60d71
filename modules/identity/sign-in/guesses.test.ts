import { hashPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import { makeAccount } from '../accounts/accounts.ts'
import { budgets, subjectOf, takeTry } from './guesses.ts'

const server = identityServer({ env: { TRUSTED_PROXIES: '127.0.0.1' }, runJobs: false })

/** From an address of its own: the limit by address never gets in the way of what is tested. */
let next = 0
const from = () => {
  next++
  return { headers: { 'x-forwarded-for': `10.${next >> 16}.${(next >> 8) & 255}.${next & 255}` } }
}

test('G37: of 60 guesses at one account from 60 addresses ten are evaluated, and the owner still gets in', async () => {
  const email = 'guessed@example.com'
  const owner = await server().signedIn(email)
  await owner.delete('/api/session')
  const guesses = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      server()
        .visitor()
        .post('/api/session', { email, password: `guess number ${i}` }, from()),
    ),
  )
  const codes = guesses.map(({ body }) => body.code)
  // One try was the owner's own first sign-in.
  expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(9)
  expect(codes.filter((code) => code === 'too_many_guesses')).toHaveLength(51)
  const refused = guesses.find(({ status }) => status === 429)!
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  // Even the right password is not evaluated from a device that never signed in…
  const stranger = await server().visitor().post('/api/session', { email, password: goodPassword }, from())
  expect(stranger.status).toBe(429)
  // …but the owner's own browser has tries of its own.
  expect((await owner.post('/api/session', { email, password: goodPassword }, from())).status).toBe(200)
})

test('G37: an unknown address runs out in the same way', async () => {
  const email = 'nobody@example.com'
  const codes: string[] = []
  for (let i = 0; i < 12; i++)
    codes.push(
      (await server().visitor().post('/api/session', { email, password: 'some guess' }, from())).body.code,
    )
  expect(codes).toEqual([...Array(10).fill('wrong_credentials'), 'too_many_guesses', 'too_many_guesses'])
})

test('two tries at the same instant never share one', async () => {
  const { db } = server().database
  const subject = subjectOf(server().parts.secrets, 'race@example.com')
  const waits = await Promise.all(Array.from({ length: 40 }, () => takeTry(db, budgets.password, subject)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
})

test.each([
  ['/api/session', 'post', (email: string) => ({ email, password: 'not the password' })],
  ['/api/session/magic-link', 'post', (email: string) => ({ email })],
  ['/api/password-reset', 'post', (email: string) => ({ email })],
  [
    '/api/accounts',
    'post',
    (email: string) => ({
      name: '某人',
      email,
      password: '一个没人用过的密码',
      consents: ['terms', 'privacy'],
    }),
  ],
] as const)('known and unknown addresses get the same answer: %s', async (path, method, body) => {
  const call = (email: string) => server().visitor().call(method.toUpperCase(), path, body(email), from())
  const [known, unknown] = [await call(ownerEmail), await call('unknown-person@example.com')]
  expect(known.status).toBe(unknown.status)
  const strip = ({ requestId: _, ...rest }: Record<string, unknown>) => rest
  expect(strip(known.body)).toEqual(strip(unknown.body))
  const names = (reply: typeof known) => reply.headers.getSetCookie().map((line) => line.split('=')[0])
  expect(names(known)).toEqual(names(unknown))
})

test('the time of a refused password does not tell whether there is an account', async () => {
  const passwordHash = await hashPassword(goodPassword)
  const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let i = 0; i < 12; i++)
    for (const kind of ['known', 'unknown'] as const) {
      const email = `${kind}${i}@example.com`
      if (kind === 'known')
        await makeAccount(server().ctx(), { name: 'x', email, passwordHash, by: 'operator' })
      const begin = performance.now()
      await server().visitor().post('/api/session', { email, password: 'not the password' }, from())
      least[kind] = Math.min(least[kind], performance.now() - begin)
    }
  // The nightly run compares medians of 200 pairs within 10 %; this sample, whose least times leave the noise of
  // a busy machine out, catches a missing hash (a factor of ten).
  expect(least.known / least.unknown).toBeGreaterThan(0.7)
  expect(least.known / least.unknown).toBeLessThan(1.4)
})

test('an open screen is no way around the limit: the own password is counted there too', async () => {
  const email = 'open-screen@example.com'
  const person = await server().signedIn(email)
  const codes: string[] = []
  for (let i = 0; i < 10; i++)
    codes.push(
      (await person.put('/api/account/email', { email: 'thief@example.com', password: `guess ${i}` }, from()))
        .body.code,
    )
  expect(codes).toEqual([...Array(9).fill('password_wrong'), 'too_many_guesses'])
})
