/**
 * Brings a simulated community in, in one transaction: members by COPY, what they did by COPY into the
 * months of the log in which it happened. The same request again finds the run and does nothing.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { simulatedLock } from '#base/declarations/simulated.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import { happeningsOf } from './behaviour.ts'
import { dateOf, dayMs, midnight } from './calendar.ts'
import { fillFields } from './fields.ts'
import { handOf, logColumns, logLine, memberColumns, memberLine } from './lines.ts'
import { openWorld, type Person, personOf, type Settings } from './person.ts'
import { type Truth, usualTruth } from './truth.ts'

export interface SeedRequest {
  readonly members: number
  readonly days: number
  readonly seed: number
  /** Last day of the window in Shanghai; default: the day of `now`. */
  readonly endsOn?: string
  readonly now: Date
  readonly truth?: Truth
}

export interface SeedOutcome {
  readonly runId: string
  readonly members: number
  readonly events: number
  readonly orders: number
  /** Amount of all orders in fen. */
  readonly revenue: number
  /** False when the run had been loaded before. */
  readonly fresh: boolean
}

/** What a request means, with everything that was left open filled in. */
export function settingsOf(request: SeedRequest): Settings {
  const endsOn = request.endsOn ?? dateOf(request.now.getTime())
  return {
    seed: request.seed,
    members: request.members,
    days: request.days,
    endsOn,
    until: Math.min(midnight(endsOn) + dayMs - 1, request.now.getTime()),
    truth: request.truth ?? usualTruth,
  }
}

/** Loads the community. Takes a connection of its own from the pool; `progress` hears how many members are done. */
export async function seedCommunity(
  pool: pg.Pool,
  request: SeedRequest,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<SeedOutcome> {
  const settings = settingsOf(request)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [simulatedLock])
    const held = await findRun(client, request)
    if (held) {
      await client.query('rollback')
      return held
    }
    const outcome = await load(client, settings, request.now, progress)
    await client.query('commit')
    wakeFollowers()
    await pool.query('analyze member, event_log')
    return outcome
  } catch (error) {
    broken = error as Error
    await client.query('rollback').then(
      () => {
        broken = undefined
      },
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** A loaded run of the same seed and size; on another day it is still the same demo. */
async function findRun(client: pg.PoolClient, request: SeedRequest): Promise<SeedOutcome | undefined> {
  const { rows } = await client.query<{ id: string; outcome: Omit<SeedOutcome, 'runId' | 'fresh'> }>(
    `select id, outcome from seed_run
      where seed = $1 and members = $2 and days = $3 and ($4::date is null or ends_on = $4) and loaded_at is not null
      limit 1`,
    [request.seed, request.members, request.days, request.endsOn ?? null],
  )
  return rows[0] && { ...rows[0].outcome, runId: rows[0].id, fresh: false }
}

async function load(
  client: pg.PoolClient,
  settings: Settings,
  now: Date,
  progress: (done: number, total: number) => void,
): Promise<SeedOutcome> {
  const run = await client.query<{ id: string }>(
    `insert into seed_run (seed, members, days, ends_on, truth, created_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [settings.seed, settings.members, settings.days, settings.endsOn, JSON.stringify(settings.truth), now],
  )
  const runId = run.rows[0]!.id
  await client.query(
    `select event_log_month(month::date)
       from generate_series(date_trunc('month', $1::date), $2::date, interval '1 month') as month`,
    [dateOf(midnight(settings.endsOn) - settings.days * dayMs), settings.endsOn],
  )
  const firstId = await reserveIds(client, settings.members)
  const world = openWorld(settings)
  const tally = { events: 0, orders: 0, revenue: 0 }
  const people: string[] = []
  const regulars: string[] = []

  function* eventText(): Generator<Buffer> {
    let text = ''
    for (let index = 0; index < settings.members; index++) {
      const person = personOf(world, index)
      const memberId = String(firstId + BigInt(index))
      const hand = handOf(person, memberId, runId)
      let last = person.joinedAt
      for (const happening of happeningsOf(world, person)) {
        text += logLine(happening, hand)
        tally.events++
        last = Math.max(last, happening.at)
        if (happening.name !== 'order.paid') continue
        tally.orders++
        tally.revenue += happening.value ?? 0
      }
      people.push(memberLine(person, memberId, tokenOf(settings, runId, person), last, runId))
      if (person.regular) regulars.push(memberId)
      if (text.length > 262_144) {
        yield Buffer.from(text)
        text = ''
        progress(index + 1, settings.members)
      }
    }
    yield Buffer.from(text)
  }
  await pipeline(
    Readable.from(eventText()),
    client.query(copyFrom(`copy event_log (${logColumns}) from stdin`)),
  )
  await pipeline(Readable.from(people), client.query(copyFrom(`copy member (${memberColumns}) from stdin`)))
  await tagRegulars(client, regulars, now)
  await fillFields(client, runId, now)
  const outcome = { members: settings.members, ...tally }
  await client.query('update seed_run set outcome = $2, loaded_at = $3 where id = $1', [
    runId,
    JSON.stringify(outcome),
    now,
  ])
  progress(settings.members, settings.members)
  return { runId, ...outcome, fresh: true }
}

/** Takes a run of member ids. The lock keeps others from taking numbers in between; sign-ups wait until the load ends. */
async function reserveIds(client: pg.PoolClient, count: number): Promise<bigint> {
  await client.query('lock table member in share row exclusive mode')
  const { rows } = await client.query<{ last: string }>(
    `select setval(pg_get_serial_sequence('member', 'id'), nextval(pg_get_serial_sequence('member', 'id')) + $1 - 1) as last`,
    [count],
  )
  return BigInt(rows[0]!.last) - BigInt(count) + 1n
}

const tokenOf = (settings: Settings, runId: string, person: Person) =>
  createHash('sha256').update(`${settings.seed}:${runId}:${person.index}`).digest('base64url').slice(0, 16)

/** The one thing about simulated people that an operator would have noted by hand. */
async function tagRegulars(client: pg.PoolClient, ids: readonly string[], now: Date): Promise<void> {
  await client.query(
    `insert into tag (name, created_at) values ('周三杯测', $1) on conflict (name) do nothing`,
    [now],
  )
  await client.query(
    `insert into member_tag (member_id, tag_id, added_at, added_by, source)
     select member_id, tag.id, $2, 'system:seed', 'operator' from unnest($1::bigint[]) as member_id, tag where tag.name = '周三杯测'`,
    [ids, now],
  )
}
