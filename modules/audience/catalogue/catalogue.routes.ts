/** Everything that conditions can ask, and the values of a field that somebody is looking for. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { fieldTypes } from '#base/declarations/fields.ts'
import { route } from '#base/http/route.ts'
import type { Audience } from '../audience.ts'

const tag = 'audience'
const access = permitted('audience.read')

const option = z.object({ value: z.string(), label: z.string() })
const property = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'flag']),
})

const catalogueAnswer = z.object({
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      section: z.string(),
      type: z.enum(fieldTypes),
      unit: z.string().nullable(),
      of: z.object({ label: z.string(), options: z.array(option) }).nullable(),
      options: z.array(option).nullable(),
      searchable: z.boolean(),
    }),
  ),
  events: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['any', 'fact', 'behaviour']),
      properties: z.array(property),
      recent: z.int().nullable(),
    }),
  ),
  tests: z.record(z.enum(fieldTypes), z.array(z.string())),
})

export const catalogueRoutes = (audience: Audience) => [
  route(
    {
      method: 'get',
      path: '/api/audience/catalogue',
      summary: 'List everything that conditions can ask',
      tag,
      access,
      answer: catalogueAnswer,
    },
    async (ctx) => {
      const { fields, events, tests } = await audience.catalogue(ctx)
      return {
        fields: fields.map((field) => ({
          ...field,
          of: field.of && { ...field.of, options: [...field.of.options] },
          options: field.options && [...field.options],
        })),
        events: events.map((event) => ({ ...event, properties: [...event.properties] })),
        tests: Object.fromEntries(fieldTypes.map((type) => [type, [...tests[type]]])) as Record<
          (typeof fieldTypes)[number],
          string[]
        >,
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/audience/values',
      summary: 'Look up values of a field',
      tag,
      access,
      query: z.object({ field: z.string().max(80), text: z.string().max(60).default('') }),
      answer: z.object({ items: z.array(option) }),
    },
    async (ctx, { query }) => ({ items: [...(await audience.findValues(ctx, query.field, query.text))] }),
  ),
]
