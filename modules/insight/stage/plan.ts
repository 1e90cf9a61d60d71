/** What there is to set up in a stage, and what of it is there already. Asks nothing of the warehouse. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { AlertTest } from '../alerts/judging.ts'
import { ruleName } from '../alerts/presets.ts'
import { findRules } from '../alerts/rules.ts'
import { type TemplateId, templateOf } from '../dashboards/templates.ts'
import { findRunningGoals } from '../goals/goals.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import type { MetricUnit } from '../metrics/units.ts'
import type { Unit } from '../shapes.ts'
import { focusOf, inStageOrder } from './focus.ts'
import type { Stage } from './stage.ts'

export interface PlannedGoal {
  /** Of the template. */
  readonly template: string
  readonly name: string
  /** Of a running goal about the same figure of the whole community. */
  readonly done: Id | null
}

export interface PlannedAlert {
  readonly name: string
  readonly done: boolean
  /** One that is there and does not look: to be set going again. */
  readonly paused: Id | null
  /** What is made, where nothing is there. */
  readonly make: {
    readonly metric: string
    readonly unit: Unit
    readonly test: AlertTest
    readonly leastBase: number
    readonly cooldown: number
  } | null
}

export interface PlannedDashboard {
  readonly template: TemplateId
  readonly name: string
  readonly note: string
  readonly done: Id | null
}

export interface PlannedAnalysis {
  readonly analysis: string
  readonly name: string
  readonly why: string
  readonly question: Readonly<Record<string, unknown>>
  /** Of a question of the same analysis that somebody kept. */
  readonly done: Id | null
}

export interface StagePlan {
  /** What is looked at first. */
  readonly figures: readonly { readonly metric: string; readonly name: string; readonly unit: MetricUnit }[]
  readonly goals: readonly PlannedGoal[]
  readonly alerts: readonly PlannedAlert[]
  readonly dashboards: readonly PlannedDashboard[]
  readonly analyses: readonly PlannedAnalysis[]
}

export async function findPlan(ctx: Ctx, stage: Stage): Promise<StagePlan> {
  const focus = focusOf[stage]
  const known = await loadMetrics(ctx)
  const usable = (key: string) => {
    const metric = known.get(key)
    return metric && !metric.archived ? metric : undefined
  }
  return {
    figures: focus.figures.flatMap((key) => {
      const metric = usable(key)
      return metric ? [{ metric: key, name: metric.name, unit: metric.unit }] : []
    }),
    goals: await planGoals(ctx, stage, (key) => usable(key) !== undefined),
    alerts: await planAlerts(ctx, stage, (key) => usable(key) !== undefined),
    dashboards: [await planDashboard(ctx, focus.dashboard)],
    analyses: await planAnalyses(ctx, stage),
  }
}

async function planGoals(
  ctx: Ctx,
  stage: Stage,
  usable: (metric: string) => boolean,
): Promise<PlannedGoal[]> {
  const running = await findRunningGoals(ctx)
  return inStageOrder(stage)
    .filter(({ place, metric }) => place !== null && usable(metric))
    .map(({ id, name, metric }) => ({
      template: id,
      name: render(name, ctx.locale),
      done:
        running.find((goal) => goal.metric === metric && !goal.scope.group && !goal.scope.who)?.id ?? null,
    }))
}

async function planAlerts(
  ctx: Ctx,
  stage: Stage,
  usable: (metric: string) => boolean,
): Promise<PlannedAlert[]> {
  const rules = (await findRules(ctx)).filter(({ scope }) => !scope.group && !scope.who)
  return focusOf[stage].alerts
    .filter((alert) => 'preset' in alert || usable(alert.metric))
    .map((alert) => {
      const fitting = rules.filter((rule) =>
        'preset' in alert
          ? rule.preset === alert.preset
          : rule.metric === alert.metric &&
            rule.test.kind === alert.test.kind &&
            !('side' in rule.test && 'side' in alert.test && rule.test.side !== alert.test.side),
      )
      const active = fitting.find(({ pausedAt }) => pausedAt === null)
      const there = active ?? fitting[0]
      const own = 'preset' in alert ? undefined : alert
      return {
        name: there ? ruleName(there, ctx.locale) : render(alert.name, ctx.locale),
        done: active !== undefined,
        paused: active ? null : (there?.id ?? null),
        make:
          own && !there
            ? {
                metric: own.metric,
                unit: own.unit,
                test: own.test,
                leastBase: own.leastBase,
                cooldown: own.cooldown,
              }
            : null,
      }
    })
}

async function planDashboard(ctx: Ctx, template: TemplateId): Promise<PlannedDashboard> {
  const { name, note } = templateOf(template, ctx.locale)
  const made = await ctx.db
    .selectFrom('dashboard')
    .select('id')
    .where('template', '=', template)
    .where('archived_at', 'is', null)
    .where((where) =>
      where.or([where('shared', '=', true), where('created_by', '=', describeActor(ctx.actor))]),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return { template, name, note, done: made?.id ?? null }
}

async function planAnalyses(ctx: Ctx, stage: Stage): Promise<PlannedAnalysis[]> {
  const wanted = focusOf[stage].analyses
  const kept = await ctx.db
    .selectFrom('saved_question')
    .select(['analysis', sql<Id>`max(id)`.as('id')])
    .where('analysis', 'in', [...new Set(wanted.map(({ analysis }) => analysis))])
    .where((where) =>
      where.or([where('shared', '=', true), where('created_by', '=', describeActor(ctx.actor))]),
    )
    .groupBy('analysis')
    .execute()
  return wanted.map(({ analysis, name, why, question }) => ({
    analysis,
    name: render(name, ctx.locale),
    why: render(why, ctx.locale),
    question,
    done: kept.find((each) => each.analysis === analysis)?.id ?? null,
  }))
}
