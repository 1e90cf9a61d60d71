/**
 * Taking an import back. New members go again, unless they have done something themselves since; members who were
 * here get back what they had, unless it was changed since. Batch by batch, and what was taken back is
 * forgotten in the same transaction: killed at any point it goes on where it was.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { importUndone } from './import.facts.ts'

const batchRows = 1_000

export interface Undone {
  readonly removed: number
  readonly restored: number
  /** New members who stay, because they have an account or did something. */
  readonly kept: number
}

export async function undoBatches(
  ctx: Ctx,
  importId: Id,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Undone> {
  const total = Number(
    (
      await sql<{ count: string }>`
      select count(*) as count from member_import_change where import_id = ${importId}`.execute(ctx.db)
    ).rows[0]!.count,
  )
  let sum: Undone = { removed: 0, restored: 0, kept: 0 }
  for (let done = 0; ; ) {
    run.signal.throwIfAborted()
    const batch = await transact(ctx, (tx) => undoBatch(tx, importId))
    if (!batch) return sum
    done += batch.rows
    sum = {
      removed: sum.removed + batch.removed,
      restored: sum.restored + batch.restored,
      kept: sum.kept + batch.kept,
    }
    await run.progress(done, total)
  }
}

async function undoBatch(ctx: Ctx, importId: Id): Promise<(Undone & { rows: number }) | undefined> {
  const { rows } = await sql<{ row: string; memberId: Id; created: boolean }>`
    select row, member_id as "memberId", created from member_import_change
     where import_id = ${importId} order by row desc limit ${batchRows} for update`.execute(ctx.db)
  if (rows.length === 0) return undefined
  const created = rows.filter((row) => row.created).map((row) => row.memberId)
  const changed = rows.filter((row) => !row.created)
  const ids = rows.map((row) => row.memberId)
  await sql`select id from member where id = any(${ids}::bigint[]) order by id for update`.execute(ctx.db)
  const gone = await findUntouched(ctx, created)
  await restore(ctx, importId, changed)
  await forgetAdded(
    ctx,
    importId,
    changed.map((row) => row.memberId),
  )
  await sql`delete from member_import_change
             where import_id = ${importId} and row = any(${rows.map((row) => row.row)}::bigint[])`.execute(
    ctx.db,
  )
  await announceMany(ctx, importUndone, { importId }, [...gone, ...changed.map((row) => row.memberId)])
  await sql`delete from member where id = any(${gone}::bigint[])`.execute(ctx.db)
  return {
    rows: rows.length,
    removed: gone.length,
    restored: changed.length,
    kept: created.length - gone.length,
  }
}

/** New members about whom nothing is known but the list: no account, no merge, no word of theirs or of an operator. */
async function findUntouched(ctx: Ctx, ids: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from member
     where id = any(${[...ids]}::bigint[]) and account_id is null and merged_into is null
       and not exists (select from member as double where double.merged_into = member.id)
       and not exists (select from member_note where member_id = member.id)
       and not exists (select from event_log
                        where member_id = member.id and not (source = 'fact' and actor like 'system:%'))`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

/** Gives back what stood there, where the list's word still stands. */
async function restore(
  ctx: Ctx,
  importId: Id,
  changed: readonly { readonly row: string; readonly memberId: Id }[],
): Promise<void> {
  const rows = changed.map(({ row }) => row)
  if (rows.length === 0) return
  const back = (column: 'nickname' | 'city' | 'bio') => sql`
    case when change.after->'profile'->>${column} = ${sql.ref(`member.${column}`)}
         then change.before->'profile'->>${column} else ${sql.ref(`member.${column}`)} end`
  await sql`
    update member set nickname = ${back('nickname')}, city = ${back('city')}, bio = ${back('bio')},
           source = case when (change.before->>'channel')::boolean then '{}' else member.source end
      from member_import_change as change
     where change.import_id = ${importId} and change.row = any(${rows}::bigint[]) and member.id = change.member_id`.execute(
    ctx.db,
  )
  await sql`
    delete from member_field_value as held using member_import_change as change
     where change.import_id = ${importId} and change.row = any(${rows}::bigint[])
       and held.member_id = change.member_id and held.source = 'import' and held.source_id = ${importId}`.execute(
    ctx.db,
  )
  await sql`
    insert into member_field_value (member_id, field_id, value, sealed, source, source_id, set_by, set_at)
    select change.member_id, field.key::bigint, nullif(field.value->'value', 'null'), field.value->>'sealed',
           field.value->>'source', (field.value->>'source_id')::bigint, field.value->>'set_by',
           (field.value->>'set_at')::timestamptz
      from member_import_change as change, jsonb_each(change.before->'fields') as field
     where change.import_id = ${importId} and change.row = any(${rows}::bigint[])
       and exists (select from member_field where id = field.key::bigint)
    on conflict do nothing`.execute(ctx.db)
}

/** Contact points and tags that only the list gave. */
async function forgetAdded(ctx: Ctx, importId: Id, memberIds: readonly Id[]): Promise<void> {
  for (const table of ['member_contact', 'member_tag'] as const)
    await sql`delete from ${sql.table(table)}
               where member_id = any(${[...memberIds]}::bigint[]) and source = 'import' and source_id = ${importId}`.execute(
      ctx.db,
    )
}
