/** People from outside who work with the team: experts who move in, partners (S0-56). */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { guestChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import { requireColleagues } from './colleagues.ts'

export const guestRoles = ['expert', 'partner'] as const

export interface Agreement {
  /** What they bring: 「烘焙」「供应链」. */
  readonly field: string
  readonly organisation: string
  readonly agreement: string
  readonly keeperId: Id | null
  readonly endsOn: Day | null
}

const guests = (ctx: Ctx) =>
  ctx.db
    .selectFrom('operator as o')
    .innerJoin('account as a', 'a.id', 'o.account_id')
    .innerJoin('operator_role as r', 'r.id', 'o.role_id')
    .leftJoin('team_guest as g', 'g.account_id', 'a.id')
    .leftJoin('account as k', 'k.id', 'g.keeper_id')
    .select([
      'a.id',
      'a.name',
      'r.key as role',
      'o.joined_at as joinedAt',
      'g.field',
      'g.organisation',
      'g.agreement',
      'g.keeper_id as keeperId',
      'k.name as keeperName',
      sql<Day | null>`g.ends_on::text`.as('endsOn'),
    ])
    .where('r.key', 'in', [...guestRoles])

/** Everybody in a guest's role, with what is agreed; those whose time ends come first. */
export const findGuests = (ctx: Ctx) =>
  guests(ctx)
    .orderBy('g.ends_on', (column) => column.asc().nullsLast())
    .orderBy('a.id')
    .limit(200)
    .execute()

/** Writes down what is agreed with a guest. Throws `not_guest`, `owner_unknown` for a keeper who is not on the team. */
export async function agreeWithGuest(ctx: Ctx, accountId: Id, given: Agreement): Promise<void> {
  await transact(ctx, async (tx) => {
    const guest = await guests(tx).where('a.id', '=', accountId).executeTakeFirst()
    if (!guest) throw teamProblems.notGuest()
    if (given.keeperId) await requireColleagues(tx, [given.keeperId])
    const values = {
      field: given.field,
      organisation: given.organisation,
      agreement: given.agreement,
      keeper_id: given.keeperId,
      ends_on: given.endsOn === null ? null : sql<Date>`${given.endsOn}::date`,
      noted_at: tx.now,
      noted_by: describeActor(tx.actor),
    }
    await tx.db
      .insertInto('team_guest')
      .values({ account_id: accountId, ...values })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
      .execute()
    await announce(tx, guestChanged, { accountId })
    await audit(tx, 'guest.agreed', { kind: 'account', id: accountId }, { ...given })
  })
}

/** Guests whose time ends before a day, and how many in all. */
export const findEndingGuests = async (ctx: Ctx, before: Day, limit: number) => {
  const rows = await guests(ctx)
    .where('g.ends_on', '<', sql<Date>`${before}::date`)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .orderBy('g.ends_on')
    .limit(limit)
    .execute()
  return { rows, total: rows[0]?.total ?? 0 }
}
