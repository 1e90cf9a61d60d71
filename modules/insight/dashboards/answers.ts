/**
 * The answers of a dashboard: every tile answered, or failed, by itself. All metrics are asked together, equal
 * questions once, and of what was known before nothing is asked again.
 */
import type { Id } from '#base/access/actor.ts'
import { Problem, problems } from '#base/http/problem.ts'
import { canonical } from '#base/text/canonical.ts'
import { presentSignal } from '../alerts/present.ts'
import { signalWordsOf } from '../alerts/signals.routes.ts'
import { countOpenSignals, findSignals } from '../alerts/signals.ts'
import type { Asking } from '../asking.ts'
import { breakDown } from '../breakdown.ts'
import { presentOne } from '../goals/goals.routes.ts'
import { getGoal } from '../goals/goals.ts'
import { loadMetrics, resolveFrom } from '../metrics/find-metric.ts'
import { readSink, type SinkState } from '../metrics/remember/stamps.ts'
import { prepareScope } from '../metrics/scope.ts'
import { answerTrends } from '../metrics/trend/trend.analysis.ts'
import type { TrendQuestion } from '../metrics/trend/trend.ts'
import { type AskedQuestion, questionOf, type Unheard } from './asked.ts'
import type { Override, TileContent } from './dashboard.ts'
import { answerOrRemember } from './remembered.ts'

export interface AskedTile {
  readonly id: Id
  readonly content: TileContent
}

export interface Answered {
  readonly id: Id
  /** The analysis, and its question as it was asked: doors lead on from there. */
  readonly analysis: string | null
  readonly question: object | null
  readonly says: string
  readonly unheard: readonly Unheard[]
  readonly answer: unknown
}

export interface Failed {
  readonly id: Id
  readonly problem: Problem
}

export type TileAnswer = Answered | Failed

export const isFailed = (answer: TileAnswer): answer is Failed => 'problem' in answer

/** So many questions are in the warehouse at once. */
const atOnce = 4
/** Open signals that a tile shows. */
const mostSignals = 8

/** One for each tile, in their order. Throws only when nobody waits any more. */
export const answerTiles = async (
  asking: Asking,
  tiles: readonly AskedTile[],
  override: Override = {},
  signal?: AbortSignal,
): Promise<TileAnswer[]> => (await askTiles(asking, tiles, override, signal)).answers

export interface AskedTiles {
  readonly answers: TileAnswer[]
  /** Of each tile: the key of its question, where it asks one that can be asked. */
  readonly keys: readonly (string | undefined)[]
  /** Answers, or why there is none, by key. */
  readonly found: ReadonlyMap<string, unknown>
}

/** `more` adds questions that are asked in the same breath. */
export async function askTiles(
  given: Asking,
  tiles: readonly AskedTile[],
  override: Override,
  signal?: AbortSignal,
  more?: (asking: Asking, questions: Map<string, AskedQuestion>) => Promise<void>,
): Promise<AskedTiles> {
  const asking = together(given)
  const sink = await readSink(asking.ctx)
  const questions = new Map<string, AskedQuestion>()
  const keys = tiles.map(({ content }) => {
    try {
      const asked = questionOf(asking, content, override)
      if (!asked) return undefined
      const key = canonical([asked.analysis.name, asked.question])
      if (!questions.has(key)) questions.set(key, asked)
      return key
    } catch (error) {
      return asProblem(error, asking)
    }
  })
  await more?.(asking, questions)
  const found = await answerQuestions(asking, questions, sink, signal)
  const answers = await inTurn(tiles, atOnce, async ({ id, content }, at): Promise<TileAnswer> => {
    const key = keys[at]
    if (key instanceof Problem) return { id, problem: key }
    try {
      if (key === undefined) {
        const answer = await answerWithoutQuestion(asking, content, override)
        return { id, analysis: null, question: null, says: '', unheard: [], answer }
      }
      const answer = found.get(key)
      if (answer instanceof Problem) return { id, problem: answer }
      const { analysis, question, unheard } = questions.get(key)!
      const says = await analysis.say(asking, question)
      return { id, analysis: analysis.name, question, says, unheard, answer }
    } catch (error) {
      signal?.throwIfAborted()
      return { id, problem: asProblem(error, asking) }
    }
  })
  return { answers, keys: keys.map((key) => (key instanceof Problem ? undefined : key)), found }
}

