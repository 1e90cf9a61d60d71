/** Where the questions of an analysis are asked, and what that screen is called. */
import { attributionWords } from '../attribution/attribution.words.ts'
import { effectWords } from '../effect/effect.words.ts'
import { funnelWords } from '../funnel/funnel.words.ts'
import { lifecycleWords } from '../lifecycle/lifecycle.words.ts'
import { networkWords } from '../network/network.words.ts'
import { overviewWords } from '../overview/overview.words.ts'
import { pathsWords } from '../paths/paths.words.ts'
import { words as purchasesWords } from '../purchases/purchases.words.ts'
import { retentionWords } from '../retention/retention.words.ts'
import { trendWords } from '../trends/trends.words.ts'
import { valueWords } from '../value/value.words.ts'
import { wordsWords } from '../words/words.words.ts'

const screens = {
  overview: { to: '/insight', label: overviewWords.overview },
  trend: { to: '/insight/trends', label: trendWords.trends },
  effect: { to: '/insight/effect', label: effectWords.title },
  funnel: { to: '/insight/funnel', label: funnelWords.nav },
  retention: { to: '/insight/retention', label: retentionWords.nav },
  lifecycle: { to: '/insight/lifecycle', label: lifecycleWords.nav },
  paths: { to: '/insight/paths', label: pathsWords.nav },
  attribution: { to: '/insight/attribution', label: attributionWords.nav },
  network: { to: '/insight/network', label: networkWords.nav },
  words: { to: '/insight/words', label: wordsWords.nav },
  repurchase: { to: '/insight/purchases', label: purchasesWords.nav },
  value: { to: '/insight/value', label: valueWords.nav },
} as const

export const screenOf = (analysis: string) =>
  analysis in screens ? screens[analysis as keyof typeof screens] : undefined
