/**
 * What the RFM screens read, live from the warehouse: how many stand where on a day, how they moved
 * between two days, and who is behind each number.
 */
import type { Id } from '#base/access/actor.ts'
import { outside, type RfmDefinition, type Tier, type TierOrNone } from './model.ts'
import {
  type CutOffs,
  type Day,
  type Fragment,
  findCutOffs,
  scoredSql,
  tierAt,
  type WarehouseQuery,
} from './rfm.sql.ts'

/** Members of one tier in one cell of the cube. */
export interface Cell {
  readonly tier: Tier
  readonly r: number
  readonly f: number
  readonly m: number
  readonly members: number
  /** What they amount to together. */
  readonly amount: number
}

export interface Picture {
  readonly cutOffs: CutOffs
  readonly cells: readonly Cell[]
}

export function cellsSql(definition: RfmDefinition, asOf: Day, cutOffs: CutOffs): Fragment {
  const { sql, params } = scoredSql(definition, asOf, cutOffs)
  return {
    sql: `SELECT tier, r, f, m, count() AS members, sum(amount) AS amount FROM (${sql})
      GROUP BY tier, r, f, m ORDER BY tier, r, f, m`,
    params,
  }
}

/** Where everybody stands on a day: at most a cell per tier and score. */
export async function findPicture(
  query: WarehouseQuery,
  definition: RfmDefinition,
  asOf: Day,
): Promise<Picture> {
  const cutOffs = await findCutOffs(query, definition, asOf)
  const { sql, params } = cellsSql(definition, asOf, cutOffs)
  const rows = await query<Record<'tier' | 'r' | 'f' | 'm' | 'members' | 'amount', string>>(sql, params)
  return {
    cutOffs,
    cells: rows.map((row) => ({
      tier: tierAt(row.tier),
      r: Number(row.r),
      f: Number(row.f),
      m: Number(row.m),
      members: Number(row.members),
      amount: Number(row.amount),
    })),
  }
}

export interface Move {
  readonly from: TierOrNone
  readonly to: TierOrNone
  readonly members: number
}

function bothDays(
  definition: RfmDefinition,
  before: { readonly asOf: Day; readonly cutOffs: CutOffs },
  after: { readonly asOf: Day; readonly cutOffs: CutOffs },
): Fragment {
  const [one, two] = [
    scoredSql(definition, before.asOf, before.cutOffs, 'a'),
    scoredSql(definition, after.asOf, after.cutOffs, 'b'),
  ]
  // Who had not done it before stands outside, place 8.
  return {
    sql: `SELECT b.member AS member, if(a.member = 0, 8, a.tier) AS from_tier, b.tier AS to_tier, b.recency AS recency,
        b.frequency AS frequency, b.amount AS amount, b.r AS r, b.f AS f, b.m AS m
      FROM (${two.sql}) AS b GLOBAL LEFT JOIN (${one.sql}) AS a ON a.member = b.member`,
    params: { ...one.params, ...two.params },
  }
}

export function movesSql(
  definition: RfmDefinition,
  before: { readonly asOf: Day; readonly cutOffs: CutOffs },
  after: { readonly asOf: Day; readonly cutOffs: CutOffs },
): Fragment {
  const { sql, params } = bothDays(definition, before, after)
  return {
    sql: `SELECT from_tier, to_tier, count() AS members FROM (${sql}) GROUP BY from_tier, to_tier ORDER BY from_tier, to_tier`,
    params,
  }
}

const placeName = (place: string): TierOrNone => (Number(place) === 8 ? outside : tierAt(place))

/** How many went from where to where between two days, each day with its own cut-offs. */
export async function findMoves(
  query: WarehouseQuery,
  definition: RfmDefinition,
  from: Day,
  to: Day,
): Promise<Move[]> {
  const [before, after] = await Promise.all([
    findCutOffs(query, definition, from),
    findCutOffs(query, definition, to),
  ])
  const { sql, params } = movesSql(definition, { asOf: from, cutOffs: before }, { asOf: to, cutOffs: after })
  const rows = await query<{ from_tier: string; to_tier: string; members: string }>(sql, params)
  return rows.map((row) => ({
    from: placeName(row.from_tier),
    to: placeName(row.to_tier),
    members: Number(row.members),
  }))
}

