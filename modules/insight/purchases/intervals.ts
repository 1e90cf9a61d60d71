/**
 * How long members wait until they order again: whole days between orders that follow each other, of those whose later
 * one lies in the range. Four fifths of all gaps are over after the 80th percentile (from there on a member is at risk),
 * nine tenths after the 90th (gone), as in the life cycle of buyers; both interpolated. Orders of one day are one visit to the shop, so
 * a gap is a day at least.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { range, scope } from '../shapes.ts'

export const intervalQuestion = z.object({ range, scope: scope.pick({ who: true }).default({}) })

/** Last days of the bins; what is longer stands in one more. */
export const binEnds = [3, 7, 14, 21, 30, 45, 60, 90, 120, 180] as const

export const intervalAnswer = z.object({
  from: day,
  to: day,
  gaps: z.int(),
  median: z.number().nullable(),
  p80: z.number().nullable(),
  p90: z.number().nullable(),
  bins: z.array(
    z.object({
      from: z.int().describe('Days, included'),
      to: z.int().nullable().describe('Days, included; null: and more'),
      gaps: z.int(),
      members: z.int(),
    }),
  ),
})

export const intervalCell = z.object({ bin: z.int().min(0).max(binEnds.length) })
