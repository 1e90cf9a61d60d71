/** What the tiles of a dashboard ask: each a question of an analysis, of the whole dashboard where it says so. */
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { type AnyAnalysis, findAnalysis } from '../analyses.ts'
import type { Asking } from '../asking.ts'
import type { TrendQuestion } from '../metrics/trend/trend.ts'
import { daysOf, type Range, type Scope, type Unit } from '../shapes.ts'
import type { MetricContent, Override, TileContent } from './dashboard.ts'
import { words } from './dashboards.messages.ts'

/** The overview is a dashboard of its own; causes belong to a signal. */
const notOnDashboards = new Set(['overview', 'causes'])

/** What the whole dashboard says and this question has no room for. */
export type Unheard = 'range' | 'group' | 'who'

export interface AskedQuestion {
  readonly analysis: AnyAnalysis
  readonly question: object
  readonly unheard: readonly Unheard[]
}

type Clock = Asking['clock']

/**
 * The question of a tile, or undefined for what asks nothing of an analysis. Throws `invalid_input` for an analysis
 * that is not there or a question that it does not take.
 */
export function questionOf(
  { ctx, clock }: Pick<Asking, 'ctx'> & { readonly clock: Clock },
  content: TileContent,
  override: Override = {},
): AskedQuestion | undefined {
  if (content.kind === 'metric') {
    const analysis = findAnalysis('trend')!
    return { analysis, question: trendOf(content, override, clock), unheard: [] }
  }
  if (content.kind !== 'analysis') return undefined
  const analysis = findAnalysis(content.analysis)
  const refuse = (message: (typeof words)[keyof typeof words], path: string) =>
    problems.invalidInput({
      values: { count: 1 },
      fields: [{ path, message: render(message, ctx.locale) }],
    })
  if (!analysis) throw refuse(words.unknownAnalysis, 'analysis')
  if (notOnDashboards.has(analysis.name)) throw refuse(words.noTile, 'analysis')
  const given = content.question as { readonly scope?: Scope }
  const asked = analysis.question.safeParse({
    ...given,
    ...(override.range ? { range: override.range } : {}),
    ...(override.scope ? { scope: { ...given.scope, ...override.scope } } : {}),
  })
  if (!asked.success) throw refuse(words.badQuestion, 'question')
  const question = asked.data as { readonly range?: Range; readonly scope?: Scope; readonly unit?: Unit }
  return {
    analysis,
    question:
      analysis.name === 'trend' && override.range
        ? { ...question, unit: fittingUnit(question.unit!, override.range, clock) }
        : question,
    unheard: unheardBy(question, override),
  }
}

/** A metric is a trend of one. */
const trendOf = (
  { metric, range, unit, compare, breakdown, scope }: MetricContent,
  override: Override,
  clock: Clock,
): TrendQuestion => ({
  of: [{ metric }],
  range: override.range ?? range,
  unit: override.range ? fittingUnit(unit, override.range, clock) : unit,
  ...(compare ? { compare } : {}),
  ...(breakdown ? { breakdown } : {}),
  scope: { ...scope, ...override.scope },
})

const lengths: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30 }
const [fewest, most] = [3, 92]

/** Its own unit as long as there are some buckets of it, and not too many to be read. */
export function fittingUnit(unit: Unit, range: Range, clock: Clock): Unit {
  const { from, to } = daysOf(range, clock)
  const days = daysBetween(from, to) + 1
  const fits = (each: Unit) => days / lengths[each] >= fewest && days / lengths[each] <= most
  if (fits(unit)) return unit
  return (['day', 'week', 'month'] as const).find(fits) ?? (days < fewest ? 'day' : 'month')
}

function unheardBy(
  { range, scope }: { readonly range?: Range; readonly scope?: Scope },
  override: Override,
): Unheard[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return [
    ...(override.range && !range ? (['range'] as const) : []),
    ...(override.scope?.group && scope?.group !== override.scope.group ? (['group'] as const) : []),
    ...(override.scope?.who && (!scope?.who || !same(Object.keys(scope.who), Object.keys(override.scope.who)))
      ? (['who'] as const)
      : []),
  ]
}

/** Throws `invalid_input` when one of the tiles asks what cannot be asked. */
export function checkTiles(
  asking: Pick<Asking, 'ctx' | 'clock'>,
  tiles: readonly { readonly content: TileContent }[],
): void {
  for (const { content } of tiles) questionOf(asking, content)
}
