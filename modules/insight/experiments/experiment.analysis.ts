/** 实验结果: who is in which arm, whether that is as it should be, and what differs, with what is not known yet. */
import { z } from 'zod'
import { day, moment } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { dayOf } from '#base/time/calendar.ts'
import { defineAnalysis } from '../analysis.ts'
import type { Asking } from '../asking.ts'
import { type FoundMetric, loadMetrics, resolveFrom } from '../metrics/find-metric.ts'
import { type MetricRef, metricUnits } from '../metrics/metric.ts'
import { insightProblems } from '../problems.ts'
import { rowId } from '../shapes.ts'
import { balanceOf, balanceOverDays } from '../statistics/balance.ts'
import { type ArmSums, compareArms } from './comparing.ts'
import { experimentStates } from './experiment.ts'
import { experimentLabels as labels } from './experiments.messages.ts'
import { type Experiment, getExperiment } from './experiments.ts'
import {
  arrivalsSql,
  crossedSql,
  type Exposures,
  exposuresSql,
  finishedSql,
  type PerMember,
  perMemberOf,
  sumsSql,
  type Window,
} from './per-member.sql.ts'

export const experimentQuestion = z.object({
  experiment: rowId,
  /** Looks at any time (the default while it runs), or one look at the end. */
  look: z.enum(['anytime', 'once']).optional(),
  /** Figures less what could be told beforehand. */
  adjust: z.boolean().default(true),
})
type Question = z.output<typeof experimentQuestion>

const bound = z.number().nullable()
const effect = z.object({
  arm: z.string(),
  difference: bound,
  low: bound,
  high: bound,
  relative: bound,
  relativeLow: bound,
  relativeHigh: bound,
  pValue: bound,
  chance: bound.describe('Probability that the arm is better'),
  verdict: z.enum(['better', 'worse', 'unknown']),
  toSettle: z.number().nullable().describe('Members of both arms that would settle what is seen now'),
})

export const experimentAnswer = z.object({
  name: z.string(),
  state: z.enum(experimentStates),
  startedAt: moment.nullable(),
  stoppedAt: moment.nullable(),
  look: z.enum(['anytime', 'once']),
  alpha: z.number(),
  windowDays: z.int().nullable(),
  cut: z
    .boolean()
    .describe('Stopped before anybody had all his days: figures are of what each had until then'),
  lookBackDays: z.int(),
  arms: z.array(z.object({ key: z.string(), name: z.string(), weight: z.int(), members: z.int() })),
  balance: z.object({
    /** How likely so uneven arms are by chance, and the same looked at every day. */
    pValue: z.number(),
    everyDay: z.number(),
    /** Below 0.001: figures cannot be believed. */
    broken: z.boolean(),
  }),
  /** Members who met two arms (two profiles that became one); left out. */
  crossed: z.int(),
  /** Members whose days are not over yet: in their arms, and in no figure. */
  unfinished: z.int(),
  arrivals: z.array(z.object({ day, members: z.array(z.int()) })),
  figures: z.array(
    z.object({
      role: z.enum(['goal', 'guardrail']),
      metric: z.object({
        key: z.string().nullable(),
        name: z.string(),
        unit: z.enum(metricUnits),
        better: z.enum(['more', 'less']),
        formula: z.string(),
      }),
      ratio: z.boolean(),
      /** Part of the variance that was taken out beforehand. */
      explained: bound,
      arms: z.array(z.object({ key: z.string(), members: z.int(), value: bound, low: bound, high: bound })),
      effects: z.array(effect),
    }),
  ),
})
type Answer = z.input<typeof experimentAnswer>

export const experimentCell = z.object({
  arm: z.string().max(20),
  /** Those on whom the figures rest; left out: all who met the arm. */
  finished: z.boolean().optional(),
})

/** Below this, arms are uneven for a reason. */
const brokenBelow = 0.001

/** The metric of an experiment, asked of single members. Throws `metric_not_per_member`. */
export function perMemberFrom(
  asking: Pick<Asking, 'ctx'>,
  known: ReadonlyMap<string, FoundMetric>,
  ref: MetricRef,
): { readonly metric: FoundMetric; readonly perMember: PerMember } {
  const { metric, node } = resolveFrom(asking.ctx, known, ref)
  const perMember = perMemberOf(node)
  if (!perMember) throw insightProblems.metricNotPerMember({ values: { name: metric.name } })
  return { metric, perMember }
}

const exposuresOf = ({ id, startedAt }: Experiment, { clock }: Asking): Exposures =>
  exposuresSql(id, dayOf(startedAt ?? clock.now, clock.zone))

/** Stopped so early that nobody has had all his days: what there is of them is all that will ever be known. */
const isCut = ({ definition: { windowDays }, startedAt, stoppedAt }: Experiment): boolean =>
  windowDays !== null &&
  startedAt !== null &&
  stoppedAt !== null &&
  stoppedAt.getTime() < startedAt.getTime() + windowDays * 86_400_000

