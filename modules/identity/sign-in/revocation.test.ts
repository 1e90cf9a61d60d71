import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#base/db/database.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { goodPassword, type IdentityServer, ownerEmail, startIdentity } from '#test/identity.ts'
import type { Visitor } from '#test/visitor.ts'
import { openAuthoriser } from './authoriser.ts'

/** Two processes of one installation. */
let one: IdentityServer
let two: IdentityServer

beforeAll(async () => {
  one = await startIdentity()
  two = await one.twin()
})
afterAll(async () => {
  await two.close()
  await one.close()
})

/**
 * When the last request came, in milliseconds from now, that a caller was still let in with. How long a busy machine
 * takes over the answer says nothing about what it believes.
 */
async function deadAfter(person: Visitor, path = '/api/account', refusal = 401): Promise<number> {
  const begin = performance.now()
  for (let last = 0; ; await new Promise((resume) => setTimeout(resume, 10))) {
    const came = performance.now() - begin
    if ((await person.get(path)).status === refusal) return last
    if (came > 20_000) throw new Error('still let in after 20 s')
    last = came
  }
}

/** Warm in both processes, so that both remember it. */
async function warm(...people: Visitor[]): Promise<void> {
  for (const person of people) expect((await person.get('/api/account')).status).toBe(200)
}

describe('G35: an access that ended is dead in every process within a second', () => {
  test('signing out', async () => {
    const here = await one.signedIn('a@example.com')
    const there = here.at(two.url)
    await warm(here, there)
    await here.delete('/api/session')
    there.cookies.clear()
    const stolen = await one.signedIn('a@example.com')
    const elsewhere = stolen.at(two.url)
    const kept = new Map(stolen.cookies)
    await warm(stolen, elsewhere)
    await stolen.delete('/api/session')
    const thief = two.visitor()
    for (const [name, value] of kept) thief.cookies.set(name, value)
    expect(await deadAfter(thief)).toBeLessThan(1_000)
  })
  test('changing the password, for every other session', async () => {
    const here = await one.signedIn('b@example.com')
    const there = (await one.signedIn('b@example.com')).at(two.url)
    await warm(here, there)
    await here.put('/api/account/password', { current: goodPassword, password: '换了一个新的长密码' })
    expect(await deadAfter(there)).toBeLessThan(1_000)
    expect((await here.get('/api/account')).status).toBe(200)
  })
  test('ending one session, or all others, from the list of devices', async () => {
    const here = await one.signedIn('c@example.com')
    const there = (await one.signedIn('c@example.com')).at(two.url)
    await warm(here, there)
    const { items } = (await here.get('/api/account/sessions')).body
    expect(items.map((each: { current: boolean }) => each.current).sort()).toEqual([false, true])
    const other = items.find((each: { current: boolean }) => !each.current)
    expect((await here.delete(`/api/account/sessions/${other.id}`)).status).toBe(204)
    expect(await deadAfter(there)).toBeLessThan(1_000)
    const third = (await one.signedIn('c@example.com')).at(two.url)
    await warm(third)
    expect((await here.delete('/api/account/sessions')).body).toEqual({ ended: 1 })
    expect(await deadAfter(third)).toBeLessThan(1_000)
  })
  test('suspending an account, with its API keys', async () => {
    const owner = await one.signedIn(ownerEmail)
    const { person, id, key } = await operatorWithKey('d@example.com')
    const there = person.at(two.url)
    const robot = two.visitor({ authorization: `Bearer ${key}` })
    await warm(person, there)
    expect((await robot.get('/api/audit')).status).toBe(200)
    expect((await owner.put(`/api/accounts/${id}/suspension`, { reason: '异常登录' })).status).toBe(204)
    const [session, api] = await Promise.all([deadAfter(there), deadAfter(robot, '/api/audit')])
    expect(Math.max(session, api)).toBeLessThan(1_000)
  })
  test('closing an account', async () => {
    const { person, id, key } = await operatorWithKey('e@example.com')
    const there = person.at(two.url)
    const robot = two.visitor({ authorization: `Bearer ${key}` })
    await warm(there)
    expect((await robot.get('/api/audit')).status).toBe(200)
    const { closeAccount } = await import('../operators/suspensions.ts')
    await closeAccount(one.ctx(), id, '本人申请', [])
    const [session, api] = await Promise.all([deadAfter(there), deadAfter(robot, '/api/audit')])
    expect(Math.max(session, api)).toBeLessThan(1_000)
  })
  test('revoking a key; changing a role, which narrows what its people may do', async () => {
    const owner = await one.signedIn(ownerEmail)
    const { person, id, key, keyId } = await operatorWithKey('f@example.com')
    const robot = two.visitor({ authorization: `Bearer ${key}` })
    expect((await robot.get('/api/audit')).status).toBe(200)
    expect((await owner.delete(`/api/api-keys/${keyId}`)).status).toBe(204)
    expect(await deadAfter(robot, '/api/audit')).toBeLessThan(1_000)

    const there = person.at(two.url)
    expect((await there.get('/api/audit')).status).toBe(200)
    const viewer = (await owner.get('/api/roles')).body.items.find(
      (each: { key: string }) => each.key === 'viewer',
    )
    expect((await owner.patch(`/api/operators/${id}`, { roleId: viewer.id })).status).toBe(200)
    expect(await deadAfter(there, '/api/audit', 403)).toBeLessThan(1_000)
  })
  test('control: without being told, a process still forgets within a second', async () => {
    const person = await one.signedIn('g@example.com')
    const there = person.at(two.url)
    await one.database.pool.query('alter table session disable trigger session_told')
    try {
      await warm(there)
      await one.database.pool.query(
        `delete from session s using account a where a.id = s.account_id and a.email = 'g@example.com'`,
      )
      // Still remembered: nobody told. The bound on belief ends it.
      expect((await there.get('/api/account')).status).toBe(200)
      expect(await deadAfter(there)).toBeLessThan(1_000)
    } finally {
      await one.database.pool.query('alter table session enable trigger session_told')
    }
  })
})