/** Whatever is asked at the same moment is asked once, also of what comes from other dashboards. */
const together = (asking: Asking): Asking => ({
  ...asking,
  query: (sql, params = {}, options = {}) =>
    options.maxRows === undefined ? asking.once(sql, params) : asking.query(sql, params, options),
})

/** Answers, or why there is none, by key. */
async function answerQuestions(
  asking: Asking,
  questions: ReadonlyMap<string, AskedQuestion>,
  sink: SinkState,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>()
  const trends: [key: string, question: TrendQuestion][] = []
  const others: [key: string, asked: AskedQuestion][] = []
  for (const [key, asked] of questions) {
    if (asked.analysis.name !== 'trend') {
      others.push([key, asked])
      continue
    }
    try {
      await checkTrend(asking, asked.question as TrendQuestion)
      trends.push([key, asked.question as TrendQuestion])
    } catch (error) {
      found.set(key, asProblem(error, asking))
    }
  }
  const each = async (key: string, answer: () => Promise<unknown>) => {
    try {
      found.set(key, await answer())
    } catch (error) {
      signal?.throwIfAborted()
      found.set(key, asProblem(error, asking))
    }
  }
  const one = ([key, question]: (typeof trends)[number]) =>
    each(key, async () => (await answerTrends(asking, [question]))[0])
  const metrics = async () => {
    if (trends.length === 0) return
    try {
      const answers = await answerTrends(
        asking,
        trends.map(([, question]) => question),
      )
      for (const [at, [key]] of trends.entries()) found.set(key, answers[at])
    } catch (error) {
      signal?.throwIfAborted()
      const problem = asProblem(error, asking)
      // One may be too slow for the others: each by itself then. From what is away nobody gets anything.
      if (problem.code === 'warehouse_unavailable' || trends.length === 1)
        for (const [key] of trends) found.set(key, problem)
      else await inTurn(trends, atOnce, one)
    }
  }
  await Promise.all([
    metrics(),
    inTurn(others, atOnce, ([key, asked]) => each(key, () => answerOrRemember(asking, asked, sink))),
  ])
  return found
}

/** Throws for a metric, a condition or a cut that cannot be asked, without asking the warehouse. */
async function checkTrend(asking: Asking, question: TrendQuestion): Promise<void> {
  const known = await loadMetrics(asking.ctx)
  for (const { metric } of question.of) resolveFrom(asking.ctx, known, metric)
  await prepareScope(asking, question.scope)
  if (question.breakdown) await breakDown(asking, question.breakdown)
}

async function answerWithoutQuestion(
  { ctx, parts }: Asking,
  content: TileContent,
  { scope }: Override,
): Promise<unknown> {
  switch (content.kind) {
    case 'goal':
      return await presentOne(ctx, await getGoal(ctx, content.goal))
    case 'signals': {
      const group = scope?.group ?? content.group
      const [page, open, words] = await Promise.all([
        findSignals(ctx, { open: true, group }, { after: undefined, limit: mostSignals }),
        countOpenSignals(ctx),
        signalWordsOf(ctx, parts),
      ])
      return {
        items: page.items.map((signal) => presentSignal(ctx, signal, words)),
        more: page.next !== null,
        open: group ? null : open,
      }
    }
    default:
      return null
  }
}

/** What is broken here is for the log; the reader of a tile learns that something is. */
function asProblem(error: unknown, { parts, ctx }: Asking): Problem {
  if (error instanceof Problem) return error
  parts.log.error({ err: error, requestId: ctx.requestId }, 'a tile of a dashboard failed')
  return problems.internal({ cause: error })
}

/** As `map`, so many at a time. */
async function inTurn<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) done[at] = await work(items[at]!, at)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
  return done
}
