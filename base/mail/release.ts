/** Lets mails go that were held because their recipients got too many: the oldest first, as many as the hour takes. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, transact } from '../context.ts'
import { defineJob, type Schedule } from '../jobs/job.ts'
import type { Jobs } from '../parts.ts'
import { mailMessages } from './mail.messages.ts'
import { lockRecipient, type MailCaps, roomOf, usualCaps } from './room.ts'
import { mailSendJob } from './send.ts'
import type { MailSettings } from './settings.ts'

/** Recipients that one run looks at; the next one goes on. */
const atOnce = 500

export interface ReleaseOptions extends MailSettings {
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly caps?: Partial<MailCaps>
}

export const mailReleaseJob = (options: ReleaseOptions) =>
  defineJob({
    name: 'mail.release',
    label: mailMessages.releaseJob,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _, { signal }) => {
      const { rows } = await sql<{ recipient: string }>`
        select recipient from mail where state = 'held' group by recipient order by min(id) limit ${atOnce}`.execute(
        ctx.db,
      )
      let released = 0
      for (const { recipient } of rows) {
        signal.throwIfAborted()
        released += await releaseTo(ctx, options, recipient)
      }
      return { released }
    },
  })

async function releaseTo(ctx: Ctx, options: ReleaseOptions, recipient: string): Promise<number> {
  const most = options.caps?.perRecipient ?? usualCaps.perRecipient
  const sendJob = mailSendJob(options)
  return await transact(ctx, async (tx) => {
    await lockRecipient(tx, recipient)
    const { left } = await roomOf(tx, recipient, most)
    const { rows } = await sql<{ id: string }>`
      update mail set state = ${options.sends ? 'queued' : 'kept'}, released_at = ${tx.now}
       where id in (select id from mail where recipient = ${recipient} and state = 'held' order by id limit ${left})
      returning id`.execute(tx.db)
    if (options.sends)
      for (const { id } of rows)
        await options.jobs.enqueue(tx, sendJob, { mailId: id }, { key: `mail:${id}` })
    return rows.length
  })
}

export const mailReleaseSchedule: Schedule = {
  job: 'mail.release',
  cron: '*/5 * * * *',
  zone: 'Asia/Shanghai',
  why: mailMessages.releaseWhy,
}
