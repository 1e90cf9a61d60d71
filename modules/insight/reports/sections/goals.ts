/** Goals at the end of the time: what they stand at, and where they will be. */
import { locales, render } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { figureWords } from '../../figure.ts'
import { forecastOf } from '../../goals/forecast.ts'
import { standingOf } from '../../goals/goal.ts'
import { findClosedGoals, findReadings, findRunningGoals, type Goal } from '../../goals/goals.ts'
import { loadMetrics } from '../../metrics/find-metric.ts'
import { both, type ReportCell, type ReportSection, same, type TextTone } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'

export async function goalsSection(from: Material): Promise<ReportSection> {
  const { ctx } = from.asking
  const goals = await goalsOf(from)
  const [readings, ...known] = await Promise.all([
    findReadings(
      ctx,
      goals.map(({ id }) => id),
    ),
    ...locales.map((locale) => loadMetrics({ ...ctx, locale })),
  ])
  const told = goals.map((goal) => {
    const until = (readings.get(goal.id) ?? []).filter(({ day }) => day <= from.period.to)
    const metric = typeof goal.metric === 'string' ? known[0]?.get(goal.metric) : undefined
    const unit = metric?.unit ?? 'number'
    return {
      goal,
      unit,
      standing: standingOf(goal, until),
      forecast: forecastOf(goal, until, { share: unit === 'share' }),
    }
  })
  const behind = told.filter(({ standing }) => standing.pace === 'behind' && !standing.reached).length
  const ahead = told.filter(({ standing }) => standing.reached || standing.pace === 'ahead').length
  return {
    name: 'goals',
    label: sectionLabels.goals,
    title: from.say(goals.length === 0 ? words.goalsNone : words.goalsTitle, () => ({
      count: goals.length,
      ahead,
      behind,
    })),
    about: words.goalsAbout,
    parts:
      told.length === 0
        ? []
        : [
            {
              kind: 'table',
              title: null,
              head: [
                words.goalHead,
                words.paceHead,
                words.valueHead,
                words.targetHead,
                words.forecastHead,
                words.dueHead,
              ],
              figures: [2, 3, 4, 5],
              rows: told.map(({ goal, unit, standing, forecast }): ReportCell[] => {
                const figure = (value: number | null) => both((locale) => figureWords(value, unit, locale))
                const [pace, tone] = paceOf(standing)
                return [
                  { text: same(goal.name), door: { path: `/plan/goals/${goal.id}` } },
                  { text: pace, tone },
                  { text: figure(standing.value) },
                  { text: figure(goal.target) },
                  {
                    text: forecast
                      ? both((locale) =>
                          render(words.forecastRange, locale, {
                            low: figureWords(forecast.low, unit, locale),
                            high: figureWords(forecast.high, unit, locale),
                          }),
                        )
                      : same('—'),
                  },
                  { text: both((locale) => formatDay(goal.dueOn, locale)) },
                ]
              }),
            },
          ],
    door: { path: '/plan/goals' },
  }
}

function paceOf({ pace, reached }: ReturnType<typeof standingOf>): [typeof words.on, TextTone] {
  if (reached) return [words.reached, 'good']
  switch (pace) {
    case 'ahead':
      return [words.ahead, 'good']
    case 'on':
      return [words.on, 'good']
    case 'behind':
      return [words.behind, 'bad']
    case 'unknown':
      return [words.unread, 'plain']
  }
}

/** Those that ran at some time of it; of a group, its own. */
async function goalsOf({ asking, period, instants, group }: Material): Promise<Goal[]> {
  const [running, closed] = await Promise.all([
    findRunningGoals(asking.ctx),
    findClosedGoals(asking.ctx, { after: undefined, limit: 60 }),
  ])
  const here = ({ scope, startsOn }: Goal) =>
    startsOn <= period.to && (group === null || scope.group === group)
  return [
    ...running.filter(here),
    ...closed.items.filter((goal) => here(goal) && goal.closedAt !== null && goal.closedAt >= instants.from),
  ]
}
