/**
 * Personas (用户画像): kinds of members whom the team knows by name. Each is a condition; its size is written
 * down day by day, so that one sees which kind grows (S0-31, S3-13).
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { Problem } from '#base/http/problem.ts'
import { type Day, dayOf } from '#base/time/calendar.ts'
import { audit, findCommunity } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { type Definition, everybody } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'
import { keepSegmentUses } from '../segments/references.ts'
import { personaChanged } from './persona.facts.ts'

export const tones = ['pine', 'sky', 'wheat', 'plum', 'persimmon', 'slate'] as const
/** More than a team can keep in mind. */
const mostPersonas = 30

export interface PersonaWords {
  readonly name: string
  readonly tagline: string
  readonly definition: Definition
  readonly needs: string
  readonly approach: string
  readonly tone: (typeof tones)[number]
}

export interface Persona extends PersonaWords {
  readonly id: Id
  readonly position: number
  readonly changedAt: Date
  /** Why it could not be counted the last time. */
  readonly failure: string | null
  /** By day, oldest first, at most ninety. */
  readonly sizes: readonly { readonly day: Day; readonly members: number; readonly ofAll: number }[]
}

const columns = sql`
  persona.id, persona.name, persona.tagline, persona.definition, persona.needs, persona.approach, persona.tone,
  persona.position, persona.changed_at as "changedAt", persona.failure,
  coalesce((select jsonb_agg(jsonb_build_object('day', day, 'members', members, 'ofAll', of_all) order by day)
     from (select day::text, members, of_all from persona_size
            where persona_size.persona_id = persona.id order by persona_size.day desc limit 90) as sizes), '[]') as sizes`

export async function findPersonas(ctx: Ctx): Promise<readonly Persona[]> {
  const { rows } = await sql<Persona>`
    select ${columns} from persona order by persona.position, persona.id limit ${mostPersonas}`.execute(
    ctx.db,
  )
  return rows
}

/** Throws `persona_not_found`. */
export async function getPersona(ctx: Ctx, id: Id): Promise<Persona> {
  const { rows } = await sql<Persona>`select ${columns} from persona where persona.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw audienceProblems.personaNotFound()
  return rows[0]
}

async function requireFreeName(tx: Ctx, name: string, besides?: Id): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    select id from persona where lower(name) = lower(${name}) and id is distinct from ${besides ?? null}::bigint`.execute(
    tx.db,
  )
  if (rows[0]) throw audienceProblems.personaNameTaken({ values: { name } })
}

/** Throws `condition_invalid`, `persona_name_taken`, `too_many_personas`. Returns the id. */
export async function definePersona(ctx: Ctx, audience: Audience, words: PersonaWords): Promise<Id> {
  await audience.check(ctx, words.definition, ['body', 'definition'])
  return await transact(ctx, async (tx) => {
    await sql`lock table persona in share row exclusive mode`.execute(tx.db)
    await requireFreeName(tx, words.name)
    const { rows } = await sql<{ held: number }>`select count(*)::int as held from persona`.execute(tx.db)
    if (rows[0]!.held >= mostPersonas)
      throw audienceProblems.tooManyPersonas({ values: { limit: mostPersonas } })
    const { id } = await tx.db
      .insertInto('persona')
      .values({
        ...words,
        definition: JSON.stringify(words.definition),
        position: rows[0]!.held,
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
        changed_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepSegmentUses(tx, userOf(id, words.name), words.definition)
    await announce(tx, personaChanged, { personaId: id })
    await audit(tx, 'persona.defined', { kind: 'persona', id }, { name: words.name })
    return id
  })
}

export async function changePersona(
  ctx: Ctx,
  audience: Audience,
  persona: Persona,
  change: Partial<PersonaWords> & { readonly position?: number | undefined },
): Promise<void> {
  if (change.definition) await audience.check(ctx, change.definition, ['body', 'definition'])
  await transact(ctx, async (tx) => {
    if (change.name) await requireFreeName(tx, change.name, persona.id)
    await tx.db
      .updateTable('persona')
      .set({
        name: change.name ?? persona.name,
        tagline: change.tagline ?? persona.tagline,
        definition: JSON.stringify(change.definition ?? persona.definition),
        needs: change.needs ?? persona.needs,
        approach: change.approach ?? persona.approach,
        tone: change.tone ?? persona.tone,
        position: change.position ?? persona.position,
        changed_at: ctx.now,
      })
      .where('id', '=', persona.id)
      .execute()
    if (change.definition || change.name)
      await keepSegmentUses(
        tx,
        userOf(persona.id, change.name ?? persona.name),
        change.definition ?? persona.definition,
      )
    await announce(tx, personaChanged, { personaId: persona.id })
    await audit(tx, 'persona.changed', { kind: 'persona', id: persona.id }, { fields: Object.keys(change) })
  })
}

const userOf = (id: Id, name: string) => ({ by: 'persona', id, name, path: `/members/personas/${id}` })

export async function removePersona(ctx: Ctx, persona: Persona): Promise<void> {
  await transact(ctx, async (tx) => {
    await keepSegmentUses(tx, userOf(persona.id, persona.name), undefined)
    await tx.db.deleteFrom('persona').where('id', '=', persona.id).execute()
    await announce(tx, personaChanged, { personaId: persona.id })
    await audit(tx, 'persona.removed', { kind: 'persona', id: persona.id }, { name: persona.name })
  })
}

/**
 * Counts the members of personas and writes the size of the day. The same day again replaces it. A
 * condition that can no longer be asked (a field was archived) is noted with its persona; the others go on.
 */
export async function countPersonas(ctx: Ctx, audience: Audience, ids?: readonly Id[]): Promise<number> {
  const day = dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
  await audience.requireFresh(ctx)
  const ofAll = await audience.count(ctx, everybody)
  let counted = 0
  for (const persona of await findPersonas(ctx)) {
    if (ids && !ids.includes(persona.id)) continue
    const { failure, members } = await countOrFail(ctx, audience, persona.definition)
    await audience.requireFresh(ctx)
    await transact(ctx, async (tx) => {
      const held = await tx.db
        .updateTable('persona')
        .set({ failure })
        .where('id', '=', persona.id)
        .returning('id')
        .executeTakeFirst()
      if (!held || members === undefined) return
      await tx.db
        .insertInto('persona_size')
        .values({ persona_id: persona.id, day: sql<Date>`${day}::date`, members, of_all: ofAll })
        .onConflict((conflict) =>
          conflict.columns(['persona_id', 'day']).doUpdateSet({ members, of_all: ofAll }),
        )
        .execute()
      await announce(tx, personaChanged, { personaId: persona.id })
      counted++
    })
  }
  return counted
}

async function countOrFail(
  ctx: Ctx,
  audience: Audience,
  definition: Definition,
): Promise<{ failure: string | null; members?: number }> {
  try {
    await audience.check(ctx, definition, ['definition'])
    return { failure: null, members: await audience.count(ctx, definition) }
  } catch (error) {
    if (error instanceof Problem && error.kind.status === 422) return { failure: error.message }
    throw error
  }
}
