/** The network that a question asks for, read and worked out. */
import type { Id } from '#base/access/actor.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { type Asking, type Scoped, scopeSql } from '../asking.ts'
import { type Days, daysOf } from '../shapes.ts'
import { answersSql, writersSql } from './network.sql.ts'
import type { NetworkQuestion } from './network.ts'
import { mostPairs, type Network, placed } from './placing.ts'

export interface Written {
  readonly days: Days
  readonly scoped: Scoped
}

export const networkWritten = async (asking: Asking, question: NetworkQuestion): Promise<Written> => ({
  days: daysOf(question.range, asking.clock),
  scoped: await scopeSql(asking, question.scope),
})

export async function readNetwork(asking: Asking, question: NetworkQuestion): Promise<Network> {
  const written = await networkWritten(asking, question)
  const { days } = written
  // Nobody is quiet because the range goes on into the future.
  const until = [asking.clock.today, days.to].sort()[0]!
  // One more than is looked at tells whether there are more.
  const answers = answersSql(written, mostPairs + 1)
  const writers = writersSql(written)
  const rows = await asking.query<{ giver: Id; getter: Id; answers: string }>(answers.sql, answers.params)
  const wrote = await asking.query<{ m: Id; last: string }>(writers.sql, writers.params)
  return placed(
    rows.map((row) => ({ ...row, answers: Number(row.answers) })),
    new Map(wrote.map(({ m, last }) => [m, last])),
    days,
    (lastDay) => daysBetween(lastDay, until) >= question.quiet,
  )
}