/** Where one member stands: what was measured and what it scores. */
export interface Placed {
  readonly memberId: Id
  readonly tier: Tier
  readonly recency: number
  readonly frequency: number
  readonly amount: number
  readonly r: number
  readonly f: number
  readonly m: number
}

export interface Wanted {
  readonly tier?: Tier
  readonly r?: number
  readonly f?: number
  readonly m?: number
  /** Only those that stood here on that day. */
  readonly before?: { readonly day: Day; readonly tier: TierOrNone }
}

/** The last of a page; who amounts to most comes first. */
export interface After {
  readonly amount: number
  readonly memberId: Id
}

export async function placedSql(
  query: WarehouseQuery,
  definition: RfmDefinition,
  asOf: Day,
  wanted: Wanted,
  after: After | undefined,
  limit: number,
): Promise<Fragment> {
  const cutOffs = await findCutOffs(query, definition, asOf)
  const base = wanted.before
    ? bothDays(
        definition,
        { asOf: wanted.before.day, cutOffs: await findCutOffs(query, definition, wanted.before.day) },
        { asOf, cutOffs },
      )
    : scoredSql(definition, asOf, cutOffs, 'b')
  const tier = wanted.before ? 'to_tier' : 'tier'
  const place = (name: TierOrNone) => (name === outside ? 8 : placeOf(name))
  const conditions = [
    ...(wanted.tier ? [`${tier} = {tier:UInt8}`] : []),
    ...(wanted.before ? ['from_tier = {came:UInt8}'] : []),
    ...(['r', 'f', 'm'] as const)
      .filter((score) => wanted[score])
      .map((score) => `${score} = {${score}:UInt8}`),
    ...(after ? ['(amount < {amount:Int64} OR (amount = {amount:Int64} AND member > {after:UInt64}))'] : []),
  ]
  return {
    sql: `SELECT member, ${tier} AS tier, recency, frequency, amount, r, f, m FROM (${base.sql})
      ${conditions.length ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY amount DESC, member LIMIT {limit:UInt32}`,
    params: {
      ...base.params,
      limit,
      ...(wanted.tier ? { tier: place(wanted.tier) } : {}),
      ...(wanted.before ? { came: place(wanted.before.tier) } : {}),
      ...(wanted.r ? { r: wanted.r } : {}),
      ...(wanted.f ? { f: wanted.f } : {}),
      ...(wanted.m ? { m: wanted.m } : {}),
      ...(after ? { amount: after.amount, after: after.memberId } : {}),
    },
  }
}

type PlacedRow = Record<'member' | 'tier' | 'recency' | 'frequency' | 'amount' | 'r' | 'f' | 'm', string>

export const placedOf = (row: PlacedRow): Placed => ({
  memberId: String(row.member),
  tier: tierAt(row.tier),
  recency: Number(row.recency),
  frequency: Number(row.frequency),
  amount: Number(row.amount),
  r: Number(row.r),
  f: Number(row.f),
  m: Number(row.m),
})

/** The people behind a number, who amounts to most first. */
export async function findPlaced(
  query: WarehouseQuery,
  definition: RfmDefinition,
  asOf: Day,
  wanted: Wanted,
  { after, limit }: { readonly after?: After; readonly limit: number },
): Promise<Placed[]> {
  const { sql, params } = await placedSql(query, definition, asOf, wanted, after, limit)
  return (await query<PlacedRow>(sql, params)).map(placedOf)
}

/** Everybody with an id in a range, ascending, for keeping where they stand. */
export async function findStandings(
  query: WarehouseQuery,
  definition: RfmDefinition,
  asOf: Day,
  cutOffs: CutOffs,
  range: readonly [Id, Id],
): Promise<Placed[]> {
  const { sql, params } = scoredSql(definition, asOf, cutOffs, 'v', range)
  const rows = await query<PlacedRow>(sql, params, { maxSeconds: 120, maxRows: mostStandings })
  return rows.map(placedOf).sort((a, b) => Number(a.memberId) - Number(b.memberId))
}

/** What fits in memory; ranges are cut far smaller, and a range may hold members that left meanwhile. */
const mostStandings = 1_000_000

const placeOf = (tier: Tier): number => tierPlaces.get(tier) ?? 7
const tierPlaces = new Map(Array.from({ length: 8 }, (_, place) => [tierAt(place), place] as const))
