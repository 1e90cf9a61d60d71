/** What people did less (or more) of up to a day, as an analysis: with the people who did it no more. */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { defineAnalysis } from '../analysis.ts'
import { rowId } from '../shapes.ts'
import { alertLabels as labels } from './alerts.messages.ts'
import { causePeopleSql, causesParams, findCauses } from './causes.ts'

const question = z.object({
  /** The last day of the seven. */
  to: day,
  group: rowId.optional(),
  side: z.enum(['below', 'above']).default('below'),
})

export const causesAnalysis = defineAnalysis({
  name: 'causes',
  label: labels.causes,
  question,
  answer: z.object({
    causes: z.array(z.object({ event: z.string(), before: z.int(), now: z.int(), moved: z.int() })),
  }),
  cell: z.object({ event: z.string().min(1).max(64) }),
  answerOf: async (asking, { to, group, side }) => ({
    causes: [...(await findCauses(asking, { to, group: group ?? null, side }))],
  }),
  peopleOf: async (_asking, { to, group, side }, { event }) => ({
    sql: causePeopleSql,
    params: { ...causesParams({ to, group: group ?? null, side }), event },
  }),
  say: async ({ ctx }, { to }) => render(labels.causesSays, ctx.locale, { to }),
})
