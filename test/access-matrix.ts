/**
 * Tries every route as every kind of principal, through the real authoriser and the real HTTP pipeline; only the
 * handlers are replaced, so nothing needs valid input and nothing happens.
 */
import { randomBytes } from 'node:crypto'
import { modules as productModules } from '#apps/server/modules.ts'
import { type Access, type BuiltInRole, builtInRoles, type Permission } from '#base/access/access.ts'
import type { AnyRoute } from '#base/http/route.ts'
import type { Module } from '#base/module.ts'
import { createAccount } from '#modules/identity/accounts/accounts.ts'
import { hashToken } from '#modules/identity/engine/store.ts'
import { openAuthoriser } from '#modules/identity/sign-in/authoriser.ts'
import { findMemberIdOfAccount, joinCommunity } from '#modules/members/api.ts'
import { type Client, clientOf } from './client.ts'
import { createTestDatabase, type TestDatabase, testCtx } from './database.ts'
import { startTestServer } from './server.ts'

/** How far somebody gets: to the handler (or to a complaint about the input), or turned away. */
export type Outcome = 'in' | 'signIn' | 'forbidden'

export interface Principal {
  readonly name: string
  readonly kind: 'nobody' | 'account' | 'key'
  readonly member: boolean
  readonly suspended: boolean
  /** What an operator or a key may do; undefined for everyone else. */
  readonly permissions: ReadonlySet<string> | undefined
  readonly client: Client
}

export interface Matrix {
  readonly routes: readonly AnyRoute[]
  readonly permissions: readonly Permission[]
  readonly principals: readonly Principal[]
  try(route: AnyRoute, principal: Principal): Promise<Outcome>
  close(): Promise<void>
}

/** What the declaration promises, written down a second time and without the code that enforces it. */
export function promised(access: Access, who: Principal): Outcome {
  if (access.kind === 'anyone' || access.kind === 'bearerOf') return 'in'
  if (who.kind === 'nobody') return 'signIn'
  const account = who.kind === 'account'
  const passes = {
    signedIn: account,
    member: account && who.member && !who.suspended,
    operator: account && who.permissions !== undefined && !who.suspended,
    permission:
      access.kind === 'permission' && !who.suspended && (who.permissions?.has(access.permission) ?? false),
  }[access.kind]
  return passes ? 'in' : 'forbidden'
}

/** `change`: alters the routes that are served, for the control that must be caught. */
export async function openMatrix(change: (route: AnyRoute) => AnyRoute = (route) => route): Promise<Matrix> {
  const database = await createTestDatabase()
  let permissions: readonly Permission[] = []
  let declared: readonly AnyRoute[] = []
  const options = { permissions: () => permissions, memberOf: findMemberIdOfAccount }
  let authoriser: ReturnType<typeof openAuthoriser> | undefined
  const server = await startTestServer({
    database,
    modules: (parts) => {
      const modules = productModules(parts)
      permissions = modules.flatMap((module) => module.permissions ?? [])
      declared = modules.flatMap((module) => module.routes ?? [])
      authoriser = openAuthoriser(parts, options)
      return modules.map((module) => withProbes(module, change))
    },
    authorise: async (request) => await authoriser!.authorise(request),
  })
  const principals = await people(database, server.url, permissions)
  return {
    routes: declared,
    permissions,
    principals,
    async try(route, { client }) {
      const path = route.path.replaceAll(/\{\w+\}/g, '1')
      const { status, body } = await client.call(route.method.toUpperCase(), path)
      if (status === 401 && body?.code === 'sign_in_required') return 'signIn'
      if (status === 403 && body?.code === 'forbidden') return 'forbidden'
      if (status === 404 && body?.code !== 'not_found')
        throw new Error(`${route.method} ${path} is not served`)
      if (status >= 500 || status === 429) throw new Error(`${route.method} ${path} answered ${status}`)
      return 'in'
    },
    async close() {
      await authoriser?.close()
      await server.close()
      await database.close()
    },
  }
}

const withProbes = (module: Module, change: (route: AnyRoute) => AnyRoute): Module => ({
  ...module,
  routes: (module.routes ?? []).map((route) =>
    change({
      ...route,
      limit: { max: 1_000_000, perSeconds: 60 },
      handle: async () => new Response('reached', { status: 200 }),
    }),
  ),
})

