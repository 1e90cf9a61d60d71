import { describe, expect, test } from 'vitest'
import { goodPassword, identityServer, ownerEmail } from '#test/identity.ts'
import type { Visitor } from '#test/visitor.ts'
import { createAccount } from '../accounts/accounts.ts'

const server = identityServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })

async function roleId(person: Visitor, key: string): Promise<string> {
  const { items } = (await person.get('/api/roles')).body
  return items.find((role: { key: string | null; name: string }) => role.key === key || role.name === key).id
}

/** An operator with a built-in role, signed in. */
async function operator(email: string, key: string): Promise<{ person: Visitor; id: string }> {
  const id = await createAccount(server().ctx(), {
    name: email.split('@')[0]!,
    email,
    password: goodPassword,
  })
  await server().database.pool.query(
    `insert into operator (account_id, role_id) select $1, id from operator_role where key = $2`,
    [id, key],
  )
  return { person: await server().signedIn(email), id }
}

describe('inviting', () => {
  test('a newcomer makes an account with the mail, and is in the team', async () => {
    const owner = await server().signedIn(ownerEmail)
    const invited = await owner.post('/api/operators', {
      email: 'Tang@Example.com',
      roleId: await roleId(owner, 'moderator'),
    })
    expect(invited.status).toBe(201)
    const mail = server().mails.at(-1)!
    expect([mail.to, mail.template]).toEqual(['tang@example.com', 'identity.operator_invitation'])
    expect(mail.content.subject).toBe('林晓邀请你加入山丘咖啡的运营团队')
    const path = `/api/operators/invitations/${new URL(mail.link).pathname.split('/').at(-1)}`
    const newcomer = server().visitor()
    expect((await newcomer.get(path)).body).toEqual({
      email: 'tang@example.com',
      roleName: '版主',
      community: '山丘咖啡',
      hasAccount: false,
    })
    const weak = await newcomer.post(path, { name: '唐果', password: 'password1' })
    expect(weak.body.code).toBe('password_weak')
    expect((await newcomer.post(path, { name: '唐果', password: goodPassword })).status).toBe(200)
    expect((await newcomer.get('/api/session')).body.operator).toMatchObject({
      role: 'moderator',
      roleName: '版主',
    })
  })
  test('somebody with an account signs in first and accepts with it', async () => {
    const owner = await server().signedIn(ownerEmail)
    const member = await server().signedIn('chen@example.com', '陈朗')
    await owner.post('/api/operators', { email: 'chen@example.com', roleId: await roleId(owner, 'analyst') })
    const path = `/api/operators/invitations/${new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)}`
    const signedOut = await server().visitor().post(path, { name: '冒名', password: goodPassword })
    expect([signedOut.status, signedOut.body.code]).toEqual([401, 'invitation_needs_sign_in'])
    expect((await member.post(path, {})).status).toBe(200)
    expect((await member.get('/api/session')).body.operator.role).toBe('analyst')
    const again = await owner.post('/api/operators', {
      email: 'chen@example.com',
      roleId: await roleId(owner, 'viewer'),
    })
    expect(again.body.code).toBe('already_operator')
  })
  test('one of twenty who follow the same link at once joins', async () => {
    const owner = await server().signedIn(ownerEmail)
    await owner.post('/api/operators', { email: 'race@example.com', roleId: await roleId(owner, 'viewer') })
    const path = `/api/operators/invitations/${new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)}`
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        server()
          .visitor({ 'x-forwarded-for': `10.2.0.${i}` })
          .post(path, { name: '抢跑', password: goodPassword }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    const { rows } = await server().database.pool.query(
      `select 1 from account where email = 'race@example.com'`,
    )
    expect(rows).toHaveLength(1)
  })
  test('an invitation that was taken back, replaced or is too old opens nothing', async () => {
    const owner = await server().signedIn(ownerEmail)
    const invite = async () => {
      const { body } = await owner.post('/api/operators', {
        email: 'late@example.com',
        roleId: await roleId(owner, 'viewer'),
      })
      const token = new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)
      return { id: body.invitationId, path: `/api/operators/invitations/${token}` }
    }
    const [replaced, withdrawn] = [await invite(), await invite()]
    expect((await owner.delete(`/api/operators/invitations/${withdrawn.id}`)).status).toBe(204)
    const old = await invite()
    await server().database.pool.query(`update operator_invitation set expires_at = now() where id = $1`, [
      old.id,
    ])
    for (const { path } of [replaced, withdrawn, old]) {
      const reply = await server().visitor().post(path, { name: '迟到', password: goodPassword })
      expect([reply.status, reply.body.code]).toEqual([410, 'link_invalid'])
    }
  })
})

