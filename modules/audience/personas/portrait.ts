/**
 * What the members of a persona have in common: the values that are more frequent among them than among
 * all (lift), the middle of their numbers, and the one who has the most of it. Individual traits that few
 * share are left out (S3-24).
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import type { CatalogueField } from '../catalogue/catalogue.ts'
import type { Definition } from '../conditions/condition.ts'

export interface Trait {
  readonly field: string
  readonly fieldLabel: string
  readonly value: string
  readonly label: string
  readonly members: number
  /** Of the persona, and of all. */
  readonly share: number
  readonly shareOfAll: number
  /** How many times as frequent as among all. */
  readonly lift: number
}

export interface Middle {
  readonly field: string
  readonly fieldLabel: string
  readonly type: 'number' | 'money'
  readonly median: number
  readonly medianOfAll: number
}

export interface Portrait {
  readonly members: number
  readonly ofAll: number
  readonly traits: readonly Trait[]
  readonly middles: readonly Middle[]
  readonly typical: Id | null
}

type Query = Parts['warehouse']['query']

/** Least members and least share that make something a trait. */
const least = { members: 5, share: 0.05 } as const
const mostTraits = 12
const patience = 20

/** Sections whose values say what we did with a member, not who he is. */
const notTraits = /^(segment|care|group)\./

const sizeSql = (who: string) => `
  SELECT count() AS ofAll, countIf(id IN (SELECT member_id FROM (${who}))) AS members
    FROM member FINAL WHERE present`

const traitsSql = (who: string) => `
  SELECT key, value, countIf(inside) AS here, count() AS everywhere
    FROM (
      SELECT inside, pair.1 AS key, arrayJoin(pair.2) AS value
        FROM (
          SELECT id IN (SELECT member_id FROM (${who})) AS inside,
                 arrayJoin(CAST(texts, 'Array(Tuple(String, Array(String)))')) AS pair
            FROM member FINAL WHERE present)
       WHERE has({keys:Array(String)}, pair.1))
   GROUP BY key, value HAVING here >= {least:UInt64} ORDER BY here DESC LIMIT 2000`

const middlesSql = (who: string) => `
  SELECT key, quantileExactIf(0.5)(value, inside) AS median, quantileExact(0.5)(value) AS medianOfAll,
         countIf(inside) AS here
    FROM (
      SELECT inside, pair.1 AS key, pair.2 AS value
        FROM (
          SELECT id IN (SELECT member_id FROM (${who})) AS inside,
                 arrayJoin(CAST(numbers, 'Array(Tuple(String, Float64))')) AS pair
            FROM member FINAL WHERE present)
       WHERE has({keys:Array(String)}, pair.1))
   GROUP BY key HAVING here >= {least:UInt64} LIMIT 100`

const typicalSql = (who: string) => `
  SELECT toString(id) AS id, arraySum(arrayMap((k, v) -> has(texts[k], v), {traitKeys:Array(String)}, {traitValues:Array(String)})) AS score
    FROM member FINAL WHERE present AND id IN (SELECT member_id FROM (${who}))
   ORDER BY score DESC, cityHash64(member.id) LIMIT 1`

/** Throws `warehouse_unavailable` while the warehouse or its copies are not there. */
export async function paintPortrait(
  ctx: Ctx,
  { audience, query }: { readonly audience: Audience; readonly query: Query },
  definition: Definition,
): Promise<Portrait> {
  const [{ sql, params }, catalogue] = await Promise.all([
    audience.sql(ctx, definition),
    audience.catalogue(ctx),
  ])
  const usable = catalogue.fields.filter((field) => !field.of && !notTraits.test(field.key))
  const keysOf = (types: readonly CatalogueField['type'][]) =>
    usable.filter((field) => types.includes(field.type)).map((field) => field.key)
  const [size] = await query<{ members: string; ofAll: string }>(sizeSql(sql), params, {
    maxSeconds: patience,
  })
  const members = Number(size?.members ?? 0)
  const ofAll = Number(size?.ofAll ?? 0)
  if (members === 0) return { members, ofAll, traits: [], middles: [], typical: null }
  const enough = Math.max(least.members, Math.ceil(members * least.share))
  const [values, numbers] = await Promise.all([
    query<{ key: string; value: string; here: string; everywhere: string }>(
      traitsSql(sql),
      { ...params, keys: keysOf(['text', 'choice', 'choices']), least: Math.min(enough, members) },
      { maxSeconds: patience },
    ),
    query<{ key: string; median: number; medianOfAll: number }>(
      middlesSql(sql),
      { ...params, keys: keysOf(['number', 'money']), least: Math.min(enough, members) },
      { maxSeconds: patience },
    ),
  ])
  const fieldOf = new Map(usable.map((field) => [field.key, field]))
  const traits = values
    .map(({ key, value, here, everywhere }): Trait => {
      const field = fieldOf.get(key)
      const share = Number(here) / members
      const shareOfAll = Number(everywhere) / ofAll
      return {
        field: key,
        fieldLabel: field?.label ?? key,
        value,
        label: field?.options?.find((option) => option.value === value)?.label ?? value,
        members: Number(here),
        share,
        shareOfAll,
        lift: share / shareOfAll,
      }
    })
    // What is both frequent here and rare elsewhere says the most (its part of the divergence of both).
    .toSorted((a, b) => b.share * Math.log(b.lift) - a.share * Math.log(a.lift))
    .filter((trait) => trait.lift > 1.05 || members === ofAll)
    .slice(0, mostTraits)
  const [typical] =
    traits.length === 0
      ? []
      : await query<{ id: Id }>(
          typicalSql(sql),
          {
            ...params,
            traitKeys: traits.map((trait) => trait.field),
            traitValues: traits.map((trait) => trait.value),
          },
          { maxSeconds: patience },
        )
  return {
    members,
    ofAll,
    traits,
    middles: numbers.map(({ key, median, medianOfAll }) => ({
      field: key,
      fieldLabel: fieldOf.get(key)?.label ?? key,
      type: fieldOf.get(key)?.type === 'money' ? 'money' : 'number',
      median: Number(median),
      medianOfAll: Number(medianOfAll),
    })),
    typical: typical?.id ?? null,
  }
}
