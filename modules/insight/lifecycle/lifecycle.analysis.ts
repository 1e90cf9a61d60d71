import { sayHappening, vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { bucketOf, startOfBucket, wholeUnits } from '../retention/buckets.ts'
import { daysOf } from '../shapes.ts'
import { words } from './lifecycle.messages.ts'
import {
  kindCountsSql,
  kindPeopleSql,
  type LifecycleWriting,
  statePeopleSql,
  statesSql,
} from './lifecycle.sql.ts'
import { type LifecycleQuestion, lifecycleAnswer, lifecycleCell, lifecycleQuestion } from './lifecycle.ts'

export const lifecycleWriting = async (
  asking: Asking,
  question: LifecycleQuestion,
): Promise<LifecycleWriting> => ({
  question,
  days: wholeUnits(daysOf(question.range, asking.clock), question.unit, asking.clock.today),
  clock: asking.clock,
  scoped: await scopeSql(asking, question.scope),
})

const share = (some: number, of: number) => (of === 0 ? null : some / of)

async function findBuckets(asking: Asking, writing: LifecycleWriting) {
  const { unit } = writing.question
  const { sql, params } = statesSql(writing)
  const rows = await asking.query<Record<string, string> & { bucket: number }>(sql, params)
  const now = bucketOf(asking.clock.today, unit)
  return rows.map((row) => {
    const count = (state: string) => Number(row[`${state}_members`])
    const states = {
      new: count('new'),
      returning: count('returning'),
      resurrecting: count('resurrecting'),
      dormant: count('dormant'),
    }
    return {
      start: startOfBucket(row.bucket, unit),
      ...states,
      fresh: share(states.new, states.new + states.returning + states.resurrecting),
      kept: share(count('earlier') - states.dormant, count('earlier')),
      quickRatio: share(states.new + states.resurrecting, states.dormant),
      complete: row.bucket < now,
    }
  })
}

/** 生命周期: who is new, who stays, who comes back, who falls silent. */
export const lifecycleAnalysis = defineAnalysis({
  name: 'lifecycle',
  label: words.lifecycle,
  question: lifecycleQuestion,
  answer: lifecycleAnswer,
  cell: lifecycleCell,
  async answerOf(asking, question) {
    const writing = await lifecycleWriting(asking, question)
    const { sql, params } = kindCountsSql(writing)
    const buckets = await findBuckets(asking, writing)
    const [kinds] = await asking.query<Record<string, string>>(sql, params)
    const count = (kind: string) => Number(kinds?.[`${kind}_members`] ?? 0)
    return {
      ...writing.days,
      buckets,
      kinds: {
        silent: { members: count('silent'), of: count('fresh') },
        loyal: { members: count('loyal') },
        back: { members: count('back') },
        lost: { members: count('lost') },
      },
    }
  },
  async peopleOf(asking, question, cell) {
    const writing = await lifecycleWriting(asking, question)
    return cell.of === 'kind'
      ? kindPeopleSql(writing, cell.kind)
      : statePeopleSql(writing, cell.state, bucketOf(cell.start, question.unit))
  },
  async say({ ctx, parts }, { unit, event }) {
    const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
    const { say } = vocabulary
    return say(words.says, { unit: say(words[unit]), event: sayHappening(event, vocabulary) })
  },
})
