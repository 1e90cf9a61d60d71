/** A letter in the dress of our mails, with why the reader gets it. */
import { defineMail, note } from '#base/mail/template.ts'
import type { Letter } from './letter.ts'

export const letterMail = defineMail<{ readonly letter: Letter; readonly why: string }>({
  name: 'insight.letter',
  compose: ({ letter: { subject, preview, blocks }, why }) => ({
    subject,
    preview,
    blocks: [...blocks, note(why)],
  }),
})
