/** A warehouse with people in it, and analyses that ask it: what tests of insight need. */

import type { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { FieldSource } from '#base/declarations/fields.ts'
import { openAudience } from '#modules/audience/api.ts'
import type { Analysis } from '#modules/insight/analysis.ts'
import { type Asking, openAsking } from '#modules/insight/asking.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { testCtx } from './database.ts'
import { type makeTestWarehouse, until } from './warehouse.ts'

export interface InsightWorld {
  readonly ctx: Ctx
  readonly parts: InsightParts
  asking(): Promise<Asking>
  /** The answer as it is sent. */
  answer<Q extends z.ZodType, A extends z.ZodObject, C extends z.ZodType>(
    analysis: Analysis<Q, A, C>,
    question: z.input<Q>,
  ): Promise<z.output<A>>
  /** Members behind a figure who are still there, ascending. */
  people<Q extends z.ZodType, A extends z.ZodObject, C extends z.ZodType>(
    analysis: Analysis<Q, A, C>,
    question: z.input<Q>,
    cell: z.input<C>,
  ): Promise<string[]>
}

/** For a warehouse that is filled from the log: copies its members too. */
export async function openInsightWorld(
  world: Awaited<ReturnType<typeof makeTestWarehouse>>,
  { now, fields = [] }: { readonly now: Date; readonly fields?: readonly FieldSource[] },
): Promise<InsightWorld> {
  const declared = { facts: () => [], fields: () => fields }
  const audience = openAudience({ warehouse: world.warehouse }, declared)
  const ctx = testCtx(world.database, { kind: 'system', name: 'test' }, now)
  // An empty log is in the warehouse before its tables are.
  await until(() => audience.copies.fill(ctx))
  const parts = { warehouse: world.warehouse, audience, declared } as unknown as InsightParts
  const asking = () => openAsking(ctx, parts)
  return {
    ctx,
    parts,
    asking,
    async answer(analysis, question) {
      return analysis.answer.parse(
        await analysis.answerOf(await asking(), analysis.question.parse(question)),
      ) as never
    },
    async people(analysis, question, cell) {
      const { sql, params } = await analysis.peopleOf(
        await asking(),
        analysis.question.parse(question),
        analysis.cell.parse(cell),
      )
      const rows = await world.warehouse.query<{ member_id: string }>(
        `SELECT member_id FROM (${sql}) WHERE member_id IN (SELECT id FROM member FINAL WHERE present)`,
        params,
      )
      const ids = rows.map(({ member_id }) => member_id)
      if (new Set(ids).size !== ids.length) throw new Error('A member comes twice')
      return ids.sort((one, other) => Number(one) - Number(other))
    },
  }
}
