/**
 * The ladder on which groups rise: 村落级 village, 市集级 market, 城镇级 town. A group stands on the highest
 * level whose needs, and those of all levels below, it meets.
 */
import { z } from 'zod'
import type { Figures } from './figures.ts'

export const needed = ['members', 'activeRate', 'participation', 'answered', 'contributions28'] as const
export type Needed = (typeof needed)[number]

export const needs = z
  .array(z.object({ figure: z.enum(needed), atLeast: z.number().min(0).max(1_000_000) }))
  .min(1)
  .max(needed.length)
export type Needs = z.infer<typeof needs>

export interface Level {
  readonly rank: number
  /** Empty: the product's name of the rank. */
  readonly name: string
  readonly needs: Needs
  readonly perks: string
}

export const usualLevels: readonly Level[] = [
  { rank: 1, name: '', perks: '', needs: [{ figure: 'members', atLeast: 30 }] },
  {
    rank: 2,
    name: '',
    perks: '',
    needs: [
      { figure: 'members', atLeast: 80 },
      { figure: 'activeRate', atLeast: 25 },
      { figure: 'contributions28', atLeast: 100 },
    ],
  },
  {
    rank: 3,
    name: '',
    perks: '',
    needs: [
      { figure: 'activeRate', atLeast: 40 },
      { figure: 'answered', atLeast: 85 },
      { figure: 'contributions28', atLeast: 400 },
    ],
  },
]

export interface Need {
  readonly figure: Needed
  readonly actual: number
  readonly atLeast: number
  readonly met: boolean
}

export interface Standing {
  /** 0: not on the ladder yet. */
  readonly rank: number
  readonly next: { readonly level: Level; readonly needs: readonly Need[]; readonly missing: number } | null
}

/** Where a group stands, and what the next level asks. What is not known is not met. */
export function standingOf(figures: Figures, levels: readonly Level[]): Standing {
  const sorted = [...levels].sort((a, b) => a.rank - b.rank)
  const at = sorted.findIndex((level) => needsOf(figures, level).some((need) => !need.met))
  const next = at === -1 ? undefined : sorted[at]
  const rank = at === -1 ? (sorted.at(-1)?.rank ?? 0) : (sorted[at - 1]?.rank ?? 0)
  return { rank, next: next ? nextOf(figures, next) : null }
}

/** What a level asks of a group. */
export function nextOf(figures: Figures, level: Level) {
  const all = needsOf(figures, level)
  return { level, needs: all, missing: all.filter((need) => !need.met).length }
}

const needsOf = (figures: Figures, level: Level): Need[] =>
  level.needs.map(({ figure, atLeast }) => {
    const actual = figures[figure] ?? 0
    return { figure, actual, atLeast, met: actual >= atLeast }
  })

/** "Small and beautiful" (S2-14): what the size of a group asks of those who look after it. */
export const sizeHints = ['gather', 'warm', 'lively', 'split'] as const
export type SizeHint = (typeof sizeHints)[number]

export const sizeHintOf = (members: number): SizeHint =>
  members < 30 ? 'gather' : members < 80 ? 'warm' : members <= 500 ? 'lively' : 'split'
