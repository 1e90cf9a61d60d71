/**
 * What a stage of the product changes (S2-69, S2-26 and S2-27): which figures are looked at, in which order targets
 * are offered, which alerts, dashboard and analyses are set up first. Everything is made by the verbs that make it
 * anywhere else; nothing is made by itself.
 */
import type { Message } from '#base/i18n/messages.ts'
import type { AlertTest } from '../alerts/judging.ts'
import type { TemplateId } from '../dashboards/templates.ts'
import { type GoalTemplate, goalTemplates } from '../goals/templates.ts'
import type { Unit } from '../shapes.ts'
import { focusWords as words } from './focus.messages.ts'
import type { Stage } from './stage.ts'

/** An alert: one that the product brings (`preset`), or one that is made. */
export type StageAlert = { readonly name: Message } & (
  | { readonly preset: string }
  | {
      readonly metric: string
      readonly unit: Unit
      readonly test: AlertTest
      readonly leastBase: number
      readonly cooldown: number
    }
)

export interface StageAnalysis {
  readonly analysis: string
  readonly name: Message
  /** What it is good for in this stage. */
  readonly why: Message
  readonly question: Readonly<Record<string, unknown>>
}

export interface Focus {
  /** Keys of the catalogue: what is looked at first. */
  readonly figures: readonly [string, string, string]
  /** Templates of goals, the first ones first. */
  readonly goals: readonly string[]
  readonly alerts: readonly StageAlert[]
  readonly dashboard: TemplateId
  readonly analyses: readonly StageAnalysis[]
}

const preset = (key: string, name: Message): StageAlert => ({ preset: key, name })
const changed = (
  metric: string,
  name: Message,
  unit: Unit,
  side: 'below' | 'above',
  by: number,
  leastBase = 0,
): StageAlert => ({
  metric,
  name,
  unit,
  test: { kind: 'change', side, by, against: 'previous' },
  leastBase,
  cooldown: unit === 'month' ? 28 : 7,
})

const weeks = { last: 12, unit: 'week' }
const quarter = { last: 90, unit: 'day' }
const newcomersStay = {
  range: weeks,
  start: { event: 'member.joined' },
  newcomers: true,
  again: { event: '*' },
  unit: 'week',
  how: 'exact',
  columns: 8,
}

export const focusOf: Readonly<Record<Stage, Focus>> = {
  introduction: {
    figures: ['new_members', 'retention_week_1', 'answer_rate'],
    goals: ['S1-02', 'S0-06', 'S1-03', 'S1-45', 'S1-59'],
    alerts: [
      preset('S1-69-silence', words.silence),
      preset('questions-answered', words.answered),
      changed('first_response_minutes', words.waiting, 'week', 'above', 0.5),
    ],
    dashboard: 'content',
    analyses: [
      { analysis: 'words', name: words.whatTheySay, why: words.whatTheySayWhy, question: { range: quarter } },
      { analysis: 'retention', name: words.firstStay, why: words.firstStayWhy, question: newcomersStay },
      {
        analysis: 'attribution',
        name: words.whereFrom,
        why: words.whereFromWhy,
        question: { range: quarter, conversion: { event: 'order.paid' } },
      },
    ],
  },
  growth: {
    figures: ['new_members', 'weekly_active_rate', 'buyers'],
    goals: ['S1-02', 'S1-09', 'S1-04', 'S1-45', 'S1-03', 'S0-06'],
    alerts: [
      changed('new_members', words.fewerNew, 'week', 'below', 0.3),
      preset('leaving', words.leaving),
      preset('questions-answered', words.answered),
    ],
    dashboard: 'growth',
    analyses: [
      {
        analysis: 'funnel',
        name: words.firstOrder,
        why: words.firstOrderWhy,
        question: {
          range: quarter,
          steps: [
            { of: [{ event: 'member.joined' }] },
            { of: [{ event: 'post.read' }] },
            { of: [{ event: 'order.paid' }] },
          ],
          order: 'ordered',
          within: { amount: 30, unit: 'days' },
          count: 'members',
        },
      },
      {
        analysis: 'retention',
        name: words.byChannel,
        why: words.byChannelWhy,
        question: { ...newcomersStay, breakdown: { by: 'field', field: 'member.channel' } },
      },
      {
        analysis: 'attribution',
        name: words.whereFrom,
        why: words.whereFromWhy,
        question: { range: quarter, conversion: { event: 'order.paid' } },
      },
    ],
  },
  maturity: {
    figures: ['weekly_active_rate', 'repurchase_rate', 'revenue'],
    goals: ['S1-03', 'S0-07', 'S1-08', 'S1-10', 'S1-09', 'S1-67'],
    alerts: [
      preset('S1-71', words.quietGroup),
      changed('repurchase_rate', words.rebuy, 'month', 'below', 0.1, 30),
      preset('S1-73', words.variety),
    ],
    dashboard: 'health',
    analyses: [
      {
        analysis: 'lifecycle',
        name: words.kinds,
        why: words.kindsWhy,
        question: { range: weeks, unit: 'week' },
      },
      {
        analysis: 'repurchase',
        name: words.again,
        why: words.againWhy,
        question: { range: { last: 12, unit: 'month' } },
      },
      { analysis: 'network', name: words.few, why: words.fewWhy, question: { range: quarter } },
    ],
  },
  decline: {
    figures: ['returned_members', 'churn_rate', 'monthly_actives'],
    goals: ['S1-08', 'S1-03', 'S0-07', 'S1-04', 'S1-67'],
    alerts: [
      changed('churn_rate', words.churn, 'month', 'above', 0.1, 30),
      {
        metric: 'monthly_actives',
        name: words.fewerActive,
        unit: 'week',
        test: { kind: 'anomaly', side: 'below', strength: 3 },
        leastBase: 30,
        cooldown: 14,
      },
      preset('leaving', words.leaving),
    ],
    dashboard: 'health',
    analyses: [
      {
        analysis: 'lifecycle',
        name: words.asleep,
        why: words.asleepWhy,
        question: { range: weeks, unit: 'week' },
      },
      { analysis: 'value', name: words.worth, why: words.worthWhy, question: {} },
      { analysis: 'retention', name: words.stillStay, why: words.stillStayWhy, question: newcomersStay },
    ],
  },
}

export interface OfferedTemplate extends GoalTemplate {
  /** Place among those for the stage; null: not of them. */
  readonly place: number | null
}

/** Templates of goals in the order of a stage: those for it first, the others as they are. */
export function inStageOrder(stage: Stage | undefined): readonly OfferedTemplate[] {
  const order = stage ? focusOf[stage].goals : []
  const placed = goalTemplates.map((template): OfferedTemplate => {
    const place = order.indexOf(template.id)
    return { ...template, place: place === -1 ? null : place }
  })
  return placed.toSorted((one, other) => (one.place ?? order.length) - (other.place ?? order.length))
}