describe('an invitation to a role beyond one’s own', () => {
  test('is neither taken back nor replaced by a smaller one', async () => {
    const owner = await server().signedIn(ownerEmail)
    const admin = await operator('small-admin@example.com', 'admin')
    const email = 'next-owner@example.com'
    const made = await owner.post('/api/operators', { email, roleId: await roleId(owner, 'owner') })
    const id = made.body.invitationId
    const shown = async (person: Visitor) =>
      (await person.get('/api/operators')).body.invitations.find((each: { id: string }) => each.id === id)
    expect((await shown(admin.person)).can).toEqual({ withdraw: false })
    for (const reply of [
      await admin.person.delete(`/api/operators/invitations/${id}`),
      await admin.person.post('/api/operators', { email, roleId: await roleId(owner, 'viewer') }),
    ])
      expect([reply.status, reply.body.code]).toEqual([403, 'beyond_own_powers'])
    expect((await shown(owner)).can).toEqual({ withdraw: true })
    expect((await owner.delete(`/api/operators/invitations/${id}`)).status).toBe(204)
  })
})

describe('an invitation of somebody who may not invite any more', () => {
  test.each([
    ['left the team', 'delete from operator where account_id = $1'],
    [
      'has a smaller role now',
      "update operator set role_id = (select id from operator_role where key = 'viewer') where account_id = $1",
    ],
    [
      'is suspended',
      "insert into account_suspension (account_id, reason, suspended_by, suspended_at) values ($1, 'x', 'test', now())",
    ],
  ])('opens nothing when its maker %s', async (why, change) => {
    const maker = await operator(`maker-${why.replaceAll(' ', '-')}@example.com`, 'admin')
    const email = `second-self-${why.replaceAll(' ', '-')}@example.com`
    const invited = await maker.person.post('/api/operators', {
      email,
      roleId: await roleId(maker.person, 'admin'),
    })
    expect(invited.status).toBe(201)
    const path = `/api/operators/invitations/${new URL(server().mails.at(-1)!.link).pathname.split('/').at(-1)}`
    expect((await server().visitor().get(path)).status).toBe(200)
    await server().database.pool.query(change, [maker.id])
    const reply = await server().visitor().post(path, { name: '回头', password: goodPassword })
    expect([reply.status, reply.body.code]).toEqual([410, 'link_invalid'])
    expect((await server().visitor().get(path)).status).toBe(410)
  })
})

