import type { Id } from '#base/access/actor.ts'
import { render } from '#base/i18n/messages.ts'
import { rarityOf, textRank } from '#base/search/keywords.ts'
import type { Day } from '#base/time/calendar.ts'
import { findOpenBoards } from '#modules/content/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysBefore, daysOf } from '../shapes.ts'
import { burstOf } from './burst.ts'
import { wordsWords as words } from './words.messages.ts'
import {
  sayingSql,
  textsSql,
  type WordRow,
  type WordsWriting,
  wordCountsSql,
  wordDaysSql,
  wordsPeopleSql,
  wordTotalsSql,
} from './words.sql.ts'
import { type HotWord, surely, type WordsQuestion, wordsAnswer, wordsCell, wordsQuestion } from './words.ts'

const shown = 60
const shownRising = 12

async function writingOf(asking: Asking, question: WordsQuestion): Promise<WordsWriting> {
  const days = daysOf(question.range, asking.clock)
  const scoped = await scopeSql(asking, question.scope)
  return {
    question,
    days,
    before: daysBefore(days, 'previous'),
    zone: asking.clock.zone,
    boards: await findOpenBoards(asking.ctx),
    scoped,
  }
}

interface Totals {
  readonly items: string
  readonly before: string
  readonly members: string
  readonly glad: string
  readonly glad_members: string
  readonly sorry: string
  readonly sorry_members: string
}

async function readWords(asking: Asking, writing: WordsWriting) {
  const ask = <Row>({ sql, params }: ReturnType<typeof wordTotalsSql>) => asking.query<Row>(sql, params)
  const [total] = await ask<Totals>(wordTotalsSql(writing))
  const rows = await ask<WordRow>(wordCountsSql(writing))
  const items = Number(total?.items ?? 0)
  const itemsBefore = Number(total?.before ?? 0)
  const found = rows.map((row): Omit<HotWord, 'weight'> => {
    const many = Number(row.items)
    const before = Number(row.before)
    return {
      word: row.word,
      items: many,
      before,
      members: Number(row.members),
      share: items === 0 ? 0 : many / items,
      shareBefore: itemsBefore === 0 ? 0 : before / itemsBefore,
      heat: items === 0 ? 0 : (many / items) * rarityOf(row.word),
      burst: burstOf(many, items, before, itemsBefore),
      mood: many === 0 ? 0 : Number(row.mood) / many,
    }
  })
  return { total, items, itemsBefore, found }
}

/** Words whose share of what is said grew, and hardly by chance; the surest first. */
const risingOf = <W extends Pick<HotWord, 'burst' | 'share' | 'shareBefore'>>(found: readonly W[]): W[] =>
  found
    .filter(({ burst, share, shareBefore }) => burst >= surely && share > shareBefore)
    .sort((one, other) => other.burst - one.burst)

export const wordsAnalysis = defineAnalysis({
  name: 'words',
  label: words.label,
  question: wordsQuestion,
  answer: wordsAnswer,
  cell: wordsCell,

  async answerOf(asking, question) {
    const writing = await writingOf(asking, question)
    const { total, items, itemsBefore, found } = await readWords(asking, writing)
    const texts = textsSql(writing)
    const ranked = new Map(
      textRank(
        (await asking.query<{ words: string[] }>(texts.sql, texts.params)).map((row) => row.words),
        3_000,
      ).map(({ word, weight }) => [word, weight]),
    )
    const weighed = found.map((each): HotWord => ({ ...each, weight: ranked.get(each.word) ?? 0 }))
    return {
      days: writing.days,
      before: writing.before,
      items,
      itemsBefore,
      members: Number(total?.members ?? 0),
      glad: { items: Number(total?.glad ?? 0), members: Number(total?.glad_members ?? 0) },
      sorry: { items: Number(total?.sorry ?? 0), members: Number(total?.sorry_members ?? 0) },
      words: [...weighed].sort((one, other) => other.heat - one.heat).slice(0, shown),
      rising: risingOf(weighed).slice(0, shownRising),
    }
  },

  async peopleOf(asking, question, cell) {
    return wordsPeopleSql(await writingOf(asking, question), cell)
  },

  async say(asking, { range, scope }) {
    const { ctx, clock, parts } = asking
    const who = scope.who
      ? render(words.who, ctx.locale, { who: await parts.audience.say(ctx, scope.who) })
      : ''
    return `${render(words.says, ctx.locale, { ...daysOf(range, clock) })}${who}`
  },
})

/**
 * What feedback concentrates on (S0-47): words whose share of what is said grew against the same length of time before,
 * hardly by chance, used by at least `least` members, and grown at least to the given multiple. Evidence for a signal.
 */
export async function findConcentrations(
  asking: Asking,
  question: WordsQuestion,
  { times = 1.5, most = 5 }: { readonly times?: number; readonly most?: number } = {},
): Promise<Omit<HotWord, 'weight'>[]> {
  const { found } = await readWords(asking, await writingOf(asking, question))
  return risingOf(found)
    .filter(({ share, shareBefore }) => share >= shareBefore * times)
    .slice(0, most)
}

/** How often words were said on each day that one of them was, by word. */
export async function findWordDays(
  asking: Asking,
  question: WordsQuestion,
  said: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Day, number>>> {
  const { sql, params } = wordDaysSql(await writingOf(asking, question), said)
  const rows = await asking.query<{ word: string; day: Day; items: string }>(sql, params)
  const byWord = Map.groupBy(rows, ({ word }) => word)
  return new Map(
    [...byWord].map(([word, days]) => [word, new Map(days.map(({ day, items }) => [day, Number(items)]))]),
  )
}

/** The latest posts and comments with a word. */
export async function findSaying(
  asking: Asking,
  question: WordsQuestion,
  word: string,
  limit: number,
): Promise<{ readonly kind: 'post' | 'comment'; readonly id: Id }[]> {
  const { sql, params } = sayingSql(await writingOf(asking, question), word, limit)
  return await asking.query<{ kind: 'post' | 'comment'; id: Id }>(sql, params)
}
