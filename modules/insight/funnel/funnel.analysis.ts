import { addToDay, startOfDay, startOfUnit } from '#base/time/calendar.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { breakDown, mostValues } from '../breakdown.ts'
import { type Days, daysOf } from '../shapes.ts'
import { shareDifference } from '../statistics/difference.ts'
import { mostBins, widthOf } from './bins.ts'
import { words } from './funnel.messages.ts'
import {
  betweenPeopleSql,
  betweenSql,
  binsSql,
  crossingsSql,
  peopleSql,
  stepAfter,
  stepBefore,
  stepsSql,
  stepTimesSql,
  timeSql,
  trendSql,
  type Watched,
} from './funnel.sql.ts'
import { type FunnelAnswer, type FunnelQuestion, funnelAnswer, funnelCell, funnelQuestion } from './funnel.ts'
import type { FunnelWriting } from './rows.sql.ts'
import { microsOf } from './span.ts'
import { sayFunnel, stepName, vocabulary } from './words.ts'

export async function funnelWriting(asking: Asking, question: FunnelQuestion): Promise<FunnelWriting> {
  return {
    question,
    days: daysOf(question.range, asking.clock),
    clock: asking.clock,
    scoped: await scopeSql(asking, question.scope),
    cut: question.breakdown && (await breakDown(asking, question.breakdown)),
  }
}

const share = (some: number, of: number): number | null => (of === 0 ? null : some / of)

interface Counted {
  readonly counts: readonly (string | number)[]
  readonly members: readonly (string | number)[]
}

/** Figures of all steps; of nobody at all the arrays are empty. */
function figures(question: FunnelQuestion, row: Counted | undefined) {
  const counts = question.steps.map((_, at) => Number(row?.counts[at] ?? 0))
  return counts.map((count, at) => ({
    count,
    members: Number(row?.members[at] ?? 0),
    rate: at === 0 ? null : share(count, counts[stepBefore(question, at + 1) - 1]!),
    overall: share(count, counts[0]!),
  }))
}

async function findSteps(asking: Asking, writing: FunnelWriting): Promise<FunnelAnswer['steps']> {
  const { question } = writing
  const { sql, params } = stepsSql(writing, false)
  const [row] = await asking.query<Counted>(sql, params)
  const called = vocabulary(asking)
  const steps = figures(question, row).map((figure, at) => ({
    ...figure,
    name: stepName(question.steps[at]!, called),
    optional: question.steps[at]?.optional ?? false,
  }))
  if (question.show.of !== 'time') return steps
  const asked = stepTimesSql(writing)
  const [times] = await asking.query<Record<'average' | 'median', (number | null)[]>>(asked.sql, asked.params)
  return steps.map((step, at) => ({
    ...step,
    averageSeconds: times?.average[at] ?? null,
    medianSeconds: times?.median[at] ?? null,
  }))
}

async function findValues(
  asking: Asking,
  writing: FunnelWriting,
): Promise<Pick<FunnelAnswer, 'values' | 'otherValues'>> {
  if (!writing.cut || writing.question.show.of !== 'steps') return { values: [], otherValues: 0 }
  const { sql, params } = stepsSql(writing, true)
  const rows = await asking.query<Counted & { value: string }>(sql, params)
  const shown = rows.slice(0, mostValues)
  const labels = await writing.cut.labels(shown.map(({ value }) => value))
  return {
    values: shown.map((row) => ({
      value: row.value,
      label: labels.get(row.value) ?? row.value,
      steps: figures(writing.question, row),
    })),
    otherValues: rows.length - shown.length,
  }
}

async function findTime(asking: Asking, writing: FunnelWriting): Promise<FunnelAnswer['time']> {
  const { show } = writing.question
  if (show.of !== 'time') return null
  const { sql, params } = timeSql(writing, show.from, show.to)
  const [row] = await asking.query<{
    members: string
    average: number | null
    at: (number | null)[]
    longest: number
  }>(sql, params)
  const members = Number(row?.members ?? 0)
  const [medianSeconds = null, p90Seconds = null, most = null] = row?.at ?? []
  const found = { members, averageSeconds: row?.average ?? null, medianSeconds, p90Seconds }
  if (members === 0 || most === null) return { ...found, bins: [] }
  const width = widthOf(most)
  const asked = binsSql(writing, show.from, show.to, width, mostBins - 1)
  const counts = new Map(
    (await asking.query<{ bin: number; count: string }>(asked.sql, asked.params)).map(({ bin, count }) => [
      bin,
      Number(count),
    ]),
  )
  const last = Math.max(...counts.keys())
  return {
    ...found,
    bins: Array.from({ length: last + 1 }, (_, bin) => ({
      from: bin * width,
      to: bin === mostBins - 1 ? null : (bin + 1) * width,
      count: counts.get(bin) ?? 0,
    })),
  }
}

