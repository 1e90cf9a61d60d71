/** The mailbox screen. It exists only where mail is kept; with SMTP in production there is nothing to read. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { problems } from '#base/http/problem.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { withPictures } from '#base/mail/compose.ts'
import type { Parts } from '#base/parts.ts'
import { findMails, getMail, type KeptMail } from './mailbox.ts'

export const readMailbox = 'mailbox.read'
const pageSize = 30
const id = z.string().regex(/^\d{1,18}$/)

const summary = z.object({
  id: z.string(),
  template: z.string(),
  to: z.string(),
  state: z.enum(['queued', 'sent', 'kept', 'held', 'failed', 'dropped']),
  createdAt: z.iso.datetime(),
  /** Null once the content was cleared. */
  subject: z.string().nullable(),
})
const whole = summary.extend({
  text: z.string().nullable(),
  /** Where the HTML form is, to be shown in a frame; null once it was cleared. */
  htmlUrl: z.string().nullable(),
})

export const mailboxRoutes = ({ config, secrets }: Parts): readonly AnyRoute[] => {
  const key = () => {
    const kept = config.NODE_ENV !== 'production' || config.SMTP_URL === undefined
    if (!kept) throw problems.notFound()
    return secrets.key('mail')
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/mailbox',
        summary: 'List mail that was kept instead of sent',
        tag: 'Mailbox',
        access: permitted(readMailbox),
        query: z.object({ cursor: id.optional() }),
        answer: z.object({ items: z.array(summary), next: z.string().nullable() }),
      },
      async (ctx, { query }) => {
        const mails = await findMails(ctx, key(), query.cursor, pageSize + 1)
        const items = mails.slice(0, pageSize)
        return {
          items: items.map(presentSummary),
          next: mails.length > pageSize ? (items.at(-1)?.id ?? null) : null,
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/mailbox/{id}',
        summary: 'Read a kept mail',
        tag: 'Mailbox',
        access: permitted(readMailbox),
        params: z.object({ id }),
        answer: whole,
      },
      async (ctx, { params }) => present(await getMail(ctx, key(), params.id)),
    ),
    route(
      {
        method: 'get',
        path: '/api/mailbox/{id}/html',
        summary: 'A kept mail as its reader would see it, for a frame',
        tag: 'Mailbox',
        access: permitted(readMailbox),
        params: z.object({ id }),
        hidden: true,
      },
      async (ctx, { params }) => {
        const { content } = await getMail(ctx, key(), params.id)
        if (!content) throw problems.notFound()
        return new Response(withPictures(content), { headers: mailPageHeaders })
      },
    ),
  ]
}

/** Shown in an origin of its own without scripts; links open in a window that is free of that. */
const mailPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-resource-policy': 'same-origin',
}

const presentSummary = (mail: KeptMail): z.input<typeof summary> => ({
  id: mail.id,
  template: mail.template,
  to: mail.recipient,
  state: mail.state as z.input<typeof summary>['state'],
  createdAt: mail.createdAt.toISOString(),
  subject: mail.content?.subject ?? null,
})

const present = (mail: KeptMail): z.input<typeof whole> => ({
  ...presentSummary(mail),
  text: mail.content?.text ?? null,
  htmlUrl: mail.content ? `/api/mailbox/${mail.id}/html` : null,
})