async function people(
  database: TestDatabase,
  url: string,
  declared: readonly Permission[],
): Promise<Principal[]> {
  const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
  const all = declared.map(({ name }) => name)
  const { pool } = database
  const none = { member: false, suspended: false, permissions: undefined }

  /** A session without the library: its cookie is the token and a signature that only the library reads. */
  const account = async (name: string) => {
    const id = await createAccount(ctx, { name, email: `${name}@example.com` })
    const token = randomBytes(24).toString('base64url')
    await pool.query(
      `insert into session (account_id, token_hash, expires_at) values ($1, $2, now() + interval '1 day')`,
      [id, hashToken(token)],
    )
    return { id, client: clientOf(url, { cookie: `juluo.session_token=${token}.x`, origin: url }) }
  }
  const suspend = (id: string) =>
    pool.query(`insert into account_suspension values ($1, 'test', 'system:test')`, [id])
  const operator = async (name: string, role: string) => {
    const made = await account(name)
    await pool.query(
      `insert into operator (account_id, role_id) select $1, id from operator_role where key = $2 or name = $2`,
      [made.id, role],
    )
    return made
  }

  const stranger = await account('signed-in')
  const member = await account('member')
  await joinCommunity(ctx, { accountId: member.id, nickname: 'member' })
  const suspendedMember = await account('suspended-member')
  await joinCommunity(ctx, { accountId: suspendedMember.id, nickname: 'suspended' })
  await suspend(suspendedMember.id)
  const suspendedAdmin = await operator('suspended-admin', 'admin')
  await suspend(suspendedAdmin.id)

  const principals: Principal[] = [
    { name: 'nobody', kind: 'nobody', ...none, client: clientOf(url) },
    {
      name: 'a wrong session',
      kind: 'nobody',
      ...none,
      client: clientOf(url, { cookie: `juluo.session_token=${'x'.repeat(32)}.x` }),
    },
    {
      name: 'a wrong key',
      kind: 'nobody',
      ...none,
      client: clientOf(url, { authorization: `Bearer jl_${'x'.repeat(40)}` }),
    },
    { name: 'signed in', kind: 'account', ...none, client: stranger.client },
    { name: 'member', kind: 'account', ...none, member: true, client: member.client },
    {
      name: 'suspended member',
      kind: 'account',
      ...none,
      member: true,
      suspended: true,
      client: suspendedMember.client,
    },
    {
      name: 'suspended admin',
      kind: 'account',
      ...none,
      suspended: true,
      permissions: new Set(all),
      client: suspendedAdmin.client,
    },
  ]
  for (const role of builtInRoles) {
    const { client } = await operator(role, role)
    const permissions = new Set(
      role === 'owner'
        ? all
        : declared.filter(({ roles }) => roles.includes(role as BuiltInRole)).map(({ name }) => name),
    )
    principals.push({ name: role, kind: 'account', ...none, permissions, client })
  }
  const some = all.filter((_, index) => index % 3 === 0)
  await pool.query(`insert into operator_role (name, permissions) values ('custom', $1)`, [
    [...some, 'not.declared'],
  ])
  const custom = await operator('custom', 'custom')
  principals.push({
    name: 'custom role',
    kind: 'account',
    ...none,
    permissions: new Set(some),
    client: custom.client,
  })

  const { rows } = await pool.query<{ id: string }>(
    `select account_id as id from operator o join operator_role r on r.id = o.role_id where r.key = 'owner'`,
  )
  for (const scopes of [all, ...declared.filter(({ scope }) => scope).map(({ name }) => [name])]) {
    const key = `jl_${randomBytes(30).toString('base64url')}`
    await pool.query(
      `insert into api_key (name, prefix, key_hash, scopes, created_by) values ('k', 'jl_', $1, $2, $3)`,
      [hashToken(key), scopes, rows[0]!.id],
    )
    principals.push({
      name: `key with ${scopes.length === all.length ? 'everything' : scopes.join()}`,
      kind: 'key',
      ...none,
      permissions: new Set(scopes),
      client: clientOf(url, { authorization: `Bearer ${key}` }),
    })
  }
  return principals
}
