/** Open signals as work, on Today: one row each, with its line and what changed at the same time. */
import { hear, say } from '#base/declarations/said.ts'
import type { WorkItem, WorkSource } from '#base/declarations/work.ts'
import type { InsightParts } from '../parts.ts'
import { alertLabels as labels } from './alerts.messages.ts'
import type { Point } from './judging.ts'
import { causeSays, signalNote, signalTitle } from './sentences.ts'
import { signalWordsOf } from './signals.routes.ts'
import { countOpenSignals, findSignals, type Signal } from './signals.ts'

export const openSignals = (parts: Pick<InsightParts, 'audience'>): WorkSource => ({
  name: 'insight.signals',
  kind: 'signal',
  label: labels.source,
  permission: 'insight.read',
  staleWith: ['signals'],
  find: async (ctx, { limit }) => {
    const { items } = await findSignals(ctx, { open: true }, { after: undefined, limit })
    if (items.length === 0) return { items: [], total: 0 }
    const [total, words] = await Promise.all([countOpenSignals(ctx), signalWordsOf(ctx, parts)])
    const item = (signal: Signal): WorkItem => {
      const { evidence } = signal
      const told = {
        evidence,
        groupName: signal.groupName,
        goalName: signal.goalId ? signal.name : null,
        metricName: words.metricName(evidence.metric),
      }
      // The sentence was put together for this reader already: figures have units of their own.
      const title = signalTitle(told, ctx.locale)
      const note = signalNote(told, ctx.locale)
      const points = causeSays(evidence, words.eventName).map((said) => {
        const text = hear(said, ctx.locale)
        return say({ zh: text, en: text })
      })
      const trend = trendOf(evidence.series, evidence.unit === 'share', evidence.line)
      return {
        key: `signal:${signal.id}`,
        title: say({ zh: title, en: title }),
        note: say({ zh: note, en: note }),
        ...(points.length > 0 || trend
          ? { more: { ...(points.length > 0 ? { points } : {}), ...(trend ? { trend } : {}) } }
          : {}),
        since: signal.raisedAt,
        act: signal.goalId ? labels.actGoal : evidence.topic ? labels.actTopic : labels.act,
        path: signal.goalId ? `/plan/goals/${signal.goalId}` : `/plan/signals/${signal.id}`,
        ...(signal.ownerId ? { owner: signal.ownerId } : {}),
        ...(signal.department ? { department: signal.department } : {}),
      }
    }
    return { items: items.map(item), total }
  },
})

function trendOf(series: readonly Point[], share: boolean, line: number | null) {
  const known = series.filter((point): point is Point & { value: number } => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return undefined
  const shown = (value: number) => (share ? Math.round(value * 1000) / 10 : value)
  return {
    values: known.map(({ value }) => shown(value)),
    from: first.start,
    to: last.start,
    ...(line === null ? {} : { line: shown(line) }),
    ...(share ? { unit: '%' } : {}),
  }
}
