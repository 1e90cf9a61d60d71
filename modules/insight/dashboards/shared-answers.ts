/**
 * What a shared link shows: figures, and no way to people. A stranger asks the warehouse nothing: what is shown is
 * worked out once in a while for all who look, and those who come at the same moment wait for the same.
 */
import { z } from 'zod'
import { describeActor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { moment } from '#base/http/schemas.ts'
import type { Locale } from '#base/i18n/messages.ts'
import type { signalAnswer } from '../alerts/shapes.ts'
import { openAsking } from '../asking.ts'
import { distanceWords } from '../figure.ts'
import { findFreshness, freshness } from '../freshness.ts'
import type { goalAnswer } from '../goals/goals.routes.ts'
import { metricUnits } from '../metrics/units.ts'
import type { InsightParts } from '../parts.ts'
import { type SentTile, shows } from './dashboard.ts'
import { type Dashboard, findTiles } from './dashboards.ts'
import { about, cellWords, type Figures, hiddenIn, protect } from './figures/figures.ts'
import { fewestPeople } from './figures/fold.ts'
import { figuresOfTiles, type TileFigures } from './figures/tiles.ts'
import { type Memory, openMemory } from './memory.ts'
import { openShare } from './shares.ts'

/** Seconds for which what was worked out is shown to all who look. */
export const keepsSeconds = 300

const figures = z.object({
  /** In words; null where there is none. */
  headline: z.string().nullable(),
  /** Against before, in words. */
  change: z.object({ by: z.string(), side: z.enum(['up', 'down', 'same']), good: z.boolean() }).nullable(),
  formula: z.string(),
  labels: z.array(z.string()),
  lines: z.array(
    z.object({
      name: z.string(),
      unit: z.enum(metricUnits),
      values: z.array(z.number().nullable()),
      before: z.array(z.number().nullable()).nullable(),
    }),
  ),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  /** How many figures are left out, of fewer than five people each. */
  hidden: z.int(),
})
export type SharedFigures = z.output<typeof figures>

const goal = z.object({
  name: z.string(),
  value: z.string(),
  target: z.string(),
  dueOn: z.string(),
  pace: z.enum(['ahead', 'on', 'behind', 'unknown']),
  reached: z.boolean(),
  progress: z.number().nullable(),
})

export const sharedAnswer = z.object({
  name: z.string(),
  note: z.string(),
  community: z.string(),
  at: moment,
  ...freshness.shape,
  tiles: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['metric', 'analysis', 'goal', 'signals', 'text']),
      analysis: z.string().nullable(),
      show: z.enum(shows).nullable(),
      title: z.string(),
      x: z.int(),
      y: z.int(),
      w: z.int(),
      h: z.int(),
      text: z.string().nullable(),
      figures: figures.nullable(),
      goal: goal.nullable(),
      signals: z.array(z.object({ title: z.string(), at: z.string() })).nullable(),
      /** It could not be answered now. */
      failed: z.boolean(),
    }),
  ),
})
export type SharedAnswer = z.output<typeof sharedAnswer>

interface Kept {
  readonly until: number
  readonly answer: Promise<SharedAnswer>
}
const memories = new WeakMap<object, Memory<Kept>>()
/** An answer weighs one until it is there, then its characters of JSON. */
const most = { count: 200, weight: 20_000_000 }

/** Throws `share_not_found`. */
export async function answerShared(ctx: Ctx, parts: InsightParts, token: string): Promise<SharedAnswer> {
  const { dashboard, maker } = await openShare(ctx, parts, token)
  const memory = memories.get(parts.warehouse) ?? openMemory<Kept>(most)
  memories.set(parts.warehouse, memory)
  const key = [dashboard.id, dashboard.version, ctx.locale, describeActor(maker)].join(' ')
  const now = ctx.now.getTime()
  const kept = memory.get(key)
  if (kept && kept.until > now && kept.until <= now + keepsSeconds * 1_000) return await kept.answer
  const answer = workOut({ ...ctx, actor: maker }, parts, dashboard)
  const mine = { until: now + keepsSeconds * 1_000, answer }
  memory.set(key, mine, 1)
  // What failed as a whole is asked again; while it is on its way nobody asks besides.
  answer.then(
    (found) => memory.get(key) === mine && memory.set(key, mine, JSON.stringify(found).length),
    () => memory.get(key) === mine && memory.delete(key),
  )
  return await answer
}