/** Which days count for each member, and until when. */
const windowOf = (experiment: Experiment, { clock }: Asking): Window => ({
  days: isCut(experiment) ? null : experiment.definition.windowDays,
  lookBack: experiment.definition.lookBackDays,
  until: experiment.stoppedAt ?? clock.now,
})

async function answerOf(asking: Asking, question: Question): Promise<Answer> {
  const experiment = await getExperiment(asking.ctx, question.experiment)
  const { definition, state, startedAt, stoppedAt } = experiment
  const exposures = exposuresOf(experiment, asking)
  const look = question.look ?? (state === 'running' ? 'anytime' : 'once')
  const known = await loadMetrics(asking.ctx)
  const crossed = crossedSql(experiment.id, exposures.since)
  const arrivals = arrivalsSql(exposures, asking.clock.zone)
  const [[double], met, ...figures] = await Promise.all([
    asking.query<{ members: string }>(crossed.sql, crossed.params),
    asking.query<{ variant: string; day: string; members: string }>(arrivals.sql, arrivals.params),
    ...[definition.metric, ...definition.guardrails].map(async (ref, at) => {
      const { metric, perMember } = perMemberFrom(asking, known, ref)
      const arms = await armSums(asking, experiment, perMember)
      const kind = { ratio: perMember.under !== null, share: perMember.share }
      const compared = compareArms(arms, kind, {
        alpha: definition.alpha,
        sequential: look === 'anytime',
        adjust: question.adjust && definition.lookBackDays > 0,
        better: metric.better,
      })
      const { key, name, unit, better, formula } = metric
      return {
        role: at === 0 ? ('goal' as const) : ('guardrail' as const),
        // A count of members is a share of the members of an arm.
        metric: { key, name, unit: perMember.share ? ('share' as const) : unit, better, formula },
        ratio: kind.ratio,
        explained: compared.explained,
        arms: compared.arms.map((arm, place) => ({ key: definition.variants[place]!.key, ...arm })),
        effects: compared.effects.map((each, place) => ({
          arm: definition.variants[place + 1]!.key,
          ...each,
        })),
      }
    }),
  ])
  const days = [...new Set(met!.map((row) => row.day))]
  const counted = days.map((each) => ({
    day: each,
    members: definition.variants.map(({ key }) =>
      Number(met!.find((row) => row.day === each && row.variant === key)?.members ?? 0),
    ),
  }))
  const sizes = definition.variants.map((_, at) =>
    counted.reduce((sum, { members }) => sum + members[at]!, 0),
  )
  const finished = figures[0]!.arms.reduce((sum, { members }) => sum + members, 0)
  const weights = definition.variants.map(({ weight }) => weight)
  const pValue = balanceOf(sizes, weights)
  const everyDay = balanceOverDays(
    counted.map(({ members }) => members),
    weights,
  )
  return {
    name: experiment.name,
    state,
    startedAt: startedAt?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
    look,
    alpha: definition.alpha,
    windowDays: definition.windowDays,
    cut: isCut(experiment),
    lookBackDays: definition.lookBackDays,
    arms: definition.variants.map((variant, at) => ({ ...variant, members: sizes[at]! })),
    balance: { pValue, everyDay, broken: Math.min(pValue, everyDay) < brokenBelow },
    crossed: Number(double?.members ?? 0),
    unfinished: sizes.reduce((sum, size) => sum + size, 0) - finished,
    arrivals: counted,
    figures,
  }
}

/** Sums of the arms, in their order; an arm that nobody met has none. */
async function armSums(asking: Asking, experiment: Experiment, perMember: PerMember): Promise<ArmSums[]> {
  const { variants } = experiment.definition
  const { sql, params } = sumsSql(
    perMember,
    exposuresOf(experiment, asking),
    windowOf(experiment, asking),
    asking.clock,
  )
  const rows = await asking.query<Record<string, string | number>>(sql, params)
  return variants.map(({ key }) => armSumsOf(rows.find(({ variant }) => variant === key)))
}

const names = ['y', 'b', 'd', 'e']

export function armSumsOf(row: Readonly<Record<string, string | number>> | undefined): ArmSums {
  const all = names.flatMap((one, at) => [one, ...names.slice(at).map((other) => `${one}${other}`)])
  return {
    n: Number(row?.n ?? 0),
    s: Object.fromEntries(all.map((name) => [name, Number(row?.[`s_${name}`] ?? 0)])),
  }
}

export const experimentAnalysis = defineAnalysis({
  name: 'experiment',
  label: labels.analysis,
  question: experimentQuestion,
  answer: experimentAnswer,
  cell: experimentCell,
  answerOf,
  peopleOf: async (asking, question, { arm, finished = false }) => {
    const experiment = await getExperiment(asking.ctx, question.experiment)
    const met = exposuresOf(experiment, asking)
    const exposures = finished ? finishedSql(met, windowOf(experiment, asking)) : met
    return {
      sql: `SELECT m AS member_id FROM (${exposures.sql}) WHERE variant = {exposed_arm:String}`,
      params: { ...exposures.params, exposed_arm: arm },
    }
  },
  say: async ({ ctx }, { experiment }) =>
    render(labels.says, ctx.locale, { name: (await getExperiment(ctx, experiment)).name }),
})
