/** Sends a mail of this module to an account, in its language; accounts without a mailbox get none. */
import type { Ctx } from '#base/context.ts'
import type { MailTemplate } from '#base/mail/template.ts'
import type { AccountRow } from '../accounts/accounts.ts'
import { asLocale, isReachable } from '../accounts/email.ts'
import type { Identity } from '../engine/identity.ts'

export async function mailTo<V extends object>(
  { parts }: Identity,
  ctx: Ctx,
  to: Pick<AccountRow, 'email' | 'locale'>,
  template: MailTemplate<V>,
  values: V,
): Promise<void> {
  if (!isReachable(to.email)) return
  await parts.mail.send(ctx, {
    to: to.email,
    template,
    locale: asLocale(to.locale),
    values,
  })
}
