/** Keeps the copies true: whoever a fact is about is copied again, and new tables are filled by a job. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { BatchConsumer, LoggedEvent } from '#base/facts/consumer.ts'
import { problems } from '#base/http/problem.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { accountVerified } from '#modules/identity/facts.ts'
import { copiesLabels } from './copies.messages.ts'
import type { Copies } from './copies.ts'

/** What a demo or an import brings in and a field reads; what people do changes no field. */
const brought = new Set(['member.joined', 'group.joined'])

/** Members whom an event may have changed. */
function concerned(event: LoggedEvent): string[] {
  if (event.source !== 'fact') return event.memberId && brought.has(event.name) ? [event.memberId] : []
  return [
    ...(event.memberId ? [event.memberId] : []),
    ...(event.objectKind === 'member' && event.objectId ? [event.objectId] : []),
  ]
}

/** Members whose accounts an event is about: what they proved there is known of them here. */
async function ofAccounts(ctx: Ctx, events: readonly LoggedEvent[]): Promise<Id[]> {
  const accounts = events.flatMap(({ name, source, props }) =>
    source === 'fact' && name === accountVerified.name
      ? [accountVerified.payload.parse(props).accountId]
      : [],
  )
  if (accounts.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    select coalesce(merged_into, id) as id from member where account_id = any(${accounts}::bigint[])`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

export const followMembers = (copies: Copies): BatchConsumer => ({
  name: 'audience.copies',
  kind: 'batch',
  batchSize: 1_000,
  // Everybody who is there before is copied by the job.
  from: 'now',
  sources: ['fact', 'seed', 'import'],
  take: async (ctx, events) =>
    copies.refresh(ctx, [...events.flatMap(concerned), ...(await ofAccounts(ctx, events))]),
})

export const fillCopiesJob = (copies: Copies) =>
  defineJob({
    name: 'audience.copies',
    label: copiesLabels.fill,
    /** `patient`: asked once, so it is tried again until all are copied; the minute's own run just looks again. */
    input: z.object({ patient: z.boolean().default(false) }),
    expireSeconds: 3_600,
    run: async (ctx, { patient }, run) => {
      const whole = await copies.fill(ctx, run)
      if (patient && !whole) throw problems.warehouseUnavailable({ retryAfter: 2 })
    },
  })

/** Nothing tells when the warehouse is made anew; looking costs one row. */
export const fillCopiesSchedule: Schedule = {
  job: 'audience.copies',
  cron: '* * * * *',
  zone: 'UTC',
  why: copiesLabels.why,
}