describe('powers', () => {
  test('nobody hands out or touches more than they hold', async () => {
    const owner = await server().signedIn(ownerEmail)
    const { person: admin } = await operator('admin@example.com', 'admin')
    const ownerRole = await roleId(owner, 'owner')
    const makeOwner = await admin.post('/api/operators', { email: 'x@example.com', roleId: ownerRole })
    expect([makeOwner.status, makeOwner.body.code]).toEqual([403, 'beyond_own_powers'])
    const ownerId = (await owner.get('/api/account')).body.id
    for (const reply of [
      await admin.patch(`/api/operators/${ownerId}`, { roleId: await roleId(admin, 'viewer') }),
      await admin.delete(`/api/operators/${ownerId}`),
      await admin.put(`/api/accounts/${ownerId}/suspension`, { reason: '夺权' }),
    ])
      expect([reply.status, reply.body.code]).toEqual([403, 'beyond_own_powers'])

    const made = await owner.post('/api/roles', {
      name: '招募官',
      permissions: ['operators.manage', 'operators.read', 'roles.manage'],
    })
    expect(made.status, made.text).toBe(201)
    const { person: recruiter, id } = await operator('recruiter@example.com', 'viewer')
    await owner.patch(`/api/operators/${id}`, { roleId: made.body.id })
    const allowed = async () => (await recruiter.get('/api/session')).body.operator.permissions
    await expect.poll(allowed, { timeout: 20_000 }).toContain('roles.manage')
    const grow = await recruiter.post('/api/roles', { name: '更大的', permissions: ['audit.read'] })
    expect(grow.body.code).toBe('beyond_own_powers')
    const own = await recruiter.patch(`/api/roles/${made.body.id}`, { permissions: ['audit.read'] })
    expect(own.body.code).toBe('beyond_own_powers')
    const invite = await recruiter.post('/api/operators', {
      email: 'y@example.com',
      roleId: await roleId(recruiter, 'admin'),
    })
    expect(invite.body.code).toBe('beyond_own_powers')
    const key = await admin.post('/api/api-keys', {
      name: 'k',
      scopes: ['operators.manage'],
      expiresAt: null,
    })
    expect(key.body.code).toBe('scope_unknown')
  })
  test('the last owner stays, also when two owners leave at the same instant', async () => {
    const owner = await server().signedIn(ownerEmail)
    const ownerId = (await owner.get('/api/account')).body.id
    const viewer = await roleId(owner, 'viewer')
    expect((await owner.patch(`/api/operators/${ownerId}`, { roleId: viewer })).body.code).toBe('last_owner')
    expect((await owner.delete(`/api/operators/${ownerId}`)).body.code).toBe('last_owner')
    const { person: second, id } = await operator('second-owner@example.com', 'owner')
    const replies = await Promise.all([
      owner.delete(`/api/operators/${id}`),
      second.delete(`/api/operators/${ownerId}`),
    ])
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1)
    const { rows } = await server().database.pool.query(
      `select account_id from operator o join operator_role r on r.id = o.role_id where r.key = 'owner'`,
    )
    expect(rows).toHaveLength(1)
    await server().database.pool.query(
      `insert into operator (account_id, role_id) select $1, id from operator_role where key = 'owner'
       on conflict (account_id) do update set role_id = excluded.role_id`,
      [ownerId],
    )
  })
  test('a custom role is what it lists; a role that somebody has, and built-in ones, stay', async () => {
    const owner = await server().signedIn(ownerEmail)
    const { body: role } = await owner.post('/api/roles', { name: '审计员', permissions: ['audit.read'] })
    expect(role).toMatchObject({ key: null, name: '审计员', permissions: ['audit.read'], operators: 0 })
    const { person, id } = await operator('auditor@example.com', 'viewer')
    await owner.patch(`/api/operators/${id}`, { roleId: role.id })
    await expect.poll(async () => (await person.get('/api/audit')).status, { timeout: 20_000 }).toBe(200)
    expect((await person.get('/api/operators')).status).toBe(403)
    expect((await owner.delete(`/api/roles/${role.id}`)).body.code).toBe('role_in_use')
    expect((await owner.patch(`/api/roles/${await roleId(owner, 'viewer')}`, { name: 'v' })).body.code).toBe(
      'built_in_role',
    )
    expect((await owner.post('/api/roles', { name: '审计员', permissions: [] })).body.code).toBe(
      'role_name_taken',
    )
    expect((await owner.post('/api/roles', { name: '空想', permissions: ['no.such'] })).body.code).toBe(
      'permission_unknown',
    )
  })
  test('when the policy asks for a second factor, the console stays closed without one', async () => {
    const owner = await server().signedIn(ownerEmail)
    expect((await owner.patch('/api/security', { operatorsNeedTwoFactor: true })).body.code).toBe(
      'two_factor_off',
    )
    const ownerId = (await owner.get('/api/account')).body.id
    await server().database.pool.query(
      `insert into passkey (account_id, public_key, credential_id, counter, device_type, backed_up) values ($1, 'k', 'own', 0, 'x', true)`,
      [ownerId],
    )
    const { person } = await operator('bare@example.com', 'admin')
    expect((await owner.patch('/api/security', { operatorsNeedTwoFactor: true })).status).toBe(200)
    await expect.poll(async () => (await person.get('/api/operators')).status, { timeout: 20_000 }).toBe(403)
    expect((await person.get('/api/session')).body.operator).toMatchObject({
      permissions: [],
      twoFactorNeeded: true,
    })
    expect((await owner.get('/api/operators')).status).toBe(200)
    await owner.patch('/api/security', { operatorsNeedTwoFactor: false, operatorSessionHours: 1 })
    await server().database.pool.query(
      `update session set created_at = now() - interval '2 hours' where account_id = (select id from account where email = 'bare@example.com')`,
    )
    await expect.poll(async () => (await person.get('/api/account')).status, { timeout: 20_000 }).toBe(401)
    await owner.patch('/api/security', { operatorSessionHours: 24 })
  })
})

test('a suspended person signs in to see it and to use their rights, and may do nothing else', async () => {
  const owner = await server().signedIn(ownerEmail)
  const person = await server().signedIn('suspended@example.com')
  const { id } = (await person.get('/api/account')).body
  expect((await owner.put(`/api/accounts/${id}/suspension`, { reason: '刷屏' })).status).toBe(204)
  const back = await server().signedIn('suspended@example.com')
  expect((await back.get('/api/session')).body.account.suspended).toBe(true)
  expect((await back.post('/api/account/data-requests', { kind: 'export' })).status).toBe(201)
  expect((await owner.delete(`/api/accounts/${id}/suspension`)).status).toBe(204)
  const suspended = async () => (await back.get('/api/session')).body.account.suspended
  await expect.poll(suspended, { timeout: 20_000 }).toBe(false)
  expect(
    (
      await owner.put(`/api/accounts/${(await owner.get('/api/account')).body.id}/suspension`, {
        reason: '自己',
      })
    ).body.code,
  ).toBe('own_account')
})
