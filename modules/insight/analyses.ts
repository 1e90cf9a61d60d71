/**
 * Every analysis there is, once: the routes are made from this list, and dashboards find here what a tile may ask.
 * Adding one is a line here.
 */

import { causesAnalysis } from './alerts/causes.analysis.ts'
import type { Analysis } from './analysis.ts'
import { attributionAnalysis } from './attribution/attribution.analysis.ts'
import { touchpointAnalysis } from './channels/touchpoints.analysis.ts'
import { effectAnalysis } from './effect/effect.analysis.ts'
import { experimentAnalysis } from './experiments/experiment.analysis.ts'
import { funnelAnalysis } from './funnel/funnel.analysis.ts'
import { lifecycleAnalysis } from './lifecycle/lifecycle.analysis.ts'
import { trend } from './metrics/trend/trend.analysis.ts'
import { concentrationAnalysis, networkAnalysis } from './network/network.analysis.ts'
import { overview } from './overview/overview.ts'
import { pathsAnalysis } from './paths/paths.analysis.ts'
import { intervalAnalysis } from './purchases/intervals.analysis.ts'
import { productAnalysis } from './purchases/products.analysis.ts'
import { repurchaseAnalysis } from './purchases/repurchase.analysis.ts'
import { retentionAnalysis } from './retention/retention.analysis.ts'
import { stickinessAnalysis } from './stickiness/stickiness.analysis.ts'
import { valueAnalysis } from './value/value.analysis.ts'
import { wordsAnalysis } from './words/words.analysis.ts'

/** Any analysis, whatever its question. */
// biome-ignore lint/suspicious/noExplicitAny: analyses of different questions live in one list; each was checked where it was declared
export type AnyAnalysis = Analysis<any, any, any>

export const analyses: readonly AnyAnalysis[] = [
  overview,
  trend,
  funnelAnalysis,
  retentionAnalysis,
  lifecycleAnalysis,
  stickinessAnalysis,
  pathsAnalysis,
  attributionAnalysis,
  touchpointAnalysis,
  networkAnalysis,
  concentrationAnalysis,
  wordsAnalysis,
  repurchaseAnalysis,
  intervalAnalysis,
  productAnalysis,
  valueAnalysis,
  experimentAnalysis,
  effectAnalysis,
  causesAnalysis,
]

const byName = new Map(analyses.map((analysis) => [analysis.name, analysis]))

export const findAnalysis = (name: string): AnyAnalysis | undefined => byName.get(name)
