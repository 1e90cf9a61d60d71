/** What people took part in, what they asked, what they bought. A section with nothing says so in a line. */
import { figureWords } from '../../figure.ts'
import { type MetricDefinition, written } from '../../metrics/metric.ts'
import { findConcentrations } from '../../words/words.analysis.ts'
import type { ReportFigure, ReportPart, ReportSection, Sentence } from '../body.ts'
import type { Material, Wanted } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'

const doing = (event: string, of: 'count' | 'members'): MetricDefinition =>
  written({ kind: 'events', event, counted: { of } })

const activityFigures: readonly Wanted[] = [
  {
    name: words.participants,
    formula: words.participantsFormula,
    // Joining by a programme of ours and in the stream alike; who did both is one.
    ref: written({
      kind: 'events',
      event: 'activity.joined',
      or: [{ event: 'tasting_joined' }],
      counted: { of: 'members' },
    }),
  },
  { name: words.checkInPeople, formula: words.peopleFormula, ref: doing('check_in', 'members') },
  { name: words.checkIns, formula: words.countFormula, ref: doing('check_in', 'count') },
]

const value = (figures: readonly ReportFigure[], at: number) => figures[at]?.value ?? 0
const nothing = (figures: readonly ReportFigure[]) =>
  figures.every((figure) => (figure.value ?? 0) === 0 && (figure.before ?? 0) === 0)
const tell = (figures: readonly ReportFigure[], more: readonly Sentence[] = []): ReportPart[] => [
  ...(nothing(figures) ? [] : [{ kind: 'figures' as const, items: [...figures] }]),
  ...(more.length > 0 ? [{ kind: 'sentences' as const, items: [...more] }] : []),
]

export async function activitiesSection(from: Material): Promise<ReportSection> {
  const figures = await from.figures(activityFigures)
  const people = value(figures, 0)
  const checks = value(figures, 1)
  return {
    name: 'activities',
    label: sectionLabels.activities,
    title: from.say(people + checks === 0 ? words.activitiesNone : words.activitiesTitle, () => ({
      people,
      checks,
    })),
    about: words.activitiesAbout,
    parts: tell(figures),
  }
}

export async function feedbackSection(from: Material): Promise<ReportSection> {
  const figures = await from.figures(['questions', 'answer_rate', 'first_response_minutes', 'reports'])
  const found = await findConcentrations(from.asking, {
    range: from.period,
    scope: from.scope,
    of: 'all',
    least: 3,
  })
  const questions = value(figures, 0)
  return {
    name: 'feedback',
    label: sectionLabels.feedback,
    title: from.say(questions === 0 ? words.feedbackNone : words.feedbackTitle, (locale) => ({
      questions,
      share: figureWords(figures[1]?.value ?? null, 'share', locale),
    })),
    about: words.feedbackAbout,
    parts: tell(
      figures,
      found.map(({ word, items, members, before }) => ({
        text: from.say(words.concentrates, () => ({ word, items, members, before })),
        tone: 'warn' as const,
        door: { path: '/insight/words', question: { range: from.period, scope: from.scope } },
      })),
    ),
  }
}

export async function ordersSection(from: Material): Promise<ReportSection> {
  const figures = await from.figures(['revenue', 'orders', 'buyers', 'average_order_value', 'refund_rate'])
  const orders = value(figures, 1)
  return {
    name: 'orders',
    label: sectionLabels.orders,
    title: from.say(orders === 0 ? words.ordersNone : words.ordersTitle, (locale) => ({
      revenue: figureWords(value(figures, 0), 'money', locale),
      orders,
      buyers: value(figures, 2),
    })),
    about: words.ordersAbout,
    parts: tell(figures),
    door: { path: '/insight/purchases' },
  }
}
