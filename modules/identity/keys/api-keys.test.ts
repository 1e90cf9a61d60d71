import { expect, test } from 'vitest'
import { identityServer, ownerEmail } from '#test/identity.ts'

const server = identityServer()
const robot = (key: string) => server().visitor({ authorization: `Bearer ${key}` })

async function makeKey(more: Record<string, unknown> = {}) {
  const owner = await server().signedIn(ownerEmail)
  const made = await owner.post('/api/api-keys', {
    name: '报表',
    scopes: ['audit.read'],
    expiresAt: null,
    ...more,
  })
  return { owner, made, id: made.body.id as string, key: made.body.key as string }
}

test('a key is shown once, kept as a hash, and told apart by its beginning', async () => {
  const { owner, made, key, id } = await makeKey()
  expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
  expect(key).toMatch(/^jl_[\w-]{40}$/)
  const listed = (await owner.get('/api/api-keys')).body.items.find((each: { id: string }) => each.id === id)
  expect(listed).toMatchObject({
    name: '报表',
    prefix: key.slice(0, 7),
    scopes: ['audit.read'],
    createdBy: { name: '林晓' },
    lastUsedAt: null,
    can: { revoke: true },
  })
  expect(JSON.stringify(listed)).not.toContain(key)
})

test('it opens what its scopes say and nothing that belongs to people', async () => {
  const { key } = await makeKey()
  expect((await robot(key).get('/api/audit')).status).toBe(200)
  for (const path of ['/api/account', '/api/operators', '/api/api-keys', '/api/community'])
    expect([path, (await robot(key).get(path)).status]).toEqual([path, 403])
  const minted = await robot(key).post('/api/api-keys', {
    name: 'x',
    scopes: ['audit.read'],
    expiresAt: null,
  })
  expect(minted.status).toBe(403)
})

test('its use is noted to the hour', async () => {
  const { key, id } = await makeKey()
  await robot(key).get('/api/audit')
  const read = async () =>
    (
      await server()
        .database.db.selectFrom('api_key')
        .select('last_used_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).last_used_at
  const first = await read()
  expect(first).not.toBeNull()
  await new Promise((resume) => setTimeout(resume, 950))
  await robot(key).get('/api/audit')
  expect(await read()).toEqual(first)
})

test('it ends when its time is over, and is gone from the list when revoked', async () => {
  const soon = await makeKey({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
  expect((await robot(soon.key).get('/api/audit')).status).toBe(200)
  await server().database.pool.query(`update api_key set expires_at = now() where id = $1`, [soon.id])
  await expect
    .poll(async () => (await robot(soon.key).get('/api/audit')).status, { timeout: 20_000 })
    .toBe(401)
  expect((await soon.owner.delete(`/api/api-keys/${soon.id}`)).status).toBe(204)
  expect((await soon.owner.delete(`/api/api-keys/${soon.id}`)).status).toBe(404)
  const { items } = (await soon.owner.get('/api/api-keys')).body
  expect(items.map((each: { id: string }) => each.id)).not.toContain(soon.id)
})

test.each(['jl_', 'jl_short', 'sk_0123456789012345678901234567890123', ''])('"%s" is nobody', async (key) => {
  expect((await robot(key).get('/api/audit')).status).toBe(401)
})
