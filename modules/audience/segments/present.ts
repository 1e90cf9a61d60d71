/** Segments as JSON. */
import { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { id } from '#base/http/schemas.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import type { Segment } from './segments.sql.ts'

export const segmentAnswer = z.object({
  id,
  name: z.string(),
  note: z.string(),
  kind: z.enum(['dynamic', 'static']),
  version: z.int().nullable().describe('Number of the definition in force; null for a list picked by hand'),
  definition: definition.nullable(),
  sentence: z.string().nullable().describe('The definition in the caller’s language'),
  members: z.int(),
  trend: z
    .array(z.int())
    .describe('Sizes at the end of the last days on which it was computed, oldest first'),
  createdBy: z.string().nullable().describe('Name of the account that made it'),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  computedAt: z.iso.datetime().nullable(),
  current: z.boolean().describe('Computed from the definition in force'),
  failure: z.string().nullable().describe('Code of the problem that the last computation met'),
  can: z.object({ edit: z.boolean(), list: z.boolean(), remove: z.boolean(), export: z.boolean() }),
})

export const useAnswer = z.object({ by: z.string(), id, name: z.string(), path: z.string() })

export const segmentDetail = segmentAnswer.extend({
  parts: z
    .array(z.object({ text: z.string(), path: z.string().nullable() }))
    .nullable()
    .describe('The sentence in pieces, with the places in the definition that they say'),
  versions: z.int().describe('How many definitions it has had'),
  computedMs: z.int().nullable(),
  today: z.object({ entered: z.int(), left: z.int() }),
  yesterday: z
    .int()
    .nullable()
    .describe('Members at the end of the last day before today; null when unknown'),
  uses: z.array(useAnswer).describe('What asks for it; while anything does, it cannot be removed'),
})

export async function presentSegment(
  ctx: Ctx,
  audience: Pick<Audience, 'say'>,
  segment: Segment,
): Promise<z.input<typeof segmentAnswer>> {
  const edit = may(ctx.actor, 'audience.edit')
  return {
    id: segment.id,
    name: segment.name,
    note: segment.note,
    kind: segment.kind,
    version: segment.version,
    definition: segment.definition,
    sentence: segment.definition && (await audience.say(ctx, segment.definition)),
    members: segment.members,
    trend: [...segment.trend],
    createdBy: segment.createdByName,
    createdAt: segment.createdAt.toISOString(),
    changedAt: segment.changedAt.toISOString(),
    computedAt: segment.computedAt?.toISOString() ?? null,
    current:
      segment.computedAt !== null &&
      (segment.kind === 'static' || segment.computedVersion === segment.version),
    failure: segment.failure,
    can: {
      edit,
      list: edit && segment.kind === 'static',
      remove: edit,
      export: may(ctx.actor, 'members.export'),
    },
  }
}
