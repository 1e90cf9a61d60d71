/** Who is on the team now: operators who are not suspended. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { teamProblems } from '../problems.ts'

export const mostColleagues = 500

/** Accounts that can be given work, as SQL over `account a`. */
export const isColleague = sql<boolean>`exists (select 1 from operator o where o.account_id = a.id)
  and not exists (select 1 from account_suspension x where x.account_id = a.id)`

export interface Colleague {
  readonly id: Id
  readonly name: string
  /** Null for a role that the team made itself. */
  readonly roleKey: string | null
  readonly roleName: string
  readonly departmentIds: readonly Id[]
}

/** Everybody on the team, in the order in which they came. */
export const findColleagues = (ctx: Ctx): Promise<Colleague[]> =>
  ctx.db
    .selectFrom('operator as o')
    .innerJoin('account as a', 'a.id', 'o.account_id')
    .innerJoin('operator_role as r', 'r.id', 'o.role_id')
    .leftJoin('account_suspension as x', 'x.account_id', 'a.id')
    .select([
      'a.id',
      'a.name',
      'r.key as roleKey',
      'r.name as roleName',
      sql<Id[]>`array(select m.department_id::text from department_member m
        where m.account_id = a.id order by m.department_id)`.as('departmentIds'),
    ])
    .where('x.account_id', 'is', null)
    .orderBy('o.joined_at')
    .orderBy('a.id')
    .limit(mostColleagues)
    .execute()

/** Throws `owner_unknown` unless all of them are on the team. */
export async function requireColleagues(ctx: Ctx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('account as a')
    .select('a.id')
    .where('a.id', '=', sql<string>`any(${[...ids]}::bigint[])`)
    .where(isColleague)
    .execute()
  if (new Set(rows.map((row) => row.id)).size < new Set(ids).size) throw teamProblems.ownerUnknown()
}
