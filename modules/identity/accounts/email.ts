/**
 * One spelling for an e-mail address. Normalised before anything is checked or compared, so that two
 * spellings of one mailbox, or a look-alike in full-width letters, never become two accounts.
 */
import { z } from 'zod'
import type { Locale } from '#base/i18n/messages.ts'

/** NFKC, without surrounding space, lower case. */
export const normaliseEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** An address as people type it; the output is the normalised form, which was the one that was checked. */
export const email = z
  .string()
  .max(254)
  .transform(normaliseEmail)
  .pipe(z.email())
  .refine((address) => !address.endsWith('.invalid'), {
    params: { message: { zh: '请填写能收到邮件的邮箱', en: 'Give an address that receives mail' } },
  })
  .meta({ description: 'E-mail address', examples: ['xiaoman@example.com'] })

/** People who came without an address (WeChat) have one that receives nothing. */
export const isReachable = (address: string): boolean => !address.endsWith('.invalid')

/** What the database checks, as a type. */
export const asLocale = (text: string): Locale => (text === 'en' ? 'en' : 'zh-CN')
