import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { sayHappening, vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { breakDown, mostValues } from '../breakdown.ts'
import { daysOf } from '../shapes.ts'
import { shareDifference } from '../statistics/difference.ts'
import { bucketOf, earlierOf, laterOf, startOfBucket, wholeUnits } from './buckets.ts'
import {
  type Column,
  columnsOf,
  type RetentionWriting,
  retentionPeopleSql,
  retentionSql,
  valuesSql,
} from './cohorts.sql.ts'
import { words } from './retention.messages.ts'
import {
  mostCohorts,
  type RetentionQuestion,
  retentionAnswer,
  retentionCell,
  retentionQuestion,
} from './retention.ts'

export async function retentionWriting(
  asking: Asking,
  question: RetentionQuestion,
): Promise<RetentionWriting> {
  const { unit } = question
  const { today } = asking.clock
  const { from, to } = wholeUnits(daysOf(question.range, asking.clock), unit, today)
  // More cohorts than anybody reads: the latest ones.
  const earliest = addToDay(startOfUnit(to, unit), 1 - mostCohorts, unit)
  return {
    question,
    days: { from: laterOf(from, earliest), to },
    clock: asking.clock,
    scoped: await scopeSql(asking, question.scope),
    cut: question.breakdown && (await breakDown(asking, question.breakdown)),
  }
}

interface Row {
  readonly value: string
  readonly cohort: number
  readonly col: number
  readonly members: string
}

interface Cell {
  readonly returned: number
  readonly share: number | null
  readonly complete: boolean
}

/** Whether a column of a cohort has begun, and whether it has passed for everybody in it. */
function ripeness({ question, days, clock }: RetentionWriting, cohort: number, { first, last }: Column) {
  const { unit, brackets } = question
  const end = last ?? first
  if (!brackets) {
    const now = bucketOf(clock.today, unit)
    return { begun: cohort + first <= now, complete: cohort + end < now }
  }
  const begins = startOfBucket(cohort, unit)
  const ends = addToDay(addToDay(begins, 1, unit), -1, 'day')
  return {
    begun: addToDay(begins, first, 'day') <= clock.today,
    complete: addToDay(earlierOf(ends, days.to), end, 'day') < clock.today,
  }
}

const cohortsOf = ({ question: { unit }, days }: RetentionWriting): number[] => {
  const first = bucketOf(days.from, unit)
  return Array.from({ length: Math.max(0, bucketOf(days.to, unit) - first + 1) }, (_, at) => first + at)
}

/** Cells of all cohorts, from the rows of one value. */
function tableOf(writing: RetentionWriting, rows: readonly Row[]) {
  const found = new Map(rows.map(({ cohort, col, members }) => [`${cohort} ${col}`, Number(members)]))
  return cohortsOf(writing).map((cohort) => {
    const size = found.get(`${cohort} 0`) ?? 0
    const cells: Cell[] = [{ returned: size, share: size === 0 ? null : 1, complete: true }]
    for (const column of columnsOf(writing.question)) {
      const { begun, complete } = ripeness(writing, cohort, column)
      if (!begun) break
      const returned = found.get(`${cohort} ${column.column}`) ?? 0
      cells.push({ returned, share: size === 0 ? null : returned / size, complete })
    }
    return { cohort, size, cells }
  })
}

type Table = ReturnType<typeof tableOf>

/** Column by column over complete cells: larger cohorts weigh more. */
const meanOf = (table: Table, columns: readonly Column[]) =>
  [{ column: 0 }, ...columns].map(({ column }) => {
    const ripe = table.filter(({ cells }) => cells[column]?.complete)
    const returned = ripe.reduce((sum, { cells }) => sum + cells[column]!.returned, 0)
    const of = ripe.reduce((sum, { size }) => sum + size, 0)
    return { column, returned, of, share: of === 0 ? null : returned / of }
  })

const sizeOf = (table: Table) => table.reduce((sum, { size }) => sum + size, 0)

async function findTable(asking: Asking, writing: RetentionWriting): Promise<Table> {
  const { sql, params } = retentionSql({ ...writing, cut: undefined })
  return tableOf(writing, await asking.query<Row>(sql, params))
}

async function findValues(asking: Asking, writing: RetentionWriting) {
  const { cut, question } = writing
  if (!cut) return { values: [], otherValues: 0 }
  const asked = valuesSql(writing)
  const all = (await asking.query<{ value: string }>(asked.sql, asked.params)).map(({ value }) => value)
  const shown = all.slice(0, mostValues)
  const { sql, params } = retentionSql(writing, shown)
  const rows = shown.length === 0 ? [] : await asking.query<Row>(sql, params)
  const labels = await cut.labels(shown)
  const columns = columnsOf(question)
  return {
    values: shown.map((value) => {
      const table = tableOf(
        writing,
        rows.filter((row) => row.value === value),
      )
      return { value, label: labels.get(value) ?? value, size: sizeOf(table), mean: meanOf(table, columns) }
    }),
    otherValues: all.length - shown.length,
  }
}

/** The question as it is asked of the other cohort. */
function otherQuestion({ versus, ...question }: RetentionQuestion): RetentionQuestion | undefined {
  if (!versus) return undefined
  return {
    ...question,
    range: versus.range ?? question.range,
    scope: versus.who ? { ...question.scope, who: versus.who } : question.scope,
  }
}

async function findVersus(asking: Asking, question: RetentionQuestion, mean: ReturnType<typeof meanOf>) {
  const other = otherQuestion(question)
  if (!other) return null
  const writing = await retentionWriting(asking, { ...other, breakdown: undefined })
  const table = await findTable(asking, writing)
  const others = meanOf(table, columnsOf(other))
  return {
    ...writing.days,
    size: sizeOf(table),
    mean: others,
    difference: mean.map(({ column, returned, of }, at) => {
      const control = others[at]!
      const found = shareDifference({ n: control.of, sum: control.returned }, { n: of, sum: returned })
      return found ? { column, by: found.difference, low: found.low, high: found.high } : null
    }),
  }
}

/** 留存: of those who began, who came back. */
export const retentionAnalysis = defineAnalysis({
  name: 'retention',
  label: words.retention,
  question: retentionQuestion,
  answer: retentionAnswer,
  cell: retentionCell,
  async answerOf(asking, question) {
    const writing = await retentionWriting(asking, question)
    const columns = columnsOf(question)
    const table = await findTable(asking, writing)
    const mean = meanOf(table, columns)
    const { goal } = question
    const reached = goal ? (mean[goal.column]?.share ?? null) : null
    return {
      ...writing.days,
      columns: [{ column: 0, first: 0, last: 0 }, ...columns],
      cohorts: table.map(({ cohort, size, cells }) => ({
        start: startOfBucket(cohort, question.unit),
        size,
        cells,
      })),
      mean,
      ...(await findValues(asking, writing)),
      versus: await findVersus(asking, question, mean),
      goal: goal ? { ...goal, reached, met: reached === null ? null : reached >= goal.share } : null,
    }
  },
  async peopleOf(asking, question, { cohort, column, lost, value, versus }) {
    const asked = (versus && otherQuestion(question)) || question
    const writing = await retentionWriting(
      asking,
      value === undefined ? { ...asked, breakdown: undefined } : asked,
    )
    const wanted = columnsOf(asked).find((each) => each.column === column)
    const cohorts =
      cohort === undefined
        ? cohortsOf(writing).filter((each) => !wanted || ripeness(writing, each, wanted).complete)
        : [bucketOf(cohort, asked.unit)]
    return retentionPeopleSql(writing, { cohorts, column, lost, value: value ?? '' })
  },
  async say({ ctx, parts }, question) {
    const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
    const { say } = vocabulary
    return say(words.says, {
      start: say(question.newcomers ? words.first : words.recurring, {
        event: sayHappening(question.start, vocabulary),
      }),
      again: say(words[question.how], { event: sayHappening(question.again, vocabulary) }),
    })
  },
})
