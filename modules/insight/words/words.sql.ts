/** Words of what was said, counted. Reads `talk`: copies of what everybody in its group may read now. */
import type { Id } from '#base/access/actor.ts'
import { type BoundSql, openBinder } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import type { WordsCell, WordsQuestion } from './words.ts'

export interface WordsWriting {
  readonly question: Omit<WordsQuestion, 'range'>
  readonly days: Days
  readonly before: Days
  readonly zone: string
  /** Boards that everybody in their group may read now. */
  readonly boards: readonly Id[]
  readonly scoped: Scoped
}

const kinds = { posts: ['post'], comments: ['comment'], all: ['post', 'comment'] } as const
/** Words that are weighed at most, and texts that TextRank is made of. */
const mostWords = 3_000
export const mostTexts = 2_000

const present = '(SELECT id FROM member FINAL WHERE present)'

/** Items of the days: `m`, `day`, `words`, `mood`, `said_at`. */
function itemsSql({ question, zone, boards, scoped }: WordsWriting, from: string, to: string) {
  const { bind, params } = openBinder('said')
  const day = `toDate(said_at, ${bind('String', zone)})`
  const where = [
    'present',
    `kind IN ${bind('Array(String)', kinds[question.of])}`,
    `has(${bind('Array(String)', boards)}, toString(board_id))`,
    `day >= ${bind('Date', from)}`,
    `day <= ${bind('Date', to)}`,
    ...scoped.rows,
    ...scoped.people,
  ]
  return {
    sql: `SELECT author_id AS m, ${day} AS day, kind, id, words, mood, said_at FROM talk FINAL WHERE ${where.join(' AND ')}`,
    params: { ...params, ...scoped.params },
  }
}

/** Both periods in one reading: `now` says which. */
const bothSql = (writing: WordsWriting) => {
  const { sql, params } = itemsSql(writing, writing.before.from, writing.days.to)
  return {
    sql: `SELECT *, day >= {said_now:Date} AS now FROM (${sql})`,
    params: { ...params, said_now: writing.days.from },
  }
}

export function wordTotalsSql(writing: WordsWriting): BoundSql {
  const { sql, params } = bothSql(writing)
  return {
    sql: `SELECT countIf(now) AS items, countIf(NOT now) AS before, uniqExactIf(m, now AND m IN ${present}) AS members,
        countIf(now AND mood > 0) AS glad, uniqExactIf(m, now AND mood > 0 AND m IN ${present}) AS glad_members,
        countIf(now AND mood < 0) AS sorry, uniqExactIf(m, now AND mood < 0 AND m IN ${present}) AS sorry_members FROM (${sql})`,
    params,
  }
}

export interface WordRow {
  readonly word: string
  readonly items: string
  readonly before: string
  readonly members: string
  readonly mood: string
}

export function wordCountsSql(writing: WordsWriting): BoundSql {
  const { sql, params } = bothSql(writing)
  return {
    sql: `SELECT word, countIf(now) AS items, countIf(NOT now) AS before, uniqExactIf(m, now AND m IN ${present}) AS members,
        sumIf(mood, now) AS mood
      FROM (SELECT m, now, mood, arrayJoin(arrayDistinct(words)) AS word FROM (${sql}))
      GROUP BY word HAVING members >= {least:UInt32} ORDER BY items DESC, word LIMIT ${mostWords}`,
    params: { ...params, least: writing.question.least },
  }
}

/** How often some words were said on each day: `word`, `day`, `items`. */
export function wordDaysSql(writing: WordsWriting, words: readonly string[]): BoundSql {
  const { sql, params } = itemsSql(writing, writing.days.from, writing.days.to)
  return {
    sql: `SELECT word, toString(day) AS day, count() AS items
      FROM (SELECT day, arrayJoin(arrayIntersect(arrayDistinct(words), {said_words:Array(String)})) AS word FROM (${sql}))
      GROUP BY word, day`,
    params: { ...params, said_words: words },
  }
}

/** The latest items with a word: `kind`, `id`. */
export function sayingSql(writing: WordsWriting, word: string, limit: number): BoundSql {
  const { sql, params } = itemsSql(writing, writing.days.from, writing.days.to)
  return {
    sql: `SELECT kind, id FROM (${sql}) WHERE has(words, {said_word:String})
      ORDER BY said_at DESC, id DESC LIMIT {said_limit:UInt32}`,
    params: { ...params, said_word: word, said_limit: limit },
  }
}

/** The latest texts as their words. */
export function textsSql(writing: WordsWriting): BoundSql {
  const { sql, params } = itemsSql(writing, writing.days.from, writing.days.to)
  return { sql: `SELECT words FROM (${sql}) ORDER BY said_at DESC, id DESC LIMIT ${mostTexts}`, params }
}

/** Who is behind a figure: one column `member_id`, each once. */
export function wordsPeopleSql(writing: WordsWriting, cell: WordsCell): BoundSql {
  const { sql, params } = itemsSql(writing, writing.days.from, writing.days.to)
  const where = {
    all: 'true',
    glad: 'mood > 0',
    sorry: 'mood < 0',
    word: 'has(words, {said_word:String})',
  }[cell.of]
  return {
    sql: `SELECT DISTINCT m AS member_id FROM (${sql}) WHERE ${where}`,
    params: { ...params, ...(cell.of === 'word' ? { said_word: cell.word } : {}) },
  }
}
