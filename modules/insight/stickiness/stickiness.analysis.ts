import { addToDay } from '#base/time/calendar.ts'
import { sayHappening, vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { earlierOf, laterOf, startOfBucket } from '../retention/buckets.ts'
import { daysOf } from '../shapes.ts'
import { words } from './stickiness.messages.ts'
import {
  activePeopleSql,
  bucketCount,
  bucketPeopleSql,
  type StickinessWriting,
  stickinessSql,
  trendSql,
} from './stickiness.sql.ts'
import {
  mostHourDays,
  type StickinessQuestion,
  stickinessAnswer,
  stickinessCell,
  stickinessQuestion,
} from './stickiness.ts'

export async function stickinessWriting(
  asking: Asking,
  question: StickinessQuestion,
): Promise<StickinessWriting> {
  const { from, to } = daysOf(question.range, asking.clock)
  const { today } = asking.clock
  const most = question.unit === 'hour' ? [addToDay(from, mostHourDays - 1, 'day')] : []
  return {
    question,
    days: { from, to: laterOf(from, earlierOf(to, today, ...most)) },
    clock: asking.clock,
    scoped: await scopeSql(asking, question.scope),
  }
}

/** 粘度: on how many days people were active, and day ÷ month. */
export const stickinessAnalysis = defineAnalysis({
  name: 'stickiness',
  label: words.stickiness,
  question: stickinessQuestion,
  answer: stickinessAnswer,
  cell: stickinessCell,
  async answerOf(asking, question) {
    const writing = await stickinessWriting(asking, question)
    const asked = stickinessSql(writing)
    const found = new Map(
      (await asking.query<{ buckets: string; members: string }>(asked.sql, asked.params)).map((row) => [
        Number(row.buckets),
        Number(row.members),
      ]),
    )
    const all = Array.from({ length: bucketCount(writing) }, (_, at) => at + 1)
    const members = [...found.values()].reduce((sum, each) => sum + each, 0)
    const sum = [...found].reduce((total, [buckets, count]) => total + buckets * count, 0)
    const trend = trendSql(writing)
    const rows = await asking.query<{ at: number } & Record<'dau' | 'wau' | 'mau', string>>(
      trend.sql,
      trend.params,
    )
    return {
      ...writing.days,
      members,
      buckets: all.map((buckets) => ({
        buckets,
        exactly: found.get(buckets) ?? 0,
        orMore: [...found].reduce((total, [at, count]) => total + (at >= buckets ? count : 0), 0),
      })),
      average: members === 0 ? null : sum / members,
      trend: rows.map((row) => ({
        day: startOfBucket(row.at, 'day'),
        dau: Number(row.dau),
        wau: Number(row.wau),
        mau: Number(row.mau),
        share: Number(row.mau) === 0 ? null : Number(row.dau) / Number(row.mau),
      })),
    }
  },
  async peopleOf(asking, question, cell) {
    const writing = await stickinessWriting(asking, question)
    return cell.of === 'buckets'
      ? bucketPeopleSql(writing, cell.buckets, cell.orMore)
      : activePeopleSql(writing, cell.day, cell.days)
  },
  async say({ ctx, parts }, { unit, event }) {
    const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
    const { say } = vocabulary
    return say(words.says, { unit: say(words[unit]), event: sayHappening(event, vocabulary) })
  },
})
