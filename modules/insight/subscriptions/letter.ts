/** What a subscription sends, and what can be subscribed to. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Locale } from '#base/i18n/messages.ts'
import type { MailBlock } from '#base/mail/template.ts'
import type { RobotMessage } from '#base/robots/robots.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'

/** What goes to a reader by mail, and in short to a robot. Pictures hold no text: the machine may have no fonts. */
export interface Letter {
  readonly subject: string
  /** What a mail program shows beside the subject. */
  readonly preview: string
  readonly blocks: readonly MailBlock[]
  readonly robot: RobotMessage
}

/** What can be subscribed to; each kind is listed once in subscriptions/kinds.ts. */
export interface Sendable {
  readonly kind: 'dashboard' | 'report'
  /** Throws not found when the reader may not see it. */
  readonly nameOf: (ctx: Ctx, id: Id) => Promise<string>
  /** `day`: the day, in the community's zone, on which it is sent; figures go up to the day before. */
  readonly letterOf: (
    asking: Asking,
    id: Id,
    of: { readonly locale: Locale; readonly day: Day },
  ) => Promise<Letter>
}
