/** Dashboards as they are stored and sent. Stored, so only ever extended. */
import { z } from 'zod'
import { moment, refusal } from '#base/http/schemas.ts'
import { metricRef } from '../metrics/metric.ts'
import { breakdown, range, rowId, scope, unit } from '../shapes.ts'
import { words } from './dashboards.messages.ts'
import {
  columns,
  findOverlap,
  isInside,
  leastHeight,
  leastWidth,
  mostHeight,
  mostRow,
  mostTiles,
} from './layout.ts'

/** How a metric is shown. */
export const shows = ['number', 'line', 'bars', 'table'] as const

export const metricContent = z.object({
  kind: z.literal('metric'),
  metric: metricRef,
  range,
  unit,
  compare: z.enum(['previous', 'year']).optional(),
  breakdown: breakdown.optional(),
  scope: scope.default({}),
  show: z.enum(shows).default('line'),
})
export type MetricContent = z.output<typeof metricContent>

/** What a tile shows. */
export const tileContent = z.discriminatedUnion('kind', [
  metricContent,
  /** Any analysis with its question, as the analysis takes it. */
  z.object({
    kind: z.literal('analysis'),
    analysis: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    question: z
      .record(z.string().max(40), z.unknown())
      .refine((asked) => JSON.stringify(asked).length <= 10_000, refusal(words.questionTooLong)),
  }),
  z.object({ kind: z.literal('goal'), goal: rowId }),
  /** Signals that are open, of a group or of all. */
  z.object({ kind: z.literal('signals'), group: rowId.optional() }),
  /** Plain paragraphs. */
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1).max(4_000) }),
])
export type TileContent = z.output<typeof tileContent>

const box = {
  x: z
    .int()
    .min(0)
    .max(columns - 1),
  y: z
    .int()
    .min(0)
    .max(mostRow - 1),
  w: z.int().min(leastWidth).max(columns),
  h: z.int().min(leastHeight).max(mostHeight),
}

const title = z.string().trim().min(1).max(80).nullable().default(null)

export const newTile = z.object({ title, content: tileContent })
export type NewTile = z.output<typeof newTile>

/** `id`: one that is there already; left out: a new one. */
export const placedTile = newTile.extend({ id: rowId.optional(), ...box }).refine(isInside, {
  ...refusal(words.outside),
  path: ['x'],
})
export type PlacedTile = z.output<typeof placedTile>

export const tiles = z
  .array(placedTile)
  .max(mostTiles)
  .refine((placed) => findOverlap(placed) === undefined, refusal(words.overlap))
  .refine(
    (placed) => new Set(placed.flatMap(({ id }) => id ?? [])).size === placed.filter(({ id }) => id).length,
    refusal(words.twice),
  )

/** Asked of all tiles instead of what they ask themselves. */
export const override = z.object({ range: range.optional(), scope: scope.optional() })
export type Override = z.output<typeof override>

export const dashboardFields = {
  name: z.string().trim().min(1).max(60),
  note: z.string().trim().max(300).default(''),
  shared: z.boolean().default(false),
}

export const dashboardRow = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  shared: z.boolean(),
  /** Whether it is the reader's own. */
  own: z.boolean(),
  tiles: z.int(),
  /** Links that show it to people without an account now. */
  links: z.int(),
  version: z.int(),
  by: z.string().nullable(),
  createdAt: moment,
  changedBy: z.string().nullable(),
  changedAt: moment,
  archivedAt: moment.nullable(),
  can: z.object({ change: z.boolean(), share: z.boolean() }),
})
export type DashboardRow = z.output<typeof dashboardRow>

export const sentTile = z.object({
  id: z.string(),
  title: z.string().nullable(),
  content: tileContent,
  x: z.int(),
  y: z.int(),
  w: z.int(),
  h: z.int(),
})
export type SentTile = z.output<typeof sentTile>

export const wholeDashboard = dashboardRow.extend({
  range: range.nullable(),
  scope: scope.nullable(),
  layout: z.array(sentTile).describe('In reading order'),
})
export type WholeDashboard = z.output<typeof wholeDashboard>
