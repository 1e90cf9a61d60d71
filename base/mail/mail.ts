/**
 * Mail: queued in the transaction of the verb that wants it, sent once after the commit by a job.
 * Without SMTP it stays in the mailbox screen.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, transact } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import { problems } from '../http/problem.ts'
import type { Jobs, Mail } from '../parts.ts'
import { normaliseEmail } from '../text/email.ts'
import { composeMail } from './compose.ts'
import { sealContent } from './content.ts'
import { type MailSendInput, mailSendJob } from './send.ts'
import type { MailSettings } from './settings.ts'
import type { MailBrand } from './template.ts'

export interface MailOptions extends MailSettings {
  /** How the community presents itself, read when a mail is composed. */
  readonly brand: (db: Database | Tx) => Promise<MailBrand>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly caps?: Partial<MailCaps>
}

/** The most that leaves in an hour. */
export interface MailCaps {
  /** To one address, by anybody: keeps us from being used to flood somebody. */
  readonly perRecipient: number
  /** On behalf of one account: keeps invitations from becoming spam. */
  readonly perSender: number
}

export function createMail(options: MailOptions): Mail {
  const caps: MailCaps = { perRecipient: 20, perSender: 100, ...options.caps }
  const sendJob = mailSendJob(options)
  return {
    send: (ctx, mail) =>
      transact(ctx, async (tx) => {
        const recipient = normaliseEmail(mail.to)
        // `.invalid` (RFC 2606) stands for people who signed in without an address.
        if (!recipient || recipient.endsWith('.invalid')) return
        const messageId = `<${randomBytes(16).toString('hex')}@${new URL(options.baseUrl).hostname}>`
        const composed = composeMail(mail.template, mail.values, {
          locale: mail.locale,
          brand: await options.brand(tx.db),
          baseUrl: options.baseUrl,
          unsubscribeUrl: mail.unsubscribeUrl,
        })
        const senderId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
        if (senderId) await refuseFlood(tx, senderId, caps.perSender)
        const held = await hasTooMany(tx, 'recipient', recipient, caps.perRecipient)
        const row = await tx.db
          .insertInto('mail')
          .values({
            key: mail.key ?? null,
            message_id: messageId,
            template: mail.template.name,
            locale: mail.locale,
            sender_id: senderId,
            recipient,
            content: held ? null : sealContent(composed, messageId, options.key),
            state: held ? 'held' : options.sends ? 'queued' : 'kept',
            created_at: ctx.now,
          })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!row || held || !options.sends) return
        const input: MailSendInput = { mailId: row.id }
        await options.jobs.enqueue(tx, sendJob, input, { key: `mail:${row.id}` })
      }),
  }
}

async function refuseFlood(ctx: Ctx, senderId: string, max: number): Promise<void> {
  if (await hasTooMany(ctx, 'sender_id', senderId, max))
    throw problems.tooManyRequests({ values: { seconds: 3_600 }, retryAfter: 3_600 })
}

/** Counts an hour back, under a lock on the counted thing, so that parallel requests cannot pass together. */
async function hasTooMany(
  ctx: Ctx,
  column: 'recipient' | 'sender_id',
  value: string,
  max: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail:${column}:${value}`}, 0))`.execute(ctx.db)
  const { count } = await ctx.db
    .selectFrom('mail')
    .where(column, '=', value)
    .where('created_at', '>', new Date(ctx.now.getTime() - 3_600_000))
    .where('state', '<>', 'held')
    .select((each) => each.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count) >= max
}
