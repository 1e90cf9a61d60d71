import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { defineAnalysis } from '../../analysis.ts'
import type { Asking } from '../../asking.ts'
import { insightProblems } from '../../problems.ts'
import { daysBefore, daysOf } from '../../shapes.ts'
import type { Figure } from '../figure.ts'
import { FormulaError, lettersOf, readFormula, work } from '../formula.ts'
import { type Measured, measureAll, membersOf, type Point } from '../measure.ts'
import { type MetricRef, written } from '../metric.ts'
import { faultSentence } from '../metrics.messages.ts'
import { sayMetric } from '../say.ts'
import { words } from './trend.messages.ts'
import {
  mostSeries,
  type TrendAnswer,
  type TrendQuestion,
  type TrendSeries,
  trendAnswer,
  trendCell,
  trendQuestion,
} from './trend.ts'

/** The metric of a series, per member when that is asked. */
function refOf({ of, per }: TrendQuestion, at: number): MetricRef {
  const item = of[at]
  if (!item) throw problems.invalidInput({ values: { count: 1 } })
  const { metric } = item
  if (!per) return metric
  return written({
    kind: 'ratio',
    over: typeof metric === 'string' ? { kind: 'metric', metric } : metric.how,
    under:
      per === 'member' ? { kind: 'population' } : { kind: 'events', event: '*', counted: { of: 'members' } },
  })
}

const common = ({ range: _, of: __, formula: ___, per: ____, ...rest }: TrendQuestion) => rest

export const trend = defineAnalysis({
  name: 'trend',
  label: words.trend,
  question: trendQuestion,
  answer: trendAnswer,
  cell: trendCell,
  say: async (asking, question) => await sayTrend(asking, question),
  answerOf: async (asking, question) => (await answerTrends(asking, [question]))[0]!,
  peopleOf: async (asking, question, cell) => {
    const asked = daysOf(question.range, asking.clock)
    const days = cell.before && question.compare ? daysBefore(asked, question.compare) : asked
    const { breakdown, ...rest } = common(question)
    return await membersOf(asking, refOf(question, cell.series), {
      ...rest,
      days,
      ...(cell.start === undefined ? {} : { start: cell.start }),
      ...(breakdown && cell.part !== undefined ? { breakdown, key: cell.part } : {}),
      ...(cell.of ? { of: cell.of } : {}),
    })
  },
})

const letters = 'abcdef'

/** Many questions at once: their figures share statements, so that a dashboard asks the warehouse a few times only. */
export async function answerTrends(
  asking: Asking,
  questions: readonly TrendQuestion[],
): Promise<TrendAnswer[]> {
  const asked = questions.map((question) => ({
    question,
    days: daysOf(question.range, asking.clock),
    together: readTogether(asking, question),
  }))
  const measured = await measureAll(
    asking,
    asked.flatMap(({ question, days }) =>
      question.of.map((_, at) => ({ ref: refOf(question, at), question: { ...common(question), days } })),
    ),
  )
  const answers: TrendAnswer[] = []
  let taken = 0
  for (const { question, days, together } of asked) {
    const mine = measured.slice(taken, taken + question.of.length)
    taken += question.of.length
    const names = await Promise.all(
      question.of.map(async ({ metric, name }) => name ?? (await sayMetric(asking, metric))),
    )
    const rows = mine.flatMap((each, at) => rowsOf(question, each, at, names[at]!))
    answers.push({
      days,
      before: question.compare ? daysBefore(days, question.compare) : null,
      unit: question.unit,
      series: together ? [...rows, ...workOut(asking, question, together, rows)] : rows,
    })
  }
  return answers
}

