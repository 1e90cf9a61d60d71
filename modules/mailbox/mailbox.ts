/** Mail that is kept instead of sent, for development and for installations without SMTP. */
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { ComposedMail } from '#base/mail/compose.ts'
import { openContent } from '#base/mail/content.ts'

export interface KeptMail {
  readonly id: string
  readonly template: string
  readonly recipient: string
  readonly state: string
  readonly createdAt: Date
  /** Missing once it was cleared after a week, or when none was kept. */
  readonly content?: ComposedMail
}

/** Newest first. `before`: the id of the last one seen. */
export async function findMails(
  ctx: Ctx,
  key: Buffer,
  before: string | undefined,
  limit: number,
): Promise<KeptMail[]> {
  const rows = await ctx.db
    .selectFrom('mail')
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map((row) => opened(row, key))
}

export async function getMail(ctx: Ctx, key: Buffer, id: string): Promise<KeptMail> {
  const row = await ctx.db.selectFrom('mail').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw problems.notFound()
  return opened(row, key)
}

interface MailRow {
  readonly id: string
  readonly template: string
  readonly recipient: string
  readonly state: string
  readonly created_at: Date
  readonly message_id: string
  readonly content: Buffer | null
}

const opened = (row: MailRow, key: Buffer): KeptMail => ({
  id: row.id,
  template: row.template,
  recipient: row.recipient,
  state: row.state,
  createdAt: row.created_at,
  content: row.content ? openContent(row.content, row.message_id, key) : undefined,
})
