/** Browsers that may be woken: given by the member, sealed, gone with the session in which they were given. */
import { createHash } from 'node:crypto'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import type { Secrets } from '#base/secrets.ts'
import { engageProblems } from '../problems.ts'

/** More browsers than anybody uses; keeps one account from making us send without end. */
export const mostDevices = 10

export interface Subscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export const subscriptionSealer = (secrets: Secrets): Sealer => createSealer(secrets.key('push-subscription'))

const hashOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('base64url')

/**
 * Keeps the browser for the member; the same browser again is renewed, also for somebody else who signs in there.
 * Throws `push_address_refused` for what is no address of a push service, `too_many_devices` beyond ten.
 */
export async function subscribe(
  ctx: Ctx,
  sealer: Sealer,
  memberId: Id,
  { subscription, device }: { readonly subscription: Subscription; readonly device: string },
): Promise<Id> {
  const service = readService(subscription.endpoint)
  const hash = hashOf(subscription.endpoint)
  const sessionId = ctx.actor.kind === 'account' ? await findSession(ctx, ctx.actor.sessionId) : null
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('member').select('id').where('id', '=', memberId).forUpdate().execute()
    const others = await tx.db
      .selectFrom('push_subscription')
      .select((each) => each.fn.countAll<string>().as('count'))
      .where('member_id', '=', memberId)
      .where('endpoint_hash', '<>', hash)
      .executeTakeFirstOrThrow()
    if (Number(others.count) >= mostDevices)
      throw engageProblems.tooManyDevices({ values: { most: mostDevices } })
    const values = {
      member_id: memberId,
      session_id: sessionId,
      sealed: sealer.seal(JSON.stringify(subscription)),
      service,
      device,
      failures: 0,
      created_at: ctx.now,
    }
    const { id } = await tx.db
      .insertInto('push_subscription')
      .values({ ...values, endpoint_hash: hash })
      .onConflict((conflict) => conflict.column('endpoint_hash').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** Only addresses that a browser's own service gives: https, a name, no port, nobody's password. */
function readService(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  const isName = url && /^[a-z0-9.-]+\.[a-z]{2,}$/i.test(url.hostname)
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '' || !isName)
    throw engageProblems.pushAddressRefused()
  return url.hostname
}

const findSession = async (ctx: Ctx, sessionId: Id): Promise<Id | null> =>
  (await ctx.db.selectFrom('session').select('id').where('id', '=', sessionId).executeTakeFirst())?.id ?? null

export interface Device {
  readonly id: Id
  readonly device: string
  readonly createdAt: Date
  readonly usedAt: Date | null
  /** Given in the session that asks. */
  readonly here: boolean
}

export async function findDevices(ctx: Ctx, memberId: Id): Promise<readonly Device[]> {
  const rows = await ctx.db
    .selectFrom('push_subscription')
    .select(['id', 'device', 'created_at', 'used_at', 'session_id'])
    .where('member_id', '=', memberId)
    .orderBy('id')
    .limit(mostDevices)
    .execute()
  const session = ctx.actor.kind === 'account' ? ctx.actor.sessionId : undefined
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    usedAt: row.used_at,
    here: row.session_id !== null && row.session_id === session,
  }))
}

/** Forgets a browser; again is no news. */
export const unsubscribe = async (ctx: Ctx, memberId: Id, id: Id): Promise<void> =>
  void (await ctx.db
    .deleteFrom('push_subscription')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .execute())
