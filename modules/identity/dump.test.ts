/** G38, short: after a busy day of sign-ins, a dump of the database holds nothing that opens anything. */
import { expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'

const server = identityServer()

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const { pool } = server().database
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query(`select row_to_json(t)::text as row from ${name} t`)
      return rows.map((row) => row.row).join('\n')
    }),
  )
  return parts.join('\n')
}

test('G38: no password, session, link, key or second-factor secret can be read from a dump', async () => {
  const secrets: Record<string, string> = { password: goodPassword }
  const person = await server().signedIn(ownerEmail)
  for (const [name, value] of person.cookies) {
    const token = decodeURIComponent(value)
    secrets[`cookie ${name}`] = token.split('.')[0]!
  }
  const anonymous = server().visitor()
  await anonymous.post('/api/session/magic-link', { email: ownerEmail })
  secrets.link = new URL(server().mails.at(-1)!.link).searchParams.get('token')!
  await anonymous.post('/api/password-reset', { email: ownerEmail })
  secrets.reset = new URL(server().mails.at(-1)!.link).searchParams.get('token')!
  await anonymous.post('/api/accounts', {
    name: '小满',
    email: 'dump@example.com',
    password: '转储里不该出现的密码',
    consents: ['terms', 'privacy'],
  })
  secrets.proof = new URL(server().mails.at(-1)!.link).searchParams.get('token')!
  secrets.chosen = '转储里不该出现的密码'
  secrets['pending sign-up address'] = 'dump@example.com'
  const key = await person.post('/api/api-keys', { name: 'k', scopes: ['audit.read'], expiresAt: null })
  secrets.key = key.body.key
  const enrolment = await person.post('/api/account/two-factor', { password: goodPassword })
  secrets.totp = enrolment.body.secret
  await person.post('/api/account/passkeys/options')
  const roles = (await person.get('/api/roles')).body.items
  await person.post('/api/operators', { email: 'invitee@example.com', roleId: roles[6].id })
  secrets.invitation = new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)!

  const text = await dump()
  expect(text).toContain(ownerEmail)
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, secret.length > 5]).toEqual([name, true])
    expect([name, text.includes(secret)]).toEqual([name, false])
    const hex = Buffer.from(secret).toString('hex')
    expect([name, text.includes(hex)]).toEqual([name, false])
  }
})

test('control: a session that is kept as it is would be found', async () => {
  const person = await server().signedIn('control@example.com')
  const token = decodeURIComponent(person.cookies.get('juluo.session_token') ?? '').split('.')[0]!
  await server().database.pool.query(`update session set user_agent = $1`, [token])
  expect(await dump()).toContain(token)
})
