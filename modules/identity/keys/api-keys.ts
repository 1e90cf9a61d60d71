/** Keys of other programs: made by a signed-in operator for themselves, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto'
import type { Permission } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '../audit/audit.ts'
import { hashToken } from '../engine/store.ts'
import { apiKeyCreated, apiKeyRevoked } from '../facts.ts'
import { holdsAll } from '../operators/powers.ts'
import { identityProblems } from '../problems.ts'

export const findApiKeys = (ctx: Ctx) =>
  ctx.db
    .selectFrom('api_key as k')
    .innerJoin('account as a', 'a.id', 'k.created_by')
    .select([
      'k.id',
      'k.name',
      'k.prefix',
      'k.scopes',
      'k.created_at',
      'k.expires_at',
      'k.last_used_at',
      'k.created_by',
      'a.name as created_by_name',
    ])
    .where('k.revoked_at', 'is', null)
    .orderBy('k.id', 'desc')
    .limit(200)
    .execute()

/** Makes a key. Its scopes are permissions that keys may have and its maker holds. Resolves to the key itself, for the only time. */
export async function createApiKey(
  ctx: Ctx,
  given: { readonly name: string; readonly scopes: readonly string[]; readonly expiresAt: Date | null },
  declared: readonly Permission[],
): Promise<{ id: Id; key: string }> {
  const { actor } = ctx
  if (actor.kind !== 'account') throw problems.forbidden()
  const allowed = new Set(declared.filter(({ scope }) => scope).map(({ name }) => name))
  const unknown = given.scopes.find((scope) => !allowed.has(scope))
  if (unknown) throw identityProblems.scopeUnknown({ values: { scope: unknown } })
  if (!holdsAll(actor, given.scopes)) throw identityProblems.beyondOwnPowers()
  const key = `jl_${randomBytes(30).toString('base64url')}`
  return await transact(ctx, async (inner) => {
    const { id } = await inner.db
      .insertInto('api_key')
      .values({
        name: given.name,
        prefix: key.slice(0, 7),
        key_hash: hashToken(key),
        scopes: [...new Set(given.scopes)].sort(),
        created_by: actor.accountId,
        created_at: inner.now,
        expires_at: given.expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(inner, apiKeyCreated, { keyId: id, scopes: [...given.scopes] })
    await audit(
      inner,
      'api_key.created',
      { kind: 'api_key', id },
      { name: given.name, scopes: given.scopes, expiresAt: given.expiresAt?.toISOString() ?? null },
    )
    return { id, key }
  })
}

/** Revokes a key; it is dead everywhere within a second. */
export async function revokeApiKey(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('api_key')
      .set({
        revoked_at: inner.now,
        revoked_by: inner.actor.kind === 'account' ? inner.actor.accountId : null,
      })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw problems.notFound()
    await announce(inner, apiKeyRevoked, { keyId: id })
    await audit(inner, 'api_key.revoked', { kind: 'api_key', id }, { name: row.name })
  })
}