async function workOut(ctx: Ctx, parts: InsightParts, dashboard: Dashboard): Promise<SharedAnswer> {
  const tiles = await findTiles(ctx, dashboard.id)
  const age = await findFreshness(parts.warehouse)
  const { range, scope } = dashboard
  // Nobody waits for it alone, so nobody who leaves takes it from the others.
  const found = await figuresOfTiles(
    await openAsking(ctx, parts),
    tiles,
    { ...(range ? { range } : {}), ...(scope ? { scope } : {}) },
    { counted: true },
  )
  const community = await ctx.db.selectFrom('community').select('name').executeTakeFirst()
  return {
    name: dashboard.name,
    note: dashboard.note,
    community: community?.name ?? '',
    at: ctx.now.toISOString(),
    ...age,
    tiles: tiles.map((tile, at) => sharedTile(tile, found[at]!, ctx.locale)),
  }
}

function sharedTile(
  { id, title, content, x, y, w, h }: SentTile,
  found: TileFigures,
  locale: Locale,
): SharedAnswer['tiles'][number] {
  const { answered, problem } = found
  const shown = found.figures && protect(found.figures)
  const first = shown?.lines[0]
  return {
    id,
    kind: content.kind,
    analysis: content.kind === 'analysis' ? content.analysis : null,
    show: content.kind === 'metric' ? content.show : null,
    // What it asks may tell whom it asks about: a tile without a name is called by its metric, or its kind.
    title: title ?? (content.kind === 'metric' ? (first?.name ?? '') : ''),
    x,
    y,
    w,
    h,
    text: content.kind === 'text' ? content.text : null,
    figures: shown && sentFigures(shown, locale),
    goal: content.kind === 'goal' && answered ? sharedGoal(answered.answer as Goal, found, locale) : null,
    signals:
      content.kind === 'signals' && answered
        ? (answered.answer as { items: readonly Signal[] }).items
            .filter(({ base }) => base === null || base >= fewestPeople)
            .map((signal) => ({
              title: [signal.groupName, signal.metricName].filter(Boolean).join(' · '),
              at: signal.raisedAt,
            }))
        : null,
    failed:
      problem !== null ||
      (content.kind !== 'text' && content.kind !== 'goal' && content.kind !== 'signals' && !shown),
  }
}

type Goal = z.input<typeof goalAnswer>
type Signal = z.input<typeof signalAnswer>

function sharedGoal(
  { name, unit, target, dueOn, standing }: Goal,
  { behind }: TileFigures,
  locale: Locale,
): SharedAnswer['tiles'][number]['goal'] {
  const people = behind.people(null, undefined)
  const small = people === undefined || (people > 0 && people < fewestPeople)
  return {
    name,
    value: cellWords({ ...about(standing.value, unit, people), ...(small ? { hidden: true } : {}) }, locale),
    target: cellWords(about(target, unit, null), locale),
    dueOn,
    pace: standing.pace,
    reached: standing.reached,
    progress: small ? null : standing.progress,
  }
}

function sentFigures(shown: Figures, locale: Locale): SharedFigures {
  const { headline, was, better } = shown
  const change =
    headline && was && headline.value !== null && was.value !== null ? headline.value - was.value : null
  return {
    headline: headline && cellWords(headline, locale),
    change:
      change === null
        ? null
        : {
            by: distanceWords(change, headline!.unit, locale),
            side: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
            good: change === 0 || change > 0 === (better === 'more'),
          },
    formula: shown.formula,
    labels: [...shown.labels],
    lines: shown.lines.map(({ name, unit, values, before }) => ({
      name,
      unit,
      values: values.map(({ value }) => value),
      before: before?.map(({ value }) => value) ?? null,
    })),
    table: {
      head: [...shown.table.head],
      rows: shown.table.rows.map((row) => row.map((cell) => cellWords(cell, locale))),
    },
    hidden: hiddenIn(shown),
  }
}
