/** Metrics that operators keep: their own, and those of the catalogue that they changed. */
import { sql } from 'kysely'
import { describeActor } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { insightProblems } from '../../problems.ts'
import { type FoundMetric, loadMetrics, resolveFrom } from '../find-metric.ts'
import type { MetricDefinition, MetricUnit } from '../metric.ts'

export interface WantedMetric {
  readonly name: string
  /** 口径 in words. */
  readonly formula: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  readonly definition: MetricDefinition
}

/** Most metrics of the operators' own. */
export const mostOwn = 300

/** Throws `metric_not_found`. */
export async function getMetric(ctx: Ctx, key: string): Promise<FoundMetric> {
  const found = (await loadMetrics(ctx)).get(key)
  if (!found) throw insightProblems.metricNotFound()
  return found
}

/** Throws `metric_invalid` with the places of what is wrong, `metric_name_taken`, `too_many_metrics`. */
export async function createMetric(ctx: Ctx, wanted: WantedMetric): Promise<FoundMetric> {
  return await transact(ctx, async (tx) => {
    const known = await loadMetrics(tx)
    if ([...known.values()].filter(({ family }) => family === null).length >= mostOwn)
      throw insightProblems.tooManyMetrics({ values: { most: mostOwn } })
    requireName(known, wanted.name, undefined)
    resolveFrom(tx, known, wanted.definition, ['body', 'definition'])
    const { rows } = await sql<{ n: string }>`select nextval('metric_own_key') as n`.execute(tx.db)
    const key = `own_${rows[0]!.n}`
    await store(tx, key, wanted, 1)
    await audit(tx, 'insight.metric_created', { kind: 'metric', id: key }, { ...wanted })
    return await getMetric(tx, key)
  })
}

/**
 * Changes a metric, also one of the catalogue; what it said before stays as a version. `version` is the one that was
 * looked at: throws `metric_changed_meanwhile` when there is a later one.
 */
export async function changeMetric(
  ctx: Ctx,
  key: string,
  change: Partial<WantedMetric>,
  version: number,
): Promise<FoundMetric> {
  return await transact(ctx, async (tx) => {
    const before = await lockMetric(tx, key)
    if (before.version !== version)
      throw insightProblems.metricChangedMeanwhile({ values: { version: before.version } })
    const known = new Map(await loadMetrics(tx))
    const { name, formula, unit, better, definition } = { ...before, ...change }
    requireName(known, name, key)
    // As it will be: a circle through itself is found.
    known.set(key, { ...before, definition })
    resolveFrom(tx, known, key, ['body', 'definition'])
    await store(tx, key, { name, formula, unit, better, definition }, before.version + 1)
    await audit(tx, 'insight.metric_changed', { kind: 'metric', id: key }, { was: before.version, ...change })
    return await getMetric(tx, key)
  })
}

/** Puts a metric away or takes it out again; whatever asks it by its key goes on to be answered. */
export async function archiveMetric(ctx: Ctx, key: string, archived: boolean): Promise<FoundMetric> {
  return await transact(ctx, async (tx) => {
    const before = await lockMetric(tx, key)
    if (before.archived !== archived) {
      if (before.version === 0) await store(tx, key, before, 1)
      await tx.db
        .updateTable('metric')
        .set(
          archived
            ? { archived_at: ctx.now, archived_by: describeActor(ctx.actor) }
            : { archived_at: null, archived_by: null },
        )
        .where('key', '=', key)
        .execute()
      await audit(
        tx,
        archived ? 'insight.metric_archived' : 'insight.metric_reopened',
        { kind: 'metric', id: key },
        { name: before.name },
      )
    }
    return await getMetric(tx, key)
  })
}

interface MetricVersion {
  readonly version: number
  readonly name: string
  readonly formula: string
  readonly definition: MetricDefinition
  readonly changedBy: string
  readonly changedAt: Date
}

/** What it said, the latest first; at most a hundred. */
export async function findVersions(ctx: Ctx, key: string): Promise<MetricVersion[]> {
  const rows = await ctx.db
    .selectFrom('metric_version')
    .select([
      'version',
      'name',
      'formula',
      'definition',
      'changed_by as changedBy',
      'changed_at as changedAt',
    ])
    .where('metric_key', '=', key)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, definition: row.definition as unknown as MetricDefinition }))
}

/** One change at a time, also of a metric that has no row yet. */
async function lockMetric(tx: Ctx, key: string): Promise<FoundMetric> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`metric ${key}`}, 0))`.execute(tx.db)
  return await getMetric(tx, key)
}

async function store(tx: Ctx, key: string, wanted: WantedMetric, version: number): Promise<void> {
  const { name, formula, unit, better } = wanted
  const definition = JSON.stringify(wanted.definition)
  const by = describeActor(tx.actor)
  const said = { name, formula, unit, better, definition }
  await tx.db
    .insertInto('metric')
    .values({ key, ...said, version, created_by: by, created_at: tx.now, changed_by: by, changed_at: tx.now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ ...said, version, changed_by: by, changed_at: tx.now }),
    )
    .execute()
  await tx.db
    .insertInto('metric_version')
    .values({ metric_key: key, version, ...said, changed_by: by, changed_at: tx.now })
    .execute()
}

/** Two metrics of one name would be told apart by nobody. */
function requireName(known: ReadonlyMap<string, FoundMetric>, name: string, key: string | undefined): void {
  const same = [...known.values()].find(
    (each) => each.key !== key && !each.archived && each.name.toLowerCase() === name.toLowerCase(),
  )
  if (same) throw insightProblems.metricNameTaken({ values: { name } })
}
