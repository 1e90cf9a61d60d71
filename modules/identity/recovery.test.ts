/** What `bin/juluo` can do when nobody can get in any more. */
import { expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import { createOwner, resetPasswordFor } from './api.ts'

const server = identityServer()

test('a password set from the machine ends every session, and takes a lost second factor away when asked to', async () => {
  const { pool } = server().database
  const before = await server().signedIn(ownerEmail)
  await pool.query('update account set two_factor_enabled = true where email = $1', [ownerEmail])
  await pool.query(
    `insert into two_factor (account_id, secret, backup_codes, verified) select id, 'x', 'x', true from account where email = $1`,
    [ownerEmail],
  )
  const fresh = '山丘的新钥匙在柜台下'
  await resetPasswordFor(server().ctx(), { email: ' LinXiao@shanqiu.example', password: fresh })
  const asked = await server().visitor().post('/api/session', { email: ownerEmail, password: fresh })
  expect(asked.body).toEqual({ status: 'twoFactorRequired' })
  await resetPasswordFor(server().ctx(), { email: ownerEmail, password: fresh, dropSecondFactor: true })
  const person = server().visitor()
  expect((await person.post('/api/session', { email: ownerEmail, password: fresh })).body.status).toBe(
    'signedIn',
  )
  expect((await before.get('/api/account')).status).toBe(401)
  const { items } = (await person.get('/api/audit')).body
  expect(items[0]).toMatchObject({ action: 'account.password_reset', actor: 'system:test' })
})

test('it refuses a weak password and an address that nobody has', async () => {
  const ctx = server().ctx()
  await expect(resetPasswordFor(ctx, { email: ownerEmail, password: 'password1' })).rejects.toMatchObject({
    code: 'password_weak',
  })
  await expect(
    resetPasswordFor(ctx, { email: 'nobody@example.com', password: goodPassword }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('an owner is made anew, also of somebody who is a viewer now', async () => {
  const ctx = server().ctx()
  await createOwner(ctx, { name: '何川', email: 'hechuan@example.com', password: goodPassword })
  const person = await server().signedIn('hechuan@example.com')
  expect((await person.get('/api/session')).body.operator.role).toBe('owner')
  await server().database.pool.query(
    `update operator set role_id = (select id from operator_role where key = 'viewer')
      where account_id = (select id from account where email = 'hechuan@example.com')`,
  )
  await createOwner(ctx, { name: '何川', email: 'hechuan@example.com', password: goodPassword })
  const role = async () => (await person.get('/api/session')).body.operator.role
  await expect.poll(role, { timeout: 20_000 }).toBe('owner')
})
