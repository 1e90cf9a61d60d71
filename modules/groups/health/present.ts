/** Readings as JSON. */
import type { z } from 'zod'
import { type Locale, render } from '#base/i18n/messages.ts'
import type { Day } from '#base/time/calendar.ts'
import { figureNames, rankNames } from './health.messages.ts'
import { type Level, nextOf, type Standing, sizeHintOf, standingOf } from './ladder.ts'
import type { Reading } from './measuring.ts'
import type { healthAnswer, ladderAnswer, levelAnswer } from './shapes.ts'

export function presentLevel(level: Level, locale: Locale): z.input<typeof levelAnswer> {
  const usual = { 1: rankNames.r1, 2: rankNames.r2, 3: rankNames.r3 }[level.rank] ?? rankNames.other
  return {
    rank: level.rank,
    name: level.name || render(usual, locale, { rank: level.rank }),
    perks: level.perks,
  }
}

/**
 * The ladder as it stands for a group that holds `held` (its figures alone may say less: a level stays for
 * 28 days) and what the level above asks.
 */
export function presentLadder(
  reading: Pick<Reading, 'figures'>,
  levels: readonly Level[],
  held: number,
  locale: Locale,
): z.input<typeof ladderAnswer> {
  const standing = standingOf(reading.figures, levels)
  const rank = Math.max(held, standing.rank)
  const level = levels.find((each) => each.rank === rank)
  const above = levels.find((each) => each.rank > rank)
  const next: Standing['next'] = above ? nextOf(reading.figures, above) : null
  return {
    level: level ? presentLevel(level, locale) : null,
    next: next && {
      level: presentLevel(next.level, locale),
      missing: next.missing,
      needs: next.needs.map((need) => ({ ...need, label: render(figureNames[need.figure], locale) })),
    },
  }
}

export const presentHealth = (
  reading: Reading,
  {
    levels,
    held,
    locale,
    upTo,
    ownLines,
  }: { levels: readonly Level[]; held: number; locale: Locale; upTo: Day; ownLines: boolean },
): z.input<typeof healthAnswer> => ({
  figures: reading.figures,
  light: reading.health.light,
  score: reading.health.score,
  parts: [...reading.health.parts],
  life: reading.life,
  ladder: presentLadder(reading, levels, held, locale),
  size: sizeHintOf(reading.figures.members),
  upTo,
  ownLines,
})
