/**
 * The job that hands a mail to SMTP. SMTP cannot take part in a transaction, so a crash between the
 * server's yes and our note of it repeats the mail, with the same Message-ID; nothing else does.
 */
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { transact } from '../context.ts'
import { defineJob } from '../jobs/job.ts'
import { openContent } from './content.ts'
import { mailMessages } from './mail.messages.ts'
import type { MailSettings } from './settings.ts'
import { MailRefused } from './transport.ts'

const inputSchema = z.object({ mailId: z.string() })
export type MailSendInput = z.infer<typeof inputSchema>

/** Tries after the first: with the queue's backoff of at most five minutes they reach over three hours. */
const retries = 40

export const mailSendJob = (settings: MailSettings) =>
  defineJob({
    name: 'mail.send',
    label: mailMessages.sendJob,
    input: inputSchema,
    retries,
    expireSeconds: 120,
    concurrency: 2,
    run: (ctx, input) => sendQueued(ctx, input.mailId, settings),
  })

async function sendQueued(ctx: Ctx, mailId: string, settings: MailSettings): Promise<void> {
  const outcome = await transact(ctx, async (tx) => {
    // The lock is held while SMTP answers (bounded by its timeouts): a second worker waits, then sees `sent`.
    const mail = await tx.db
      .selectFrom('mail')
      .where('id', '=', mailId)
      .selectAll()
      .forUpdate()
      .executeTakeFirst()
    if (mail?.state !== 'queued' || !mail.content) return undefined
    const attempts = mail.attempts + 1
    const record = (values: { state: 'queued' | 'sent' | 'failed'; code?: number; error?: string }) =>
      tx.db
        .updateTable('mail')
        .set({
          state: values.state,
          attempts,
          smtp_code: values.code ?? null,
          error: values.error?.slice(0, 500) ?? null,
          sent_at: values.state === 'sent' ? ctx.now : null,
          ...(values.state === 'queued' ? {} : { content: null }),
        })
        .where('id', '=', mailId)
        .execute()
    try {
      const code = await settings.transport().deliver({
        messageId: mail.message_id,
        from: settings.from,
        to: mail.recipient,
        content: openContent(mail.content, mail.message_id, settings.key),
      })
      await record({ state: 'sent', code })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const refused = error instanceof MailRefused
      const last = attempts > retries
      await record({
        state: refused || last ? 'failed' : 'queued',
        code: refused ? error.code : undefined,
        error: reason,
      })
      settings.log.warn({ mailId, attempts, refused }, 'mail could not be sent')
      return refused ? undefined : { retry: error }
    }
    return undefined
  })
  // Thrown after the commit, so that the note about this attempt stays.
  if (outcome) throw outcome.retry
}
