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
import { lockRecipient, type MailCaps, roomOf, usualCaps } from './room.ts'
import { type MailSendInput, mailSendJob } from './send.ts'
import type { MailSettings } from './settings.ts'
import type { MailBrand } from './template.ts'

export interface MailOptions extends MailSettings {
  /** How the community presents itself, read when a mail is composed. */
  readonly brand: (db: Database | Tx) => Promise<MailBrand>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly caps?: Partial<MailCaps>
}

export function createMail(options: MailOptions): Mail {
  const caps: MailCaps = { ...usualCaps, ...options.caps }
  const sendJob = mailSendJob(options)
  const stateOf = async (tx: Ctx, recipient: string, later: boolean) => {
    await lockRecipient(tx, recipient)
    const { left, held } = await roomOf(tx, recipient, caps.perRecipient)
    // Who is still waited for goes first.
    if (left > 0 && (held === 0 || !later)) return options.sends ? 'queued' : 'kept'
    return later && held < mostHeld ? 'held' : 'dropped'
  }
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
        const state = await stateOf(tx, recipient, mail.later ?? false)
        const row = await tx.db
          .insertInto('mail')
          .values({
            key: mail.key ?? null,
            message_id: messageId,
            template: mail.template.name,
            locale: mail.locale,
            sender_id: senderId,
            recipient,
            content: state === 'dropped' ? null : sealContent(composed, messageId, options.key),
            state,
            created_at: ctx.now,
          })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!row || state !== 'queued') return
        const input: MailSendInput = { mailId: row.id }
        await options.jobs.enqueue(tx, sendJob, input, { key: `mail:${row.id}` })
      }),
  }
}

/** Mails to one address that wait for room at the same time. */
const mostHeld = 100

/** Counts an hour back, under a lock on the sender, so that parallel requests cannot pass together. */
async function refuseFlood(ctx: Ctx, senderId: string, max: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail:sender_id:${senderId}`}, 0))`.execute(
    ctx.db,
  )
  const { count } = await ctx.db
    .selectFrom('mail')
    .where('sender_id', '=', senderId)
    .where('created_at', '>', new Date(ctx.now.getTime() - 3_600_000))
    .where('state', '<>', 'dropped')
    .select((each) => each.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= max) throw problems.tooManyRequests({ values: { seconds: 3_600 }, retryAfter: 3_600 })
}
