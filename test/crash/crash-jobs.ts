/** Two jobs that do the same, one of them as the house rule asks. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { once } from '#base/facts/once.ts'
import { defineJob } from '#base/jobs/job.ts'

const label = { zh: '测试', en: 'A test' }
const input = z.object({ number: z.number() })

const note = async ({ db }: Ctx, kind: string, number: number) => {
  await sql`insert into crash_effect (kind, number) values (${kind}, ${number})`.execute(db)
}

export const keyed = defineJob({
  name: 'crash.keyed',
  label,
  input,
  concurrency: 4,
  run: async (ctx, { number }, run) =>
    await once(ctx, `crash ${run.id}`, async (ctx) => {
      await note(ctx, 'keyed', number)
      await sql`select pg_sleep(0.005)`.execute(ctx.db)
    }),
})

/** The control. */
export const keyless = defineJob({
  name: 'crash.keyless',
  label,
  input,
  concurrency: 4,
  run: async (ctx, { number }) => await note(ctx, 'keyless', number),
})

/** Never succeeds. */
export const poison = defineJob({
  name: 'crash.poison',
  label,
  input,
  retries: 1,
  run: async (_, { number }) => {
    throw new Error(`job ${number} is poison`)
  },
})

export const crashJobs = [keyed, keyless, poison]