test('a known caller costs no round trip to the database', async () => {
  const person = await one.signedIn('h@example.com')
  let questions = 0
  const db: Database = new Kysely({
    dialect: new PostgresDialect({ pool: one.database.pool }),
    log: () => {
      questions++
    },
  })
  const authoriser = openAuthoriser(
    { config: one.config, log: one.parts.log, connection: { ...one.database, db } },
    { permissions: () => [] },
  )
  try {
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = { headers: new Headers({ cookie }), ip: '127.0.0.1' } as RequestInfo
    for (let i = 0; i < 200; i++) {
      const { actor } = await authoriser.authorise(request)
      expect(actor).toMatchObject({ kind: 'account', name: 'h', ip: '127.0.0.1' })
    }
    // One to find out; another when the listening connection came up in between.
    expect(questions).toBeLessThanOrEqual(2)
  } finally {
    await authoriser.close()
  }
})

/** An administrator with a session and a key that reads the audit log. */
async function operatorWithKey(email: string) {
  const person = await one.signedIn(email)
  const { rows } = await one.database.pool.query<{ id: string }>(
    `insert into operator (account_id, role_id)
     select a.id, r.id from account a, operator_role r where a.email = $1 and r.key = 'admin' returning account_id as id`,
    [email],
  )
  const id = String(rows[0]?.id)
  await expect.poll(async () => (await person.get('/api/audit')).status, { timeout: 20_000 }).toBe(200)
  const made = await person.post('/api/api-keys', { name: '报表', scopes: ['audit.read'], expiresAt: null })
  expect(made.status, made.text).toBe(201)
  return { person, id, key: made.body.key as string, keyId: made.body.id as string }
}
