/** Handing over: when somebody leaves, is ill or has too much, their open tasks go to somebody else at once. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { accountOf } from '../acting.ts'
import { tasksHandedOver } from '../facts.ts'
import { requireColleagues } from '../people/colleagues.ts'

/** More at once would hold their rows too long. */
export const mostHandedOver = 1_000

export interface Handover {
  readonly from: Id
  /** Null: to nobody, for the department to take. */
  readonly to: Id | null
  /** Only these; all open tasks when left out. */
  readonly taskIds?: readonly Id[]
}

/**
 * Gives the open tasks of one person to another, and what repeats with them; each task's history says
 * so. Returns how many. Throws `owner_unknown`.
 */
export async function handOverTasks(ctx: Ctx, { from, to, taskIds }: Handover): Promise<number> {
  return await transact(ctx, async (tx) => {
    if (to) await requireColleagues(tx, [to])
    const { rows } = await sql<{ id: Id }>`
      with chosen as (
        select id from task
         where owner_id = ${from} and closed_at is null
           and (${taskIds === undefined} or id = any(${[...(taskIds ?? [])]}::bigint[]))
         order by id limit ${mostHandedOver} for update)
      update task set owner_id = ${to}, reminded_for = null
        from chosen where task.id = chosen.id returning task.id::text as id`.execute(tx.db)
    if (rows.length > 0)
      await sql`
        insert into task_entry (task_id, kind, detail, author_id, at)
        select id, 'owner', jsonb_build_object('from', ${from}::text, 'to', ${to}::text), ${accountOf(tx)}, ${tx.now}
          from unnest(${rows.map((row) => row.id)}::bigint[]) as id`.execute(tx.db)
    if (taskIds === undefined)
      await tx.db
        .updateTable('task_series')
        .set({ owner_id: to })
        .where('owner_id', '=', from)
        .where('ended_at', 'is', null)
        .execute()
    await announce(tx, tasksHandedOver, { from, to, count: rows.length })
    await audit(tx, 'tasks.handed_over', { kind: 'account', id: from }, { to, count: rows.length })
    return rows.length
  })
}
