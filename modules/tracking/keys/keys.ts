/** Write-only keys: issued once in full, kept as a hash, withdrawn by a row that says who and when. */
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { trackingProblems } from '../problems.ts'

export interface TrackKey {
  readonly id: Id
  readonly name: string
  /** The first characters, to tell keys apart. */
  readonly prefix: string
  readonly test: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Makes a key. `secret` is shown once and cannot be had again. */
export async function issueTrackKey(
  ctx: Ctx,
  { name, test = false }: { name: string; test?: boolean },
): Promise<{ key: TrackKey; secret: string }> {
  const secret = `wk_${randomBytes(24).toString('base64url')}`
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('track_key')
      .values({
        name,
        prefix: secret.slice(0, 8),
        hash: hashOf(secret),
        test,
        created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
        created_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'track_key.issued', { kind: 'track_key', id }, { name, test })
    return {
      key: { id, name, prefix: secret.slice(0, 8), test, createdAt: ctx.now, lastUsedAt: null },
      secret,
    }
  })
}

/** Ends a key: senders are refused within seconds. Throws `track_key_gone` when there is none. */
export async function withdrawTrackKey(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const ended = await tx.db
      .updateTable('track_key')
      .set({
        withdrawn_at: ctx.now,
        withdrawn_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!ended) throw trackingProblems.trackKeyGone()
    await audit(tx, 'track_key.withdrawn', { kind: 'track_key', id }, { name: ended.name })
  })
}

/** Keys that may be used, newest first. */
export async function findTrackKeys(ctx: Ctx): Promise<TrackKey[]> {
  const rows = await ctx.db
    .selectFrom('track_key')
    .select(['id', 'name', 'prefix', 'test', 'created_at', 'last_used_at'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    test: row.test,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** The key that a sender shows, or undefined. Notes its use, to the hour. */
export async function findTrackKey(
  ctx: Ctx,
  secret: string,
): Promise<{ readonly id: Id; readonly test: boolean } | undefined> {
  if (!/^wk_[\w-]{32}$/.test(secret)) return undefined
  const found = await ctx.db
    .selectFrom('track_key')
    .select(['id', 'test', 'last_used_at'])
    .where('hash', '=', hashOf(secret))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  const hourAgo = ctx.now.getTime() - 3_600_000
  if (!found.last_used_at || found.last_used_at.getTime() < hourAgo)
    await ctx.db.updateTable('track_key').set({ last_used_at: ctx.now }).where('id', '=', found.id).execute()
  return { id: found.id, test: found.test }
}