function rowsOf(question: TrendQuestion, measured: Measured, at: number, name: string): TrendSeries[] {
  const { metric, points, total, before, series = [] } = measured
  const given = question.of[at]!.metric
  const about: Pick<TrendSeries, 'letter' | 'metric' | 'name' | 'unit' | 'better' | 'formula'> = {
    letter: letters[at]!,
    metric: typeof given === 'string' ? given : null,
    name,
    // Divided by members, shares and members are no more what they were.
    unit: question.per && metric.unit !== 'money' ? 'number' : metric.unit,
    better: metric.better,
    formula: metric.formula,
  }
  const earlier = before ? { points: [...before.points], total: before.total } : null
  return [
    { ...about, part: null, points: [...points], total, before: earlier },
    ...series.map(({ key, label, points: its, total: all }) => ({
      ...about,
      part: { key, label },
      points: [...its],
      total: all,
      before: null,
    })),
  ]
}

/** Throws `metric_invalid` when the formula cannot be read, or asks for a series that is not there. */
function readTogether({ ctx }: Asking, { formula, of }: TrendQuestion) {
  if (formula === undefined) return undefined
  const refuse = (fault: Parameters<typeof faultSentence>[0], values: Record<string, string | number>) =>
    insightProblems.metricInvalid({
      values: { count: 1 },
      fields: [{ path: 'question.formula', message: render(faultSentence(fault), ctx.locale, values) }],
    })
  try {
    const read = readFormula(formula)
    const missing = lettersOf(read).find(
      (letter) => !letters.slice(0, Math.min(of.length, mostSeries)).includes(letter),
    )
    if (missing) throw refuse('missingLetter', { letter: missing, at: formula.indexOf(missing) + 1 })
    return read
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    throw refuse(error.fault, { at: error.at, found: error.found })
  }
}

/** The formula over the series, bucket by bucket; over parts where all of them have the part. */
function workOut(
  { ctx }: Asking,
  { formula }: TrendQuestion,
  read: ReturnType<typeof readFormula>,
  rows: readonly TrendSeries[],
): TrendSeries[] {
  const used = lettersOf(read)
  const wholes = rows.filter(({ part }) => part === null)
  const parts = [...new Map(rows.flatMap(({ part }) => (part ? [[part.key, part] as const] : []))).values()]
  const at = (letter: string, key: string | null) =>
    rows.find((row) => row.letter === letter && (row.part?.key ?? null) === key)
  const one = (key: string | null, part: TrendSeries['part']): TrendSeries => {
    const figure = (of: (row: TrendSeries) => Figure | undefined): Figure => ({
      value: work(read, (letter) => {
        const row = at(letter, key)
        return (row && of(row)?.value) ?? null
      }),
    })
    const points = (of: (row: TrendSeries) => readonly Point[] | undefined): Point[] =>
      (of(wholes[0]!) ?? []).map(({ start, to, running }, place) => ({
        start,
        to,
        running,
        ...figure((row) => of(row)?.[place]),
      }))
    return {
      letter: '=',
      metric: null,
      name: formula ?? '',
      unit: 'number',
      better: 'more',
      formula: render(words.together, ctx.locale, { letters: used.join(' ') }),
      part,
      points: points((row) => row.points),
      total: figure((row) => row.total),
      before:
        part === null && wholes[0]?.before
          ? { points: points((row) => row.before?.points), total: figure((row) => row.before?.total) }
          : null,
    }
  }
  return [one(null, null), ...parts.map((part) => one(part.key, part))]
}

async function sayTrend(asking: Asking, question: TrendQuestion): Promise<string> {
  const { locale } = asking.ctx
  const names = await Promise.all(
    question.of.map(async ({ metric, name }) => name ?? (await sayMetric(asking, metric))),
  )
  const { from, to } = daysOf(question.range, asking.clock)
  const { who } = question.scope
  const more = [
    question.rolling ? render(words.rolling, locale, { n: question.rolling }) : '',
    question.cumulative ? render(words.cumulative, locale) : '',
    question.per ? render(question.per === 'active' ? words.perActive : words.perMember, locale) : '',
    who ? render(words.who, locale, { who: await asking.parts.audience.say(asking.ctx, who) }) : '',
    question.compare ? render(words[question.compare], locale) : '',
  ].filter(Boolean)
  return render(words.says, locale, {
    names: names.map((name) => render(words.quoted, locale, { name })).join(render(words.comma, locale)),
    unit: render(words[question.unit], locale),
    from,
    to,
    more: more.join(''),
  })
}
