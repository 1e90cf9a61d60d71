/** Shapes of what the builder of conditions asks and is answered. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'
import type { Explanation } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import { personAnswer } from '../people.ts'

export const previewBody = z.object({
  definition,
  /** Another seed, other people. */
  seed: z.int().min(0).max(2_147_483_647).default(0),
})

export const previewAnswer = z.object({
  sentence: z.array(z.object({ text: z.string(), path: z.string().nullable() })),
  total: z.int(),
  members: z.int(),
  /** Part of all members, from 0 to 1. */
  share: z.number(),
  reachable: z.int().nullable(),
  nodes: z.array(z.object({ path: z.string(), count: z.int() })),
  steps: z.array(
    z.object({
      path: z.string().nullable(),
      label: z.string(),
      count: z.int(),
      excludes: z.boolean(),
    }),
  ),
  sample: z.array(personAnswer.extend({ fact: z.string().nullable() })),
  /** How long it took. */
  ms: z.int(),
})

export const explanationBody = z.object({ definition, memberId: id })

const explanation: z.ZodType<Explanation> = z
  .lazy(() =>
    z.object({
      path: z.string(),
      kind: z.enum(['all', 'any', 'not', 'field', 'event', 'sequence', 'segment']),
      met: z.boolean(),
      says: z.string(),
      evidence: z.string().nullable(),
      progress: z.object({ actual: z.number(), needed: z.number() }).nullable(),
      of: z.array(explanation),
    }),
  )
  .meta({ id: 'Explanation' })

export const explanationAnswer = z.object({
  member: personAnswer,
  explanation,
  /** How many members miss exactly one of the conditions that all must hold; null while the warehouse is away. */
  oneShort: z.int().nullable(),
})

export const peopleBody = z.object({
  definition,
  /** Whose people: of a node (default the whole), of a step of the narrowing strip, or those who miss one condition. */
  node: z.string().max(200).optional(),
  step: z.int().min(0).max(100).optional(),
  oneShort: z.boolean().optional(),
  cursor: z.string().max(512).optional(),
  limit: z.int().min(1).max(100).default(50),
})

export const peopleAnswer = z.object({ items: z.array(personAnswer), next: z.string().nullable() })