async function findTrend(asking: Asking, writing: FunnelWriting): Promise<FunnelAnswer['trend']> {
  const { question, days } = writing
  const { show } = question
  if (show.of !== 'trend') return null
  const { unit } = show
  const { sql, params } = trendSql(writing, unit)
  const rows = await asking.query<{ start: string; entered: string; converted: string }>(sql, params)
  const found = new Map(rows.map((row) => [row.start, row]))
  const starts: string[] = []
  for (let start = startOfUnit(days.from, unit); start <= days.to; start = addToDay(start, 1, unit))
    starts.push(start)
  return starts.map((start) => {
    const entered = Number(found.get(start)?.entered ?? 0)
    const converted = Number(found.get(start)?.converted ?? 0)
    const end = startOfDay(addToDay(start, 1, unit), asking.clock.zone).getTime()
    return {
      start,
      entered,
      converted,
      rate: share(converted, entered),
      complete: end + microsOf(question.within) / 1_000 <= asking.clock.now.getTime(),
    }
  })
}

interface Between extends Watched {
  readonly went: number
  readonly stopped: number
}

/** Who went on from a step and who stopped there, and for how long the latter are watched. */
async function findCrossing(asking: Asking, writing: FunnelWriting, from: number): Promise<Between> {
  const { sql, params } = crossingsSql(writing, from, stepAfter(writing.question, from))
  const [row] = await asking.query<Record<'went' | 'stopped' | 'needed', string>>(sql, params)
  const needed = Number(row?.needed ?? 0)
  const lasts = Math.ceil(microsOf(writing.question.within) / 86_400_000_000) + 1
  const days: Days = { from: writing.days.from, to: addToDay(writing.days.to, lasts, 'day') }
  return { went: Number(row?.went ?? 0), stopped: Number(row?.stopped ?? 0), needed, days }
}

async function findBetween(asking: Asking, writing: FunnelWriting): Promise<FunnelAnswer['between']> {
  const { show } = writing.question
  if (show.of !== 'between') return null
  const crossing = await findCrossing(asking, writing, show.from)
  const { went, stopped } = crossing
  const { sql, params } = betweenSql(writing, show.from, stepAfter(writing.question, show.from), crossing)
  const rows = await asking.query<{ name: string; went: string; stopped: string }>(sql, params)
  const called = vocabulary(asking)
  const events = rows.map((row) => {
    const did = { went: Number(row.went), stopped: Number(row.stopped) }
    const [of, other] = [share(did.went, went), share(did.stopped, stopped)]
    const differs = shareDifference({ n: stopped, sum: did.stopped }, { n: went, sum: did.went })
    return {
      event: row.name,
      label: called.event(row.name),
      ...did,
      lift: of === null || !other ? null : of / other,
      clear: differs !== undefined && (differs.low > 0 || differs.high < 0),
    }
  })
  // What sets the two apart comes first; what nobody who stopped did has no lift, and is the strongest of all.
  const strength = ({ lift, clear }: (typeof events)[number]) =>
    (clear ? 1e6 : 0) + (lift === null ? 1e3 : Math.min(lift, 1e3))
  events.sort((one, other) => strength(other) - strength(one) || other.went - one.went)
  return { went, stopped, seconds: crossing.needed / 1e6, events: events.slice(0, 40) }
}

/** 漏斗: how many go how far, how quickly, and what they did who went on. */
export const funnelAnalysis = defineAnalysis({
  name: 'funnel',
  label: words.funnel,
  question: funnelQuestion,
  answer: funnelAnswer,
  cell: funnelCell,
  async answerOf(asking, question) {
    const writing = await funnelWriting(asking, question)
    return {
      ...writing.days,
      steps: await findSteps(asking, writing),
      ...(await findValues(asking, writing)),
      time: await findTime(asking, writing),
      trend: await findTrend(asking, writing),
      between: await findBetween(asking, writing),
    }
  },
  async peopleOf(asking, question, cell) {
    const writing = await funnelWriting(asking, question)
    if (cell.of !== 'did') return peopleSql(writing, cell)
    const from = question.show.of === 'between' ? question.show.from : 1
    const crossing = await findCrossing(asking, writing, from)
    return betweenPeopleSql(writing, from, stepAfter(question, from), crossing, cell)
  },
  say: async (asking, question) => sayFunnel(asking, question),
})
