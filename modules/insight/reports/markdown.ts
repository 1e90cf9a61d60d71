/**
 * A report as Markdown (CommonMark with the tables of GFM). What people wrote is text and stays text: every character
 * that could begin markup is escaped, so that a name is no link, no row and no HTML, wherever it is pasted.
 */
import type { Locale } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { figureWords } from '../figure.ts'
import { type Door, inLocale, type ReportPart, type ReportSection } from './body.ts'
import { reportWords as words } from './reports.messages.ts'
import type { Report } from './reports.ts'
import { sayFigure } from './say-figure.ts'
import { addressOf, madeWords, titleOf } from './text.ts'

interface Written {
  readonly locale: Locale
  readonly brand: string
  /** Without a trailing slash; doors lead to its console. */
  readonly baseUrl: string
}

/** All ASCII punctuation may be escaped (CommonMark 0.31, 2.4); line ends would begin blocks, so they go. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, (character) =>
      plain.has(character) ? character : `\\${character}`,
    )
    // Addresses that GFM would make links of.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')

/** Punctuation that begins nothing within a line of prose, so that it stays readable. */
const plain = new Set([
  "'",
  '"',
  ',',
  ';',
  '?',
  '%',
  '/',
  '(',
  ')',
  ':',
  '.',
  '-',
  '+',
  '=',
  '^',
  '$',
  '{',
  '}',
])

export function reportMarkdown(
  report: Report,
  body: readonly ReportSection[],
  { locale, brand, baseUrl }: Written,
): string {
  const say = (of: { zh: string; en: string }) => escapeMarkdown(inLocale(of, locale))
  const link = (text: string, door: Door | undefined) =>
    door ? `[${text}](<${addressOf(door, baseUrl)}>)` : text
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = (head: readonly string[], figures: readonly number[], rows: readonly (readonly string[])[]) =>
    [row(head), row(head.map((_, at) => (figures.includes(at) ? '---:' : '---'))), ...rows.map(row)].join(
      '\n',
    )

  const partOf = (part: ReportPart): string => {
    switch (part.kind) {
      case 'sentences':
        return part.items.map(({ text, door }) => `- ${link(say(text), door)}`).join('\n')
      case 'figures':
        return table(
          [words.figureHead, words.nowHead, words.beforeHead, words.changeHead, words.formulaHead].map(say),
          [1, 2, 3],
          part.items.map((item) => {
            const { name, now, before, change, formula } = sayFigure(item, locale)
            return [name, now, before, change, formula].map(escapeMarkdown)
          }),
        )
      case 'line':
        return `**${say(part.title)}**\n\n${table(
          [
            say(words.startHead),
            say(words.nowHead),
            ...(part.before.length > 0 ? [say(words.beforeHead)] : []),
          ],
          [1, 2],
          part.points.map(({ start, value }, at) => [
            escapeMarkdown(formatDay(start, locale)),
            escapeMarkdown(figureWords(value, part.unit, locale)),
            ...(part.before.length > 0
              ? [escapeMarkdown(figureWords(part.before[at] ?? null, part.unit, locale))]
              : []),
          ]),
        )}\n\n_${say(part.note)}_`
      case 'table':
        return `${part.title ? `**${say(part.title)}**\n\n` : ''}${table(
          part.head.map(say),
          part.figures,
          part.rows.map((cells) => cells.map(({ text, door }) => link(say(text), door))),
        )}`
    }
  }
  const notes = (name: { zh: string; en: string }, text: string) =>
    text.trim() === ''
      ? []
      : [`## ${say(name)}`, text.trim().split(/\n+/).map(escapeMarkdown).map(beginsNothing).join('\n\n')]
  return `${[
    `# ${escapeMarkdown(titleOf(report, locale, brand))}`,
    `_${escapeMarkdown(madeWords(report, locale))}_`,
    ...notes(words.summary, report.summary),
    ...notes(words.nextSteps, report.nextSteps),
    ...body.flatMap((section) => [
      `## ${link(say(section.label), section.door)}`,
      `**${say(section.title)}**`,
      ...section.parts.map(partOf),
      `_${say(section.about)}_`,
    ]),
    `_${say(words.excluded)}_`,
  ].join('\n\n')}\n`
}

/** What would make a list, a number or a rule of a paragraph at its beginning. */
const beginsNothing = (line: string): string =>
  line
    .trim()
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, (start) => `\\${start}`)
