/** Old notices and the record of deliveries go, in pieces that hold no lock for long. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { engageTexts as texts } from './engage.messages.ts'

const pieceRows = 5_000

/** Read notices after 90 days, all after 180, records of deliveries after 30; a piece of each at a time. */
const sweeps = ({ now }: Ctx) => [
  sql`delete from notice where id in (select id from notice
    where latest_at < ${now}::timestamptz - interval '90 days'
      and (read_at is not null or archived_at is not null or latest_at < ${now}::timestamptz - interval '180 days')
    limit ${pieceRows})`,
  sql`delete from push_delivery where id in (select id from push_delivery
    where state <> 'waiting' and ended_at < ${now}::timestamptz - interval '30 days' limit ${pieceRows})`,
  sql`delete from digest_mail where id in (select id from digest_mail
    where created_at < ${now}::timestamptz - interval '30 days' limit ${pieceRows})`,
  sql`delete from notice_fanout where (seq, tx, source) in (select seq, tx, source from notice_fanout
    where done_at < ${now}::timestamptz - interval '30 days' limit ${pieceRows})`,
]

export async function sweepNotices(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let gone = 0
  for (const what of sweeps(ctx))
    for (let rows = pieceRows; rows === pieceRows; gone += rows) {
      signal?.throwIfAborted()
      rows = Number((await what.execute(ctx.db)).numAffectedRows ?? 0n)
    }
  return gone
}

export const sweepJob = defineJob({
  name: 'engage.sweep',
  label: texts.sweepJob,
  input: z.object({}),
  run: async (ctx, _input, run) => ({ gone: await sweepNotices(ctx, run.signal) }),
})

export const sweepSchedule: Schedule = {
  job: 'engage.sweep',
  cron: '40 3 * * *',
  zone: 'community',
  why: texts.sweepWhy,
}
