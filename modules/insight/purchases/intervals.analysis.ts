import { render } from '#base/i18n/messages.ts'
import { defineAnalysis } from '../analysis.ts'
import { scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import { binsSql, intervalPeopleSql, linesSql } from './intervals.sql.ts'
import { binEnds, intervalAnswer, intervalCell, intervalQuestion } from './intervals.ts'
import { words } from './purchases.messages.ts'

/** 购买间隔: how long members wait until they order again. */
export const intervalAnalysis = defineAnalysis({
  name: 'purchase-intervals',
  label: words.intervals,
  question: intervalQuestion,
  answer: intervalAnswer,
  cell: intervalCell,
  async answerOf(asking, question) {
    const writing = {
      days: daysOf(question.range, asking.clock),
      scoped: await scopeSql(asking, question.scope),
    }
    const [bins, lines] = [binsSql(writing), linesSql(writing)]
    const rows = await asking.query<{ bin: number; gaps: string; members: string }>(bins.sql, bins.params)
    const [line] = await asking.query<{ gaps: string; lines: number[] }>(lines.sql, lines.params)
    const found = new Map(rows.map((row) => [Number(row.bin), row]))
    const [median = null, p80 = null, p90 = null] = line?.lines ?? []
    return {
      ...writing.days,
      gaps: Number(line?.gaps ?? 0),
      median,
      p80,
      p90,
      bins: Array.from({ length: binEnds.length + 1 }, (_, bin) => ({
        from: bin === 0 ? 1 : binEnds[bin - 1]! + 1,
        to: binEnds[bin] ?? null,
        gaps: Number(found.get(bin)?.gaps ?? 0),
        members: Number(found.get(bin)?.members ?? 0),
      })),
    }
  },
  async peopleOf(asking, question, { bin }) {
    const scoped = await scopeSql(asking, question.scope)
    return intervalPeopleSql({ days: daysOf(question.range, asking.clock), scoped }, bin)
  },
  async say({ ctx }) {
    return render(words.intervalsSays, ctx.locale)
  },
})
