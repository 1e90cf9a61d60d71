/** What the course of members in groups keeps about them, and what becomes of it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { defineMessages } from '#base/i18n/messages.ts'

const words = defineMessages({
  tiers: { zh: '社群分层及其变更', en: 'Tier of the community and how it changed' },
  tiersKept: {
    zh: '用于分层运营，随账号保留，注销时删除',
    en: 'Kept with the account to serve tiers; erased with it',
  },
  elimination: { zh: '淘汰预警、处理与申诉', en: 'Warnings, eliminations and appeals' },
  eliminationKept: {
    zh: '用于说明处理依据并受理申诉，注销时删除',
    en: 'Kept to explain decisions and answer appeals; erased with the account',
  },
})

const moved = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

export const tierData: PersonalData = {
  name: 'groups.tiers',
  label: words.tiers,
  kept: words.tiersKept,
  tables: ['tier_holding', 'tier_change', 'tier_notice'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select t.key as tier, c.rose, c.at, c.reason from tier_change c left join group_tier t on t.id = c.to_id
       where c.member_id = ${memberId} order by c.at, c.id limit 1000`.execute(ctx.db)
    const { rows: now } = await sql`
      select t.key as tier, h.since, h.reason from tier_holding h join group_tier t on t.id = h.tier_id
       where h.member_id = ${memberId}`.execute(ctx.db)
    return { now: now[0] ?? null, changes: rows }
  },
  erase: async (ctx, memberId) => {
    for (const table of ['tier_notice', 'tier_change', 'tier_holding'] as const)
      await ctx.db.deleteFrom(table).where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    // Notices are made anew by the rules; the higher holding stays with the member that remains.
    await ctx.db
      .updateTable('tier_notice')
      .set({ ended_at: ctx.now, outcome: 'cancelled' })
      .where('member_id', 'in', [from, into])
      .where('ended_at', 'is', null)
      .where('tier_id', 'in', (row) =>
        row.selectFrom('group_tier').select('id').where('group_id', 'is', null),
      )
      .execute()
    await ctx.db
      .updateTable('tier_notice')
      .set({ ended_at: ctx.now, outcome: 'cancelled' })
      .where('member_id', '=', from)
      .where('ended_at', 'is', null)
      .execute()
    const { rows: changes } = await sql<{ id: string }>`
      update tier_change set member_id = ${into} where member_id = ${from} returning id`.execute(ctx.db)
    return { changes: changes.map((row) => row.id), holdings: await joinHoldings(ctx, from, into) }
  },
  unmerge: async (ctx, from, into, given) => {
    await sql`update tier_change set member_id = ${from}
      where member_id = ${into} and id = any(${moved(given.changes)}::bigint[])`.execute(ctx.db)
    const held = heldBefore.safeParse(given.holdings)
    if (held.success) await partHoldings(ctx, into, held.data)
  },
}

/** Rows of tier_holding as they were before a merge; null for whoever had none. */
const heldBefore = z.object({
  from: z.looseObject({}).nullable(),
  into: z.looseObject({}).nullable(),
  /** Whether the one that remains got the holding of the double. */
  taken: z.boolean(),
})
type HeldBefore = z.infer<typeof heldBefore>

async function joinHoldings(ctx: Ctx, from: Id, into: Id): Promise<HeldBefore> {
  const { rows } = await sql<{ memberId: Id; rank: number; row: Record<string, unknown> }>`
    select h.member_id as "memberId", t.rank, to_jsonb(h) as row
      from tier_holding h join group_tier t on t.id = h.tier_id
     where h.member_id in (${from}, ${into}) order by h.member_id for update of h`.execute(ctx.db)
  const ofDouble = rows.find((row) => row.memberId === from)
  const ofOther = rows.find((row) => row.memberId === into)
  const taken = ofDouble !== undefined && ofDouble.rank > (ofOther?.rank ?? 0)
  if (taken) await ctx.db.deleteFrom('tier_holding').where('member_id', '=', into).execute()
  if (taken)
    await ctx.db.updateTable('tier_holding').set({ member_id: into }).where('member_id', '=', from).execute()
  else await ctx.db.deleteFrom('tier_holding').where('member_id', '=', from).execute()
  return { from: ofDouble?.row ?? null, into: ofOther?.row ?? null, taken }
}

/** Gives both back what they had; what the one that remains came to since the merge stays with him. */
async function partHoldings(ctx: Ctx, into: Id, { from, into: before, taken }: HeldBefore): Promise<void> {
  if (taken && from) {
    const { numAffectedRows } = await sql`
      delete from tier_holding h using jsonb_populate_record(null::tier_holding, ${JSON.stringify(from)}::jsonb) as given
       where h.member_id = ${into} and h.tier_id = given.tier_id and h.since = given.since`.execute(ctx.db)
    if (numAffectedRows === 1n && before) await giveBack(ctx, before)
  }
  if (from) await giveBack(ctx, from)
}

/** A tier that was taken away since is not given back: the lowest it is then. */
const giveBack = (ctx: Ctx, row: Record<string, unknown>) =>
  sql`insert into tier_holding
      select given.* from jsonb_populate_record(null::tier_holding, ${JSON.stringify(row)}::jsonb) as given
       where exists (select from group_tier t where t.id = given.tier_id)
      on conflict (member_id) do nothing`.execute(ctx.db)

export const eliminationData: PersonalData = {
  name: 'groups.elimination',
  label: words.elimination,
  kept: words.eliminationKept,
  tables: ['elimination_case'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select g.name as "group", c.state, c.reasons, c.warned_at, c.grace_until, c.decided_at, c.decision, c.returned_at,
             (select coalesce(json_agg(json_build_object('kind', a.kind, 'words', a.words, 'askedAt', a.asked_at,
                'state', a.state, 'answer', a.answer) order by a.id), '[]') from elimination_appeal a where a.case_id = c.id) as appeals
        from elimination_case c join community_group g on g.id = c.group_id
       where c.member_id = ${memberId} order by c.warned_at, c.id limit 1000`.execute(ctx.db)
    return rows
  },
  erase: async (ctx, memberId) => {
    // Appeals go with their case.
    await ctx.db.deleteFrom('elimination_case').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ id: string }>`
      update elimination_case c set member_id = ${into}
       where member_id = ${from}
         and not (state in ('warned', 'due', 'removed') and exists (select from elimination_case o
               where o.member_id = ${into} and o.group_id = c.group_id and o.state in ('warned', 'due', 'removed')))
      returning id`.execute(ctx.db)
    return { cases: rows.map((row) => row.id) }
  },
  unmerge: async (ctx, from, into, given) => {
    await sql`update elimination_case set member_id = ${from}
      where member_id = ${into} and id = any(${moved(given.cases)}::bigint[])`.execute(ctx.db)
  },
}
