/** Mails to members about their place in groups. Each says what, why, until when, and what one can do. */
import { button, defineMail, heading, list, note, paragraph } from '#base/mail/template.ts'
import { noticeTexts as texts } from './notices.messages.ts'

export const tierAtRiskMail = defineMail<{ name: string; tier: string; day: string; path: string }>({
  name: 'groups.tier_at_risk',
  compose: ({ name, path, ...values }, { say, baseUrl }) => ({
    subject: say(texts.tierSubject, values),
    preview: say(texts.tierText, values),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.tierText, values)),
      button(say(texts.tierButton), baseUrl + path),
    ],
  }),
})

export const warnedMail = defineMail<{
  name: string
  group: string
  day: string
  words: string
  reasons: readonly string[]
  review: boolean
  path: string
}>({
  name: 'groups.elimination_warned',
  compose: ({ name, group, day, words, reasons, review, path }, { say, baseUrl }) => ({
    subject: say(texts.warnSubject, { group, day }),
    preview: say(texts.warnText, { group, day }),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(words),
      paragraph(say(texts.warnText, { group, day })),
      ...(reasons.length > 0 ? [list(reasons.map((reason) => `${say(texts.why)}：${reason}`))] : []),
      button(say(texts.warnButton), baseUrl + path),
      note(say(review ? texts.reviewNote : texts.autoNote)),
    ],
  }),
})

export const removedMail = defineMail<{
  name: string
  group: string
  decision: string
  ways: readonly string[]
  day: string | null
  path: string
}>({
  name: 'groups.eliminated',
  compose: ({ name, group, decision, ways, day, path }, { say, baseUrl }) => ({
    subject: say(texts.removedSubject, { group }),
    preview: say(texts.removedText, { group, decision }),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.removedText, { group, decision })),
      list(ways),
      ...(day ? [paragraph(say(texts.backAfter, { day }))] : []),
      button(say(texts.removedButton), baseUrl + path),
      note(say(texts.autoNote)),
    ],
  }),
})

export const answeredMail = defineMail<{
  name: string
  group: string
  granted: boolean
  answer: string
  path: string
}>({
  name: 'groups.appeal_answered',
  compose: ({ name, group, granted, answer, path }, { say, baseUrl }) => {
    const text = say(granted ? texts.grantedText : texts.refusedText)
    return {
      subject: say(granted ? texts.grantedSubject : texts.refusedSubject, { group }),
      preview: text,
      blocks: [
        heading(say(texts.hello, { name })),
        paragraph(answer ? `${text}${answer}` : text),
        button(say(texts.answerButton), baseUrl + path),
      ],
    }
  },
})
