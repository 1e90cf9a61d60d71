/** Metrics by their key: those of the catalogue, as operators changed them, and their own. */
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { insightProblems } from '../problems.ts'
import { entries, type Family, familyOf } from './catalogue/catalogue.ts'
import type { EventsExpression, Expression, MetricDefinition, MetricRef, MetricUnit } from './metric.ts'
import { faultSentence, words } from './metrics.messages.ts'
import { type Leaf, leavesOf, MetricError, type Node, resolveMetric } from './resolve.ts'

export interface FoundMetric {
  /** Null for one that is written out. */
  readonly key: string | null
  readonly name: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  /** 口径. */
  readonly formula: string
  readonly definition: MetricDefinition
  /** Requirements that ask for it. */
  readonly ids: readonly string[]
  /** Names of the events that it is worked out from; `*` is any. */
  readonly events: readonly string[]
  /** Its part of the catalogue; null for the operators' own. */
  readonly family: Family | null
  /** 0: as the product brings it. */
  readonly version: number
  readonly archived: boolean
}

interface Row {
  readonly key: string
  readonly name: string
  readonly formula: string
  readonly unit: string
  readonly better: string
  readonly definition: unknown
  readonly version: number
  readonly archived_at: Date | null
}

/** Everything there is, in the order of the catalogue, then the operators' own; archived ones too. */
export async function loadMetrics(ctx: Ctx): Promise<ReadonlyMap<string, FoundMetric>> {
  const rows = (await ctx.db
    .selectFrom('metric')
    .select(['key', 'name', 'formula', 'unit', 'better', 'definition', 'version', 'archived_at'])
    .orderBy('created_at')
    .orderBy('key')
    .execute()) as Row[]
  const changed = new Map(rows.map((row) => [row.key, row]))
  const expressions = new Map<string, Expression>(entries.map(({ key, how }) => [key, how]))
  for (const { key, definition } of rows) expressions.set(key, (definition as MetricDefinition).how)
  const eventsOf = (how: Expression) => {
    try {
      return namesIn(resolveMetric({ version: 1, how }, (key) => expressions.get(key)))
    } catch {
      return []
    }
  }
  const found = new Map<string, FoundMetric>()
  for (const { key, name, formula, how, unit, better, ids } of entries) {
    const row = changed.get(key)
    found.set(key, {
      key,
      ids,
      family: familyOf(key)!,
      ...(row
        ? ofRow(row)
        : {
            name: render(name, ctx.locale),
            formula: render(formula, ctx.locale),
            unit,
            better,
            definition: { version: 1, how },
            version: 0,
            archived: false,
          }),
      events: eventsOf(row ? (row.definition as MetricDefinition).how : how),
    })
  }
  for (const row of rows)
    if (!found.has(row.key))
      found.set(row.key, {
        key: row.key,
        ids: [],
        family: null,
        ...ofRow(row),
        events: eventsOf((row.definition as MetricDefinition).how),
      })
  return found
}

const ofRow = (row: Row) => ({
  name: row.name,
  formula: row.formula,
  unit: row.unit as MetricUnit,
  better: row.better as 'more' | 'less',
  definition: row.definition as MetricDefinition,
  version: row.version,
  archived: row.archived_at !== null,
})

const namesIn = (node: Node): string[] => [...new Set(leavesOf(node).flatMap(eventsOfLeaf))]

function eventsOfLeaf(leaf: Leaf): string[] {
  switch (leaf.kind) {
    case 'events':
      return [leaf.event, ...(leaf.or ?? []).map(({ event }) => event), ...eventsOfInside(leaf.inside)]
    case 'people':
      return leaf.who.flatMap((part) => [part.event, ...(part.or ?? []).map(({ event }) => event)])
    case 'stock':
      return [leaf.came.event, ...leaf.gone.map(({ event }) => event)]
    case 'returning':
      return [leaf.first.event, leaf.again.event]
    case 'population':
      return ['member.joined', 'member.left', 'group.joined', 'group.left']
    case 'time':
      return []
  }
}

function eventsOfInside(inside: EventsExpression['inside']): string[] {
  if (inside === undefined) return []
  if (inside === true) return eventsOfLeaf({ kind: 'population' })
  return inside.kind === 'stock' ? eventsOfLeaf(inside) : [inside.event]
}

export interface Resolved {
  readonly metric: FoundMetric
  readonly node: Node
}

/**
 * A metric with its references followed. Throws `metric_not_found`, or `metric_invalid` with the places of all that is
 * wrong.
 */
export function resolveFrom(
  ctx: Ctx,
  known: ReadonlyMap<string, FoundMetric>,
  ref: MetricRef,
  at: readonly string[] = [],
): Resolved {
  const metric = typeof ref === 'string' ? known.get(ref) : written(ctx, ref)
  if (!metric) throw insightProblems.metricNotFound()
  try {
    const node = resolveMetric(ref, (key) => known.get(key)?.definition.how)
    return { metric: metric.key === null ? { ...metric, events: namesIn(node) } : metric, node }
  } catch (error) {
    if (!(error instanceof MetricError)) throw error
    throw insightProblems.metricInvalid({
      values: { count: error.faults.length },
      fields: error.faults.map(({ path, fault, values }) => ({
        path: [...at, path].join('.'),
        message: render(faultSentence(fault), ctx.locale, values),
      })),
    })
  }
}

/** One that is written out has no name; its unit follows from what it is. */
function written(ctx: Ctx, definition: MetricDefinition): FoundMetric {
  return {
    key: null,
    name: render(words.written, ctx.locale),
    unit: unitOf(definition.how),
    better: 'more',
    formula: '',
    definition,
    ids: [],
    events: [],
    family: null,
    version: 0,
    archived: false,
  }
}

function unitOf(how: Expression): MetricUnit {
  switch (how.kind) {
    case 'events':
      if (how.counted.of === 'members') return 'members'
      if (how.counted.of === 'count') return 'times'
      if (how.counted.of === 'days') return 'days'
      return 'number'
    case 'people':
    case 'stock':
    case 'population':
      return 'members'
    case 'returning':
      return 'share'
    case 'time':
      return 'days'
    case 'ratio':
    case 'formula':
    case 'metric':
      return 'number'
  }
}

/** A metric and how it is worked out. Throws as `resolveFrom` does. */
export const findResolved = async (ctx: Ctx, ref: MetricRef): Promise<Resolved> =>
  resolveFrom(ctx, await loadMetrics(ctx), ref)
