/** The first rows of a list as they would come in: what an operator looks at while mapping columns. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Import } from '#base/imports/import.ts'
import { sayValue } from '../fields/value.ts'
import { personReader } from './people.ts'
import type { Person } from './read-row.ts'
import type { ImportPlan } from './target.ts'

/** `contacts` are whole: it is the operator's own list. */
export const previewed = {
  nickname: z.string(),
  city: z.string(),
  contacts: z.array(z.object({ kind: z.string(), system: z.string(), value: z.string() })),
  tags: z.array(z.string()),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  joinedAt: z.iso.datetime().nullable(),
}

export async function previewPeople(ctx: Ctx, list: Pick<Import, 'samples'>, plan: ImportPlan) {
  const read = await personReader(ctx, plan)
  return list.samples.map((cells, at) => {
    const result = read(cells)
    const person: Person = 'thing' in result ? result.thing : { contacts: [], tags: [], fields: [] }
    return {
      row: at + 2,
      nickname: person.nickname ?? '',
      city: person.city ?? '',
      contacts: person.contacts.map(({ kind, system, value }) => ({ kind, system, value })),
      tags: [...person.tags],
      fields: person.fields.map(({ field, value }) => ({
        label: field.label,
        value: sayValue(field, value, ctx.locale),
      })),
      joinedAt: person.joinedAt?.toISOString() ?? null,
      reasons: 'reasons' in result ? result.reasons : [],
    }
  })
}
