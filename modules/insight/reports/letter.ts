/** A report as a letter: its sentences, first figures and lines in a mail, and the shortest of it for a robot. */
import type { Ctx } from '#base/context.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import {
  button,
  heading,
  list,
  type MailBlock,
  note,
  paragraph,
  picture,
  table,
} from '#base/mail/template.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'
import { figureWords } from '../figure.ts'
import { linePicture } from '../pictures/line-picture.ts'
import { insightProblems } from '../problems.ts'
import type { Letter, Sendable } from '../subscriptions/letter.ts'
import { inLocale, type ReportLine, type ReportPart, type ReportSection } from './body.ts'
import { lastWhole, type ReportKind, reportKinds } from './kinds.ts'
import { makeReport } from './make.ts'
import { readReport, type WholeReport } from './reading.ts'
import { reportWords as words } from './reports.messages.ts'
import { claimReport } from './reports.ts'
import { sayFigure } from './say-figure.ts'
import { kindWords, madeWords, reportAddress, titleOf } from './text.ts'

/** Width of a picture in a mail, in CSS pixels. */
const wide = 496
const mostRows = 8
const mostSentences = 6

/** `weekly`, or `weekly:12` for a group. Throws `thing_not_sendable`. */
export function readThing(thing: string): { kind: ReportKind; group: string | undefined } {
  const [kind, group, ...rest] = thing.split(':')
  const known = reportKinds.find((each) => each === kind)
  if (!known || rest.length > 0 || (group !== undefined && !/^[1-9]\d{0,17}$/.test(group)))
    throw insightProblems.thingNotSendable()
  return { kind: known, group }
}

export const reportSendable: Sendable = {
  kind: 'report',
  async nameOf(ctx, thing) {
    const { kind, group } = readThing(thing)
    const name = group === undefined ? '' : await nameOfGroup(ctx, group)
    return name + (name && ctx.locale === 'en' ? ' · ' : '') + kindWords(kind, ctx.locale)
  },
  async letterOf(asking, thing, { locale, day }) {
    const whole = await freshReport(asking, thing, day)
    return await reportLetter(whole, { locale, baseUrl: asking.parts.config.baseUrl })
  },
}

async function nameOfGroup(ctx: Ctx, id: string): Promise<string> {
  const group = await ctx.db
    .selectFrom('community_group')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!group) throw insightProblems.thingNotSendable()
  return group.name
}

/** The report of the latest whole time before a day: the one there is, or made now. Throws `report_failed`. */
async function freshReport(asking: Asking, thing: string, day: Day): Promise<WholeReport> {
  const { ctx, parts } = asking
  const { kind, group } = readThing(thing)
  // Whoever reads a letter has not asked for the report: the subscription has.
  const own: Ctx = { ...ctx, actor: { kind: 'system', name: 'subscriptions' } }
  const { report } = await claimReport(own, { kind, day: lastWhole(kind, day).to, group, patient: true })
  const { signal } = new AbortController()
  const { failedAt, problem } = await makeReport(own, parts, report.id, {
    signal,
    progress: async () => undefined,
  })
  if (failedAt) throw insightProblems.reportFailed({ values: { why: problem ?? '' }, retryAfter: 600 })
  return await readReport(own, report.id)
}

/** The mail and the short message of a report. */
export async function reportLetter(
  { report, body, brand }: WholeReport,
  { locale, baseUrl, from }: { readonly locale: Locale; readonly baseUrl: string; readonly from?: string },
): Promise<Letter> {
  const say = (of: { zh: string; en: string }) => inLocale(of, locale)
  const title = titleOf(report, locale, brand)
  const url = reportAddress(baseUrl, report.id)
  const blocks: MailBlock[] = [
    heading(title),
    ...(from ? [note(render(words.shared, locale, { name: from }))] : []),
    ...written(words.summary, report.summary, locale),
    ...written(words.nextSteps, report.nextSteps, locale),
  ]
  for (const section of body) {
    blocks.push(note(say(section.label)), paragraph(say(section.title)))
    for (const part of section.parts) blocks.push(...(await blocksOf(part, locale)))
  }
  blocks.push(button(render(words.open, locale), url), note(madeWords(report, locale)))
  return {
    subject: title,
    preview: body[0] ? say(body[0].title) : title,
    blocks,
    robot: {
      title,
      lines: robotLines(report.summary, body, locale),
      link: { text: render(words.open, locale), url },
    },
  }
}

const written = (name: { zh: string; en: string }, text: string, locale: Locale): MailBlock[] =>
  text.trim() === ''
    ? []
    : [
        note(inLocale(name, locale)),
        ...text
          .trim()
          .split(/\n+/)
          .map((line) => paragraph(line)),
      ]

async function blocksOf(part: ReportPart, locale: Locale): Promise<MailBlock[]> {
  const say = (of: { zh: string; en: string }) => inLocale(of, locale)
  switch (part.kind) {
    case 'sentences':
      return part.items.length === 0
        ? []
        : [list(part.items.slice(0, mostSentences).map(({ text }) => say(text)))]
    case 'figures':
      return [
        table(
          [words.figureHead, words.nowHead, words.changeHead].map(say),
          part.items.map((item) => {
            const { name, now, change } = sayFigure(item, locale)
            return [name, now, change]
          }),
        ),
      ]
    case 'line':
      return [await lineBlock(part, locale), note(say(part.note))]
    case 'table': {
      // A phone is narrow: what names a row, and the three columns that say most.
      const shown = part.head.map((_, at) => at).slice(0, 4)
      return [
        ...(part.title ? [note(say(part.title))] : []),
        table(
          shown.map((at) => say(part.head[at]!)),
          part.rows.slice(0, mostRows).map((cells) => shown.map((at) => say(cells[at]!.text))),
        ),
      ]
    }
  }
}

async function lineBlock(
  { points, before, goal, title, unit }: ReportLine,
  locale: Locale,
): Promise<MailBlock> {
  const values = points.map(({ value }) => value)
  const size = { width: wide, height: 150 }
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null]
  return picture({
    png: await linePicture(
      { values, ...(before.length > 0 ? { before } : {}), ...(goal === null ? {} : { goal }) },
      size,
    ),
    ...size,
    alt: `${inLocale(title, locale)}: ${figureWords(first, unit, locale)} → ${figureWords(last, unit, locale)}`,
  })
}

/** What fits into a chat: what was learned, what each part says, and the first figures. */
function robotLines(summary: string, body: readonly ReportSection[], locale: Locale): string[] {
  const figures = body
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'figures' ? part.items : [])))
    .slice(0, 4)
    .map((item) => {
      const { name, now, change } = sayFigure(item, locale)
      return render(item.before === null ? words.robotOnly : words.robotMore, locale, {
        name,
        value: now,
        change,
      })
    })
  const [first] = summary.trim().split('\n')
  return [
    ...(first ? [first] : []),
    ...figures,
    ...body
      .slice(0, 6)
      .map(
        ({ label, title }) =>
          inLocale(label, locale) + (locale === 'en' ? ': ' : '：') + inLocale(title, locale),
      ),
  ]
}
