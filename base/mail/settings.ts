/** What sending mail needs to know, from the configuration. */
import type { Log, Parts } from '../parts.ts'
import { type MailTransport, openSmtp } from './transport.ts'

export interface MailSettings {
  /** Public base address without a trailing slash; every link must be on its site. */
  readonly baseUrl: string
  /** Sender, `Name <address>`. */
  readonly from: string
  /** 32 bytes for the content at rest. */
  readonly key: Buffer
  /** False: no SMTP is configured, and mail is kept for the mailbox screen. */
  readonly sends: boolean
  /** The connection to SMTP, opened when it is first needed; only where `sends`. */
  readonly transport: () => MailTransport
  /** Days that the record of a mail is kept. */
  readonly retentionDays: number
  readonly log: Log
}

export function mailSettings({
  config,
  secrets,
  log,
}: Pick<Parts, 'config' | 'secrets' | 'log'>): MailSettings {
  const { SMTP_URL } = config
  let transport: MailTransport | undefined
  return {
    baseUrl: config.baseUrl,
    from: config.MAIL_FROM,
    key: secrets.key('mail'),
    sends: SMTP_URL !== undefined,
    transport() {
      if (!SMTP_URL) throw new Error('No SMTP_URL is configured')
      transport ??= openSmtp(SMTP_URL)
      return transport
    },
    retentionDays: config.LOG_RETENTION_DAYS,
    log,
  }
}
