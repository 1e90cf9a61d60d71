/** What the team learned (S0-57): planning content, organising events, analysing data. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { trainingChanged } from '../facts.ts'
import { requireColleagues } from '../people/colleagues.ts'
import { teamProblems } from '../problems.ts'

export const skills = ['content', 'events', 'data', 'service', 'other'] as const
export type Skill = (typeof skills)[number]

export interface TrainingInput {
  readonly topic: string
  readonly skill: Skill
  readonly heldOn: Day
  readonly minutes: number
  readonly trainer: string
  readonly notes: string
  readonly attendees: readonly Id[]
}

/** Writes a training down. Throws `owner_unknown` for attendees who are not on the team. */
export async function noteTraining(ctx: Ctx, given: TrainingInput): Promise<Id> {
  return await transact(ctx, async (tx) => {
    await requireColleagues(tx, given.attendees)
    const { id } = await tx.db
      .insertInto('training')
      .values({
        topic: given.topic,
        skill: given.skill,
        held_on: sql<Date>`${given.heldOn}::date`,
        minutes: given.minutes,
        trainer: given.trainer,
        notes: given.notes,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const attendees = [...new Set(given.attendees)].sort()
    if (attendees.length > 0)
      await tx.db
        .insertInto('training_attendee')
        .values(attendees.map((accountId) => ({ training_id: id, account_id: accountId })))
        .execute()
    await announce(tx, trainingChanged, { trainingId: id })
    await audit(tx, 'training.noted', { kind: 'training', id }, { topic: given.topic, people: attendees })
    return id
  })
}

/** Throws `training_not_found`. */
export async function removeTraining(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db.deleteFrom('training').where('id', '=', id).returning('topic').executeTakeFirst()
    if (!gone) throw teamProblems.trainingNotFound()
    await announce(tx, trainingChanged, { trainingId: id })
    await audit(tx, 'training.removed', { kind: 'training', id }, { topic: gone.topic })
  })
}

export const findTrainings = (ctx: Ctx, before: Id | undefined, limit: number) =>
  ctx.db
    .selectFrom('training as t')
    .select(['t.id', 't.topic', 't.skill', 't.minutes', 't.trainer', 't.notes'])
    .select([
      sql<Day>`t.held_on::text`.as('heldOn'),
      sql<{ id: Id; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id::text, 'name', a.name) order by a.id)
          from training_attendee p join account a on a.id = p.account_id where p.training_id = t.id), '[]')`.as(
        'attendees',
      ),
    ])
    .$if(before !== undefined, (query) => query.where('t.id', '<', before as Id))
    .orderBy('t.id', 'desc')
    .limit(limit)
    .execute()

export interface Coverage {
  readonly id: Id
  readonly name: string
  /** The last day on which this person learned something of each skill. */
  readonly last: Readonly<Partial<Record<Skill, Day>>>
}

/** Who of the team learned what, and when last: what is missing shows the gaps. */
export async function findCoverage(ctx: Ctx): Promise<Coverage[]> {
  const { rows } = await sql<Coverage>`
    select a.id::text, a.name,
           coalesce((select jsonb_object_agg(skill, day) from (
             select t.skill, max(t.held_on)::text as day
               from training_attendee p join training t on t.id = p.training_id
              where p.account_id = a.id group by t.skill) as known), '{}') as last
      from operator o join account a on a.id = o.account_id
     where not exists (select 1 from account_suspension x where x.account_id = a.id)
     order by o.joined_at, a.id limit 500`.execute(ctx.db)
  return rows
}
