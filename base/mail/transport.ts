/** The one door to SMTP. The server comes from the operator's configuration, never from people's input. */
import { createTransport } from 'nodemailer'
import type { ComposedMail } from './compose.ts'

export interface Delivery {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly content: ComposedMail
}

export interface MailTransport {
  /** Hands a mail to the SMTP server. Resolves to its answer code; throws MailRefused or a passing fault. */
  deliver(delivery: Delivery): Promise<number>
  close(): void
}

/** The server said no for good (5xx for this recipient or content): trying again would not help. */
export class MailRefused extends Error {
  override name = 'MailRefused'
  readonly code: number

  constructor(code: number, message: string, cause: unknown) {
    super(message, { cause })
    this.code = code
  }
}

export function openSmtp(url: string): MailTransport {
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Mail is made of our own templates; nothing in it may read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async deliver({ messageId, from, to, content }) {
      try {
        const info = await smtp.sendMail({
          messageId,
          from,
          to: { name: '', address: to },
          subject: content.subject,
          html: content.html,
          text: content.text,
          ...(content.pictures
            ? {
                attachments: content.pictures.map(({ cid, png }, at) => ({
                  cid,
                  filename: `${at + 1}.png`,
                  contentType: 'image/png',
                  contentDisposition: 'inline' as const,
                  content: Buffer.from(png, 'base64'),
                })),
              }
            : {}),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(content.unsubscribeUrl
              ? {
                  'List-Unsubscribe': { prepared: true, value: `<${content.unsubscribeUrl}>` },
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        })
        return Number.parseInt(info.response, 10) || 250
      } catch (error) {
        const { responseCode, command, message } = error as Error & {
          responseCode?: number
          command?: string
        }
        // A refused sign-in is the operator's to mend, after which the mail may leave; it is not about the mail.
        const aboutMail = command !== 'CONN' && !command?.startsWith('AUTH')
        if (responseCode && responseCode >= 500 && aboutMail)
          throw new MailRefused(responseCode, message, error)
        throw error
      }
    },
    close: () => smtp.close(),
  }
}
