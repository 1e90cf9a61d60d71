/** The figures of every tile of a dashboard, and how few people they rest on. */
import { Problem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { findAnalysis } from '../../analyses.ts'
import type { Asking } from '../../asking.ts'
import { type Goal, getGoal } from '../../goals/goals.ts'
import type { TrendAnswer, TrendQuestion } from '../../metrics/trend/trend.ts'
import { type Answered, type AskedTile, askTiles, isFailed } from '../answers.ts'
import type { Override } from '../dashboard.ts'
import { type Behind, behindOf, questionBehind } from './behind.ts'
import type { Figures } from './figures.ts'
import { figuresByAnalysis } from './of-analyses.ts'
import { trendFigures } from './of-trend.ts'
import type { Say } from './words.ts'

export interface TileFigures {
  /** Null: it has none, could not be answered, or nobody knows whom it rests on. */
  readonly figures: Figures | null
  readonly answered: Answered | null
  readonly problem: Problem | null
  /** Of a goal: how few people it rests on. */
  readonly behind: Behind
}

/** `counted`: of whom the figures are is asked too, in the same statements. */
export async function figuresOfTiles(
  given: Asking,
  tiles: readonly AskedTile[],
  override: Override,
  { counted, signal }: { readonly counted: boolean; readonly signal?: AbortSignal | undefined },
): Promise<TileFigures[]> {
  const t: Say = (message, values) => render(message, given.ctx.locale, values)
  const analysis = findAnalysis('trend')!
  const { answers, keys, found } = await askTiles(
    given,
    tiles,
    override,
    signal,
    async (asking, questions) => {
      if (!counted) return
      const add = async (key: string, question: () => Promise<TrendQuestion>) => {
        const behind = await unlessRefused(async () => await questionBehind(asking, await question()))
        if (behind) questions.set(key, { analysis, question: behind, unheard: [] })
      }
      for (const [key, asked] of [...questions])
        if (asked.analysis.name === 'trend')
          await add(`behind ${key}`, async () => asked.question as TrendQuestion)
      for (const { id, content } of tiles)
        if (content.kind === 'goal')
          await add(`behind ${id}`, async () => goalQuestion(await getGoal(asking.ctx, content.goal)))
    },
  )
  return answers.map((answer, at): TileFigures => {
    const counts = found.get(`behind ${keys[at] ?? answer.id}`)
    const behind = behindOf(counts instanceof Problem ? undefined : (counts as TrendAnswer | undefined))
    if (isFailed(answer)) return { figures: null, answered: null, problem: answer.problem, behind }
    const figures =
      answer.analysis === null || (counted && counts instanceof Problem)
        ? null
        : answer.analysis === 'trend'
          ? trendFigures(answer.answer as TrendAnswer, behind, t, {
              names: (answer.question as TrendQuestion).breakdown?.by !== 'time',
            })
          : (figuresByAnalysis[answer.analysis]?.(answer.answer, answer.question, t) ?? null)
    return { figures, answered: answer, problem: null, behind }
  })
}

/** What cannot be asked says so at its own tile. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** What a goal was last read from. */
const goalQuestion = ({ metric, scope, days }: Goal): TrendQuestion => ({
  of: [{ metric }],
  range: { last: Math.min(366, days ?? 30), unit: 'day' },
  unit: 'month',
  scope,
})
