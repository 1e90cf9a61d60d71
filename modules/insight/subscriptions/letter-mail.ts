/** A letter in the dress of our mails, with why the reader gets it. */
import { button, defineMail, heading, note, paragraph } from '#base/mail/template.ts'
import type { Letter } from './letter.ts'
import { subscriptionWords as words } from './subscriptions.messages.ts'

export const letterMail = defineMail<{ readonly letter: Letter; readonly why: string }>({
  name: 'insight.letter',
  compose: ({ letter: { subject, preview, blocks }, why }) => ({
    subject,
    preview,
    blocks: [...blocks, note(why)],
  }),
})

/** To who subscribed: a letter did not reach everybody, however often it was tried. */
export const failedMail = defineMail<{
  readonly name: string
  readonly day: string
  readonly count: number
  readonly why: string
  readonly url: string
}>({
  name: 'insight.letter_failed',
  compose: ({ name, day, count, why, url }, { say }) => ({
    subject: say(words.failedSubject, { name }),
    preview: why,
    blocks: [
      heading(say(words.failedSubject, { name })),
      paragraph(say(words.failedSaid, { day, count })),
      paragraph(why),
      button(say(words.failedOpen), url),
    ],
  }),
})
