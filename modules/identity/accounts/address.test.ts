import { describe, expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import type { Visitor } from '#test/visitor.ts'
import { closeAccount } from '../operators/suspensions.ts'

const server = identityServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
const password = '另一个没人用过的密码'

const tokenOf = (link: string) => new URL(link).searchParams.get('token')
const emailOf = async (id: string) =>
  (await server().database.pool.query('select email from account where id = $1', [id])).rows[0].email

/** Asks for another address and resolves to the token that the mail to it carries. */
async function ask(person: Visitor, email: string): Promise<string | null> {
  const asked = await person.put('/api/account/email', { email, password: goodPassword })
  expect(asked.status).toBe(202)
  return tokenOf(server().mails.findLast((mail) => mail.to === email)!.link)
}

describe('a change of address', () => {
  test('counts when it is proven, and ends the other sessions', async () => {
    const person = await server().signedIn('moving@example.com')
    const other = await server().signedIn('moving@example.com')
    const { id } = (await person.get('/api/account')).body
    const token = await ask(person, 'moved@example.com')
    expect(await emailOf(id)).toBe('moving@example.com')
    expect((await person.put('/api/email-verification', { token })).body).toEqual({ status: 'confirmed' })
    expect(await emailOf(id)).toBe('moved@example.com')
    expect((await other.get('/api/account')).status).toBe(401)
  })

  test('that somebody else asked for is worth nothing once the owner has set a new password', async () => {
    const thief = await server().signedIn('robbed@example.com')
    const { id } = (await thief.get('/api/account')).body
    const token = await ask(thief, 'thief@example.com')
    const owner = server().visitor({ 'x-forwarded-for': '10.9.0.1' })
    await owner.post('/api/password-reset', { email: 'robbed@example.com' })
    const reset = server().mails.findLast((mail) => mail.template === 'identity.reset_password')!
    expect((await owner.put('/api/password-reset', { token: tokenOf(reset.link), password })).status).toBe(
      204,
    )
    const followed = await server().visitor().put('/api/email-verification', { token })
    expect([followed.status, followed.body.code]).toEqual([410, 'link_invalid'])
    expect(await emailOf(id)).toBe('robbed@example.com')
  })

  test('brings no address back to an account that was closed meanwhile', async () => {
    const person = await server().signedIn('leaving@example.com')
    const { id } = (await person.get('/api/account')).body
    const token = await ask(person, 'coming-back@example.com')
    await closeAccount(server().ctx(), id, '本人申请', [])
    expect((await server().visitor().put('/api/email-verification', { token })).status).toBe(410)
    expect(await emailOf(id)).toBe(`closed-${id}@closed.invalid`)
  })

  test('what waited to be mailed to a closed account never leaves, and nothing is left of it', async () => {
    const { database, signedIn, ctx } = server()
    const person = await signedIn('held-back@example.com')
    const { id } = (await person.get('/api/account')).body
    const hold = (key: string, recipient: string) =>
      database.pool.query(
        `insert into mail (key, message_id, template, locale, recipient, content, state, created_at)
         values ($1, $1, 'test.letter', 'zh-CN', $2, 'sealed', 'held', now())`,
        [key, recipient],
      )
    await hold('theirs', 'held-back@example.com')
    await hold('of-another', 'still-here@example.com')
    await closeAccount(ctx(), id, '本人申请', [])
    const { rows } = await database.pool.query(
      `select key, state, content is null as gone from mail where template = 'test.letter' order by id`,
    )
    expect(rows).toEqual([
      { key: 'theirs', state: 'dropped', gone: true },
      { key: 'of-another', state: 'held', gone: false },
    ])
  })
})

describe('a link in a mail', () => {
  test('survives the program that looks at it with HEAD before its reader does', async () => {
    const person = server().visitor({ 'x-forwarded-for': '10.9.0.2' })
    await person.post('/api/session/magic-link', { email: ownerEmail })
    const { link } = server().mails.findLast((mail) => mail.template === 'identity.magic_link')!
    const looked = await fetch(link, { method: 'HEAD', redirect: 'manual' })
    expect(looked.headers.getSetCookie()).toEqual([])
    const { pathname, search } = new URL(link)
    expect((await person.get(`${pathname}${search}`)).headers.get('location')).toBe('/')
    expect((await person.get('/api/session')).body.account.email).toBe(ownerEmail)
  })
})
