/** Checks the chain of the audit log, and lets rows go that are older than the law asks for. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, transact } from '#base/context.ts'
import type { Secrets } from '#base/secrets.ts'

export interface Verification {
  readonly intact: boolean
  readonly entries: number
  /** Number of the first entry that is not as it was written (or is missing); null when all is well. */
  readonly brokenAt: string | null
}

/** What someone who holds only the database cannot make: a mark over a point of the chain. */
const markOf = (secrets: Secrets, upTo: string, hash: Buffer): string =>
  createHmac('sha256', secrets.key('identity.audit'))
    .update(`${upTo}:${hash.toString('hex')}`)
    .digest('base64url')

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

interface Checkpoint {
  up_to_id: string
  hash: Buffer
  mark: string
}

const findCheckpoints = async (ctx: Ctx): Promise<Checkpoint[]> =>
  await ctx.db
    .selectFrom('audit_checkpoint')
    .select(['up_to_id', 'hash', 'mark'])
    .orderBy('up_to_id')
    .execute()

/** Follows the chain from its beginning to its end, past every checkpoint. */
export async function verifyAudit(ctx: Ctx, secrets: Secrets): Promise<Verification> {
  const checkpoints = await findCheckpoints(ctx)
  const forged = checkpoints.find(({ up_to_id, hash, mark }) => !same(mark, markOf(secrets, up_to_id, hash)))
  const { rows } = await sql<{ entries: string; broken_at: string | null }>`
    with first as (select min(id) as id from audit_entry),
    -- The chain begins at the very first entry, or right behind the checkpoint up to which rows were removed.
    start as (
      select coalesce(
        (select c.hash from audit_checkpoint c, first where c.up_to_id = first.id - 1),
        (select sha256('juluo'::bytea) from first where first.id = 1)) as hash),
    linked as (
      select e.id, e.hash, e.previous_hash, audit_digest(e) as digest,
             lag(e.id) over (order by e.id) as before_id, lag(e.hash) over (order by e.id) as before_hash
        from audit_entry e),
    broken as (
      select id from linked
       where hash <> digest
          or (before_id is not null and (before_id <> id - 1 or before_hash <> previous_hash))
          or (before_id is null and previous_hash is distinct from (select hash from start))
      union all
      select h.last_id from audit_head h
       where h.last_id > 0
         and h.hash is distinct from coalesce(
           (select e.hash from audit_entry e where e.id = h.last_id),
           (select c.hash from audit_checkpoint c where c.up_to_id = h.last_id))
      union all
      select e.id from audit_entry e join audit_checkpoint c on c.up_to_id = e.id where e.hash <> c.hash
      union all
      select e.id from audit_entry e, audit_head h where e.id > h.last_id)
    select (select count(*) from audit_entry) as entries, (select min(id) from broken) as broken_at`.execute(
    ctx.db,
  )
  const row = rows[0]!
  const brokenAt = row.broken_at ?? forged?.up_to_id ?? null
  return { intact: brokenAt === null, entries: Number(row.entries), brokenAt }
}

/** Marks where the chain stands now; a later forgery of everything before it shows. */
export async function checkpointAudit(ctx: Ctx, secrets: Secrets): Promise<void> {
  await transact(ctx, async (inner) => {
    const head = await inner.db
      .selectFrom('audit_head')
      .select(['last_id', 'hash'])
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (head.last_id === '0') return
    await mark(inner, secrets, head.last_id, head.hash)
  })
}

const mark = (ctx: Ctx, secrets: Secrets, upTo: string, hash: Buffer) =>
  ctx.db
    .insertInto('audit_checkpoint')
    .values({ up_to_id: upTo, hash, mark: markOf(secrets, upTo, hash), at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/**
 * Removes entries older than `days` (the database refuses fewer than 180), behind a checkpoint that keeps
 * the chain whole. Resolves to how many went.
 */
export async function trimAudit(ctx: Ctx, secrets: Secrets, days: number): Promise<number> {
  return await transact(ctx, async (inner) => {
    const last = await inner.db
      .selectFrom('audit_entry')
      .select(['id', 'hash'])
      .where('at', '<', new Date(inner.now.getTime() - days * 86_400_000))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return 0
    await mark(inner, secrets, last.id, last.hash)
    const gone = await inner.db
      .deleteFrom('audit_entry')
      .where('id', '<=', last.id)
      .where('at', '<', new Date(inner.now.getTime() - days * 86_400_000))
      .returning('id')
      .execute()
    return gone.length
  })
}
