/** What a newcomer is asked to do in the first 24 hours and 7 days, and how far one is (S0-32, S3-41). */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { groupChanged, groupNewcomerStepDone } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import type { Stay } from '../memberships/memberships.ts'
import { groupProblems } from '../problems.ts'
import type { NewcomerStepKind } from './shapes.ts'

export interface NewcomerStep {
  readonly id: Id
  readonly kind: NewcomerStepKind
  /** Empty: the product's words for the kind. */
  readonly title: string
  readonly path: string
  readonly withinHours: 24 | 168
}

const usual: readonly Omit<NewcomerStep, 'id'>[] = [
  { kind: 'rules', title: '', path: '', withinHours: 24 },
  { kind: 'introduce', title: '', path: '', withinHours: 24 },
  { kind: 'greet', title: '', path: '', withinHours: 24 },
  { kind: 'card', title: '', path: '', withinHours: 168 },
  { kind: 'announcements', title: '', path: '', withinHours: 168 },
  { kind: 'visit', title: '', path: '', withinHours: 168 },
]

/** The usual steps for a new group; its operators change them as they like. */
export async function giveFirstSteps(tx: Ctx, groupId: Id): Promise<void> {
  await tx.db
    .insertInto('newcomer_step')
    .values(
      usual.map(({ kind, title, path, withinHours }, position) => ({
        group_id: groupId,
        kind,
        title,
        path,
        within_hours: withinHours,
        position,
      })),
    )
    .execute()
}

export async function findSteps(ctx: Ctx, groupId: Id): Promise<NewcomerStep[]> {
  return await ctx.db
    .selectFrom('newcomer_step')
    .select([
      'id',
      sql<NewcomerStepKind>`kind`.as('kind'),
      'title',
      'path',
      sql<24 | 168>`within_hours`.as('withinHours'),
    ])
    .where('group_id', '=', groupId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Saves the steps as they shall be. Throws `newcomer_step_not_found` for an id of another group. */
export async function saveSteps(
  ctx: Ctx,
  groupId: Id,
  wanted: readonly (Omit<NewcomerStep, 'id'> & { readonly id?: Id | undefined })[],
): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, groupId)
    const known = new Set((await findSteps(tx, groupId)).map((step) => step.id))
    if (wanted.some((step) => step.id !== undefined && !known.has(step.id)))
      throw groupProblems.newcomerStepNotFound()
    const kept = wanted.flatMap((step) => step.id ?? [])
    let gone = tx.db
      .updateTable('newcomer_step')
      .set({ archived_at: tx.now })
      .where('group_id', '=', groupId)
      .where('archived_at', 'is', null)
    if (kept.length > 0) gone = gone.where('id', 'not in', kept)
    await gone.execute()
    for (const [position, { id, withinHours, kind, title, path }] of wanted.entries()) {
      const row = { kind, title, path, within_hours: withinHours, position }
      if (id) await tx.db.updateTable('newcomer_step').set(row).where('id', '=', id).execute()
      else
        await tx.db
          .insertInto('newcomer_step')
          .values({ group_id: groupId, ...row })
          .execute()
    }
    await announce(tx, groupChanged, { fields: ['newcomers'] }, { groupId })
    await audit(
      tx,
      'group.newcomer_steps_saved',
      { kind: 'group', id: groupId },
      { steps: wanted.map((step) => step.kind) },
    )
  })
}

export interface StepProgress extends NewcomerStep {
  readonly done: boolean
  readonly late: boolean
}

/** How far a newcomer is. What can be seen is seen, what was seen once stays done, what has no object is not asked. */
export async function findProgress(ctx: Ctx, stay: Stay): Promise<StepProgress[]> {
  const steps = await findSteps(ctx, stay.groupId)
  const [seen, ticked] = await Promise.all([see(ctx, stay), findTicked(ctx, stay.id)])
  const asked = steps.filter(
    ({ kind }) => (kind !== 'rules' || seen.hasRules) && (kind !== 'announcements' || seen.hasNotices),
  )
  return asked.map((step) => {
    const done = ticked.has(step.id) || (step.kind !== 'link' && seen[step.kind])
    const late = !done && ctx.now.getTime() > stay.joinedAt.getTime() + step.withinHours * 3_600_000
    return { ...step, done, late }
  })
}

