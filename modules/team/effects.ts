/** What the team does when something happened elsewhere. */
import { z } from 'zod'
import type { Effect, EffectsConsumer } from '#base/facts/consumer.ts'
import { accountClosed, operatorRemoved } from '#modules/identity/facts.ts'
import { leaveDepartments } from './people/departments.ts'

const person = z.object({ accountId: z.string() })

/** Open tasks stay with who left until somebody hands them over: Today says so. */
const leaving: Effect = {
  on: operatorRemoved,
  does: 'takes who left out of every department',
  run: async (ctx, event) => await leaveDepartments(ctx, person.parse(event.props).accountId),
}

const closing: Effect = {
  on: accountClosed,
  does: 'takes who is gone out of every department',
  run: async (ctx, event) => await leaveDepartments(ctx, person.parse(event.props).accountId),
}

export const teamEffects: EffectsConsumer = { name: 'team', kind: 'effects', effects: [leaving, closing] }
