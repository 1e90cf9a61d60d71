/**
 * Traffic lights against lines that operators may move (S1-71: weekly active rate below 30 %, S1-72:
 * participation below 20 %). At a line is still on its better side.
 */
import { z } from 'zod'
import type { Figures } from './figures.ts'

export const indicators = ['activeRate', 'participation', 'answered', 'growth', 'concentration'] as const
export type Indicator = (typeof indicators)[number]
export type Light = 'good' | 'warn' | 'bad' | 'off'

const line = z.object({
  /** Yellow beyond this, red beyond that. */
  warn: z.number().min(-100).max(1_000),
  bad: z.number().min(-100).max(1_000),
  /** Share in the score. */
  weight: z.int().min(0).max(100),
})
export const lines = z.object({
  activeRate: line,
  participation: line,
  answered: line,
  growth: line,
  concentration: line,
})
export type Lines = z.infer<typeof lines>

export const usualLines: Lines = {
  activeRate: { warn: 40, bad: 30, weight: 35 },
  participation: { warn: 30, bad: 20, weight: 25 },
  answered: { warn: 80, bad: 50, weight: 15 },
  growth: { warn: 0, bad: -5, weight: 10 },
  concentration: { warn: 60, bad: 80, weight: 15 },
}

/** More is worse. */
const lessIsBetter = (indicator: Indicator) => indicator === 'concentration'

/** True when the lines of an indicator stand the right way round: yellow comes before red. */
export const inOrder = (indicator: Indicator, { warn, bad }: z.infer<typeof line>): boolean =>
  lessIsBetter(indicator) ? warn <= bad : warn >= bad

export function lightOf(indicator: Indicator, value: number | null, all: Lines): Light {
  if (value === null) return 'off'
  const { warn, bad } = all[indicator]
  const beyond = (limit: number) => (lessIsBetter(indicator) ? value > limit : value < limit)
  return beyond(bad) ? 'bad' : beyond(warn) ? 'warn' : 'good'
}

export interface Health {
  readonly light: Light
  /** 0 to 100; null while nothing can be measured. */
  readonly score: number | null
  readonly parts: readonly {
    readonly indicator: Indicator
    readonly value: number | null
    readonly light: Light
    readonly warn: number
    readonly bad: number
    /** Of 100; null when not known. */
    readonly score: number | null
    readonly weight: number
  }[]
}

/** The worst light that counts, and a score of weighted parts; what is not known or weighs nothing is left out. */
export function healthOf(figures: Figures, all: Lines): Health {
  const parts = indicators.map((indicator) => {
    const value = figures[indicator]
    const { warn, bad, weight } = all[indicator]
    return {
      indicator,
      value,
      light: lightOf(indicator, value, all),
      warn,
      bad,
      weight,
      score: value === null ? null : scoreOf(indicator, value, all),
    }
  })
  const counting = parts.filter((part) => part.weight > 0 && part.score !== null)
  const weight = counting.reduce((sum, part) => sum + part.weight, 0)
  const score = counting.reduce((sum, part) => sum + part.weight * (part.score ?? 0), 0)
  const lights = counting.map((part) => part.light)
  return {
    light: lights.includes('bad') ? 'bad' : lights.includes('warn') ? 'warn' : lights.length ? 'good' : 'off',
    score: weight > 0 ? Math.round(score / weight) : null,
    parts,
  }
}

/** 0 to 100: 50 at the red line, 80 at the yellow one, straight between and as far again beyond each. */
function scoreOf(indicator: Indicator, value: number, all: Lines): number {
  const { warn, bad } = all[indicator]
  const sign = lessIsBetter(indicator) ? -1 : 1
  const span = Math.max(Math.abs(warn - bad), 1)
  const above = (sign * (value - bad)) / span
  const score = above <= 1 ? 50 + above * 30 : 80 + (above - 1) * 20
  return Math.round(Math.min(100, Math.max(0, score)))
}