async function findTicked(ctx: Ctx, membershipId: Id): Promise<ReadonlySet<Id>> {
  const rows = await ctx.db
    .selectFrom('newcomer_done')
    .select('step_id')
    .where('membership_id', '=', membershipId)
    .execute()
  return new Set(rows.map((row) => row.step_id))
}

type Seen = Record<Exclude<NewcomerStepKind, 'link'> | 'hasRules' | 'hasNotices', boolean>

async function see(ctx: Ctx, stay: Stay): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select exists (select from group_rules r where r.group_id = s.group_id) as "hasRules",
           exists (select from announcement a where a.group_id = s.group_id and a.withdrawn_at is null
              and (a.must_read or a.pinned)) as "hasNotices",
           exists (select from rules_consent c where c.group_id = s.group_id and c.member_id = s.member_id) as rules,
           s.card_name <> '' as card,
           s.introduction <> '' as introduce,
           not exists (select from announcement a
                        where a.group_id = s.group_id and a.withdrawn_at is null and (a.must_read or a.pinned)
                          and not exists (select from announcement_receipt r
                                where r.announcement_id = a.id and r.member_id = s.member_id)) as announcements,
           exists (select from group_greeting g join group_membership o on o.id = g.membership_id
                    where g.member_id = s.member_id and o.group_id = s.group_id) as greet,
           coalesce(m.last_seen_at >= s.joined_at + interval '20 hours', false) as visit
      from group_membership s join member m on m.id = s.member_id
     where s.id = ${stay.id}::bigint`.execute(ctx.db)
  return rows[0]!
}

/**
 * Keeps the steps that are done now, so that each is announced once. Returns how far the newcomer is.
 * Called by what a newcomer does, and when he looks at his list.
 */
export async function keepProgress(ctx: Ctx, stay: Stay): Promise<StepProgress[]> {
  return await transact(ctx, async (tx) => {
    const progress = await findProgress(tx, stay)
    for (const step of progress) if (step.done && step.kind !== 'link') await tick(tx, stay, step)
    return progress
  })
}

/** A step that leads elsewhere is done when the newcomer has been there. */
export async function tickStep(ctx: Ctx, stay: Stay, stepId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const step = (await findSteps(tx, stay.groupId)).find((each) => each.id === stepId)
    if (step?.kind !== 'link') throw groupProblems.newcomerStepNotFound()
    await tick(tx, stay, step)
  })
}

async function tick(tx: Ctx, stay: Stay, step: NewcomerStep): Promise<void> {
  const made = await tx.db
    .insertInto('newcomer_done')
    .values({ membership_id: stay.id, step_id: step.id, done_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step_id')
    .executeTakeFirst()
  if (made)
    await announce(
      tx,
      groupNewcomerStepDone,
      { kind: step.kind },
      { groupId: stay.groupId, memberId: stay.memberId },
    )
}

/** How many of the newcomers of the last 30 days did each step. */
export async function countSteps(
  ctx: Ctx,
  groupId: Id,
): Promise<ReadonlyMap<Id, { done: number; of: number }>> {
  const { rows } = await sql<{ id: Id; done: number; of: number }>`
    with fresh as (select id from group_membership
                    where group_id = ${groupId}::bigint and left_at is null
                      and joined_at > ${ctx.now}::timestamptz - interval '30 days')
    select n.id, (select count(*)::int from newcomer_done d where d.step_id = n.id
                   and d.membership_id in (select id from fresh)) as done,
           (select count(*)::int from fresh) as of
      from newcomer_step n where n.group_id = ${groupId}::bigint and n.archived_at is null`.execute(ctx.db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
