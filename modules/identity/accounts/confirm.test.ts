import { describe, expect, test } from 'vitest'
import { identityServer } from '#test/identity.ts'
import { createAccount } from './accounts.ts'

const server = identityServer()

describe('an account without a password', () => {
  test('is taken over from no screen that was left open: what is sensitive needs a fresh sign-in', async () => {
    const email = 'by-link@example.com'
    const id = await createAccount(server().ctx(), { name: '没有密码', email })
    const person = server().visitor()
    await person.post('/api/session/magic-link', { email })
    const { pathname, search } = new URL(server().mails.findLast((mail) => mail.to === email)!.link)
    await person.get(`${pathname}${search}`)
    const move = { email: 'elsewhere@example.com' }
    expect((await person.put('/api/account/email', move)).status).toBe(202)
    await server().database.pool.query(
      "update session set created_at = now() - interval '25 hours' where account_id = $1",
      [id],
    )
    for (const reply of [
      await person.put('/api/account/email', move),
      await person.put('/api/account/password', { password: '另一个没人用过的密码' }),
      await person.delete('/api/account/two-factor', {}),
    ])
      expect([reply.status, reply.body.code]).toEqual([403, 'fresh_sign_in_needed'])
  })
})
