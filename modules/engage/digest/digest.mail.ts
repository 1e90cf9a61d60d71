/** The digest as a mail: what was not read, under the headings of a member's wishes. Never empty. */
import { button, defineMail, heading, list, note, paragraph } from '#base/mail/template.ts'
import { digestTexts as texts } from './digest.messages.ts'

export interface DigestValues {
  readonly name: string
  readonly how: 'daily' | 'weekly'
  readonly count: number
  /** What is not listed any more. */
  readonly more: number
  readonly sections: readonly {
    readonly label: string
    readonly lines: readonly { readonly text: string; readonly quote: string }[]
  }[]
}

export const digestMail = defineMail<DigestValues>({
  name: 'engage.digest',
  compose: ({ name, how, count, more, sections }, { say, baseUrl }) => {
    const lines = sections.flatMap((section) => section.lines)
    return {
      subject: say(texts.subject, { count }),
      preview: say(texts.preview, { first: lines[0]?.text ?? '' }),
      blocks: [
        heading(say(texts.hello, { name })),
        paragraph(say(texts.lead)),
        ...sections.flatMap(({ label, lines }) => [
          note(label),
          list(lines.map(({ text, quote }) => (quote ? say(texts.line, { text, quote }) : text))),
        ]),
        ...(more > 0 ? [paragraph(say(texts.more, { count: more }))] : []),
        button(say(texts.open), `${baseUrl}/inbox`),
        note(say(texts.why, { how: say(texts[how]) })),
      ],
    }
  },
})
