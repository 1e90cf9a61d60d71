/** Personas over HTTP: the list with its trend, portraits, the matrix. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, moment, refusal } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import { findPeople, personAnswer } from '../people.ts'
import type { ComputePersonas } from './jobs.ts'
import { behaviours, cellOf, columnsOf, findMatrix } from './matrix.ts'
import { personaLabels } from './personas.messages.ts'
import {
  changePersona,
  definePersona,
  findPersonas,
  getPersona,
  type Persona,
  removePersona,
  tones,
} from './personas.ts'
import { paintPortrait } from './portrait.ts'

const tag = 'audience'
const read = permitted('audience.read')
const edit = permitted('audience.edit')

const words = {
  name: z.string().trim().min(1).max(40),
  tagline: z.string().trim().max(200),
  definition,
  needs: z.string().trim().max(2_000),
  approach: z.string().trim().max(2_000),
  tone: z.enum(tones),
}

const personaAnswer = z.object({
  id,
  ...words,
  says: z.string(),
  failure: z.string().nullable(),
  changedAt: moment,
  sizes: z.array(z.object({ day, members: z.int(), ofAll: z.int() })),
  can: z.object({ edit: z.boolean() }),
})

export const personaRoutes = (
  { warehouse, files, jobs }: Pick<Parts, 'warehouse' | 'files' | 'jobs'>,
  audience: Audience,
  compute: ComputePersonas,
) => {
  const present = async (ctx: Ctx, persona: Persona): Promise<z.input<typeof personaAnswer>> => {
    const { position: _, changedAt, sizes, ...rest } = persona
    return {
      ...rest,
      sizes: [...sizes],
      // A field that was archived leaves a condition that nobody can read aloud.
      says: await audience.say(ctx, persona.definition).catch(() => ''),
      changedAt: changedAt.toISOString(),
      can: { edit: may(ctx.actor, 'audience.edit') },
    }
  }
  const recount = (ctx: Ctx, personaId: string) =>
    jobs.enqueue(ctx, compute, { persona: personaId }, { key: `${personaId}:${ctx.now.getTime()}` })
  return [
    route(
      {
        method: 'get',
        path: '/api/personas',
        summary: 'List personas with their size by day',
        tag,
        access: read,
        answer: z.object({ items: z.array(personaAnswer), can: z.object({ edit: z.boolean() }) }),
      },
      async (ctx) => ({
        items: await Promise.all((await findPersonas(ctx)).map((persona) => present(ctx, persona))),
        can: { edit: may(ctx.actor, 'audience.edit') },
      }),
    ),
    // Before /api/personas/{id}, which would take "matrix" for an id.
    route(
      {
        method: 'get',
        path: '/api/personas/matrix',
        summary: 'Count members by a field and by behaviour',
        tag,
        access: read,
        query: z.object({ field: z.string().max(80), behaviour: z.enum(behaviours).default('activity') }),
        answer: z.object({
          field: z.object({ key: z.string(), label: z.string() }),
          behaviour: z.string(),
          members: z.int(),
          columns: z.array(z.object({ key: z.string(), label: z.string(), members: z.int() })),
          rows: z.array(
            z.object({
              value: z.string(),
              label: z.string(),
              members: z.int(),
              cells: z.array(z.object({ members: z.int(), definition })),
            }),
          ),
        }),
      },
      async (ctx, { query }) => {
        const { fields } = await audience.catalogue(ctx)
        const field = fields.find(({ key }) => key === query.field)
        if (!field || field.of || !['text', 'choice', 'choices'].includes(field.type))
          throw problems.notFound()
        const found = await findMatrix(ctx, { audience, query: warehouse.query }, field.key, query.behaviour)
        return {
          field: { key: field.key, label: field.label },
          behaviour: render(columnsOf[query.behaviour].label, ctx.locale),
          members: found.members,
          columns: found.columns.map(({ label, ...column }) => ({
            ...column,
            label: render(label, ctx.locale),
          })),
          rows: found.rows.map(({ value, members, cells }) => ({
            value,
            label: field.options?.find((option) => option.value === value)?.label ?? value,
            members,
            cells: cells.map((count, at) => ({
              members: count,
              definition: cellOf(field, value, query.behaviour, found.columns[at]?.key ?? ''),
            })),
          })),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/personas/{id}',
        summary: 'See a persona',
        tag,
        access: read,
        params: idParams,
        answer: personaAnswer,
      },
      async (ctx, { params }) => present(ctx, await getPersona(ctx, params.id)),
    ),
    route(
      {
        method: 'get',
        path: '/api/personas/{id}/portrait',
        summary: 'See what the members of a persona have in common',
        tag,
        access: read,
        params: idParams,
        answer: z.object({
          members: z.int(),
          ofAll: z.int(),
          traits: z.array(
            z.object({
              field: z.string(),
              fieldLabel: z.string(),
              value: z.string(),
              label: z.string(),
              members: z.int(),
              share: z.number(),
              shareOfAll: z.number(),
              lift: z.number(),
            }),
          ),
          middles: z.array(
            z.object({
              field: z.string(),
              fieldLabel: z.string(),
              type: z.enum(['number', 'money']),
              median: z.number(),
              medianOfAll: z.number(),
            }),
          ),
          typical: personAnswer.nullable(),
        }),
      },
      async (ctx, { params }) => {
        const persona = await getPersona(ctx, params.id)
        const portrait = await paintPortrait(ctx, { audience, query: warehouse.query }, persona.definition)
        const people = await findPeople(ctx, files, portrait.typical ? [portrait.typical] : [])
        return {
          ...portrait,
          traits: [...portrait.traits],
          middles: [...portrait.middles],
          typical: (portrait.typical && people.get(portrait.typical)) || null,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/personas',
        summary: 'Define a persona',
        tag,
        access: edit,
        body: z.object({
          ...words,
          tagline: words.tagline.default(''),
          needs: words.needs.default(''),
          approach: words.approach.default(''),
          tone: words.tone.default('pine'),
        }),
        answer: personaAnswer,
        status: 201,
      },
      async (ctx, { body }) => {
        const personaId = await definePersona(ctx, audience, body)
        await recount(ctx, personaId)
        return await present(ctx, await getPersona(ctx, personaId))
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/personas/{id}',
        summary: 'Change a persona',
        tag,
        access: edit,
        params: idParams,
        body: z
          .object({ ...words, position: z.int().min(0).max(1_000) })
          .partial()
          .refine((change) => Object.keys(change).length > 0, refusal(personaLabels.nothing)),
        answer: personaAnswer,
      },
      async (ctx, { params, body }) => {
        await changePersona(ctx, audience, await getPersona(ctx, params.id), body)
        if (body.definition) await recount(ctx, params.id)
        return await present(ctx, await getPersona(ctx, params.id))
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/personas/{id}',
        summary: 'Remove a persona; its members stay as they are',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await removePersona(ctx, await getPersona(ctx, params.id))
        return undefined
      },
    ),
  ]
}
