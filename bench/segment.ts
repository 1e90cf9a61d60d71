/**
 * Conditions over all members against the query that somebody would write by hand for the same answer, in the same
 * warehouse through the same door: a million members with profiles, 100 million events (`BENCH_EVENTS`). Then the
 * same with browsers that turned out to be members', which the query by hand knows nothing of.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import type { Clock } from '#modules/audience/conditions/clock.ts'
import type { Condition } from '#modules/audience/conditions/condition.ts'
import { placed } from '#modules/audience/conditions/resolve.ts'
import { ask, bitmapOf } from '#modules/audience/conditions/set/ask.ts'
import { compile } from '#modules/audience/conditions/set/compile.ts'
import { type Benchmark, compare, type Line } from './bench.ts'
import { events, fill, members, to } from './rollups.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const clock: Clock = { now: new Date(`${to}T12:00:00Z`), zone: 'Asia/Shanghai', today: to }
const section = { zh: '资料', en: 'Profile' }
const fields = new Map(
  (['city', 'channel', 'tags', 'score', 'joined_at'] as const).map((key) => [
    `member.${key}`,
    {
      key: `member.${key}`,
      label: key,
      section,
      type: (
        { city: 'choice', channel: 'choice', tags: 'choices', score: 'number', joined_at: 'date' } as const
      )[key],
    },
  ]),
)

/** Profiles as the copies have them, with some fields that nobody asks about. */
const fillMembers = `
  INSERT INTO member SELECT number + 1 AS id, true,
    map('member.city', [['上海','杭州','北京','广州'][number % 4 + 1]], 'member.channel', [concat('channel ', toString(number % 7))],
        'member.tags', arrayMap(n -> concat('tag ', toString((number + n) % 30)), range(number % 5)), 'own.job', ['barista'], 'own.note', ['-']),
    map('member.score', number % 100, 'member.joined_at', toUnixTimestamp64Milli(now64(3)) - (number % 400) * 86400000, 'rfm.r', number % 5),
    1 FROM numbers({members:UInt64})`

const last = (days: number) => ({ last: { amount: days, unit: 'days' as const } })

const often: Condition = {
  kind: 'event',
  event: 'post.read',
  window: last(30),
  measure: { of: 'count', op: 'gte', value: 3 },
}
const spent: Condition = {
  kind: 'event',
  event: 'comment.written',
  where: [{ property: 'path', test: { op: 'contains', value: '/posts/9' } }],
  window: last(90),
  measure: { of: 'days', op: 'gte', value: 2 },
}
const seldom: Condition = {
  kind: 'all',
  of: [
    { kind: 'event', event: 'page.viewed', window: last(30), measure: { of: 'count', op: 'gte', value: 8 } },
    {
      kind: 'any',
      of: [
        {
          kind: 'event',
          event: 'comment.written',
          window: last(14),
          measure: { of: 'count', op: 'eq', value: 0 },
        },
        { kind: 'event', event: 'order.placed', measure: { of: 'daysSince', op: 'gte', value: 14 } },
      ],
    },
    { kind: 'field', field: 'member.city', test: { op: 'isOneOf', value: ['上海', '杭州'] } },
    { kind: 'not', of: { kind: 'field', field: 'member.tags', test: { op: 'hasAnyOf', value: ['tag 3'] } } },
  ],
}
const path: Condition = {
  kind: 'sequence',
  steps: [{ event: 'post.read' }, { event: 'order.placed' }],
  within: { amount: 3, unit: 'days' },
  window: last(30),
}

const people = `person AND member_id != 0`
const sinceDay = (days: number) => `day > toDate('${to}') - ${days} AND day <= toDate('${to}')`

/** What an analyst would write: members, not whoever has left, for whom it holds. */
const byHand = {
  often: `SELECT count() AS n FROM member FINAL WHERE present AND id IN (SELECT member_id FROM event
    WHERE name = 'post.read' AND ${people} AND ${sinceDay(30)} GROUP BY member_id HAVING count() >= 3)`,
  spent: `SELECT count() AS n FROM member FINAL WHERE present AND id IN (SELECT member_id FROM event
    WHERE name = 'comment.written' AND ${people} AND ${sinceDay(90)} AND position(JSONExtractString(props, 'path'), '/posts/9') > 0
    GROUP BY member_id HAVING uniqExact(day) >= 2)`,
  seldom: `SELECT count() AS n FROM member FINAL
    WHERE present AND id IN (SELECT member_id FROM event WHERE name = 'page.viewed' AND ${people} AND ${sinceDay(30)} GROUP BY member_id HAVING count() >= 8)
      AND (id NOT IN (SELECT member_id FROM event WHERE name = 'comment.written' AND ${people} AND ${sinceDay(14)})
        OR id IN (SELECT member_id FROM event WHERE name = 'order.placed' AND ${people} GROUP BY member_id HAVING max(day) <= toDate('${to}') - 14))
      AND texts['member.city'][1] IN ('上海', '杭州') AND NOT has(texts['member.tags'], 'tag 3')`,
  path: `SELECT count() AS n FROM member FINAL WHERE present AND id IN (SELECT member_id FROM (SELECT member_id,
      windowFunnel(259200)(toDateTime(occurred_at), name = 'post.read', name = 'order.placed') AS steps FROM event
    WHERE name IN ('post.read', 'order.placed') AND ${people} AND ${sinceDay(30)} GROUP BY member_id HAVING steps = 2))`,
}

const patience = { maxSeconds: 300 }

async function count(client: WarehouseClient, who: Condition): Promise<number> {
  const root = placed({ version: 1, who }, { segments: new Map(), fields })
  const statement = compile({ root, clock })
  const { n } = await ask<{ n: string }>(client, statement, `bitmapCardinality(${bitmapOf(statement)}) AS n`)
  return Number(n)
}

/** Twenty segments that differ, as an hourly computation meets them. */
const twenty: Condition[] = Array.from({ length: 20 }, (_, at): Condition => {
  const event = ['post.read', 'comment.written', 'order.placed', 'post.liked'][at % 4]!
  const behaviour: Condition = {
    kind: 'event',
    event,
    window: last(7 + at),
    measure: { of: 'count', op: 'gte', value: 1 + (at % 5) },
  }
  return at % 2
    ? behaviour
    : {
        kind: 'all',
        of: [behaviour, { kind: 'field', field: 'member.score', test: { op: 'gte', value: at * 3 } }],
      }
})

/** All of them in one statement: what asks about the same event shares its scan. */
async function countTogether(client: WarehouseClient): Promise<number[]> {
  const root = placed({ version: 1, who: { kind: 'any', of: twenty } }, { segments: new Map(), fields })
  const statement = compile({ root, clock })
  const sizes = twenty.map((_, at) => `bitmapCardinality(${bitmapOf(statement, `who.of.${at}`)})`)
  const { counts } = await ask<{ counts: string[] }>(client, statement, `[${sizes.join(', ')}] AS counts`)
  return counts.map(Number)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function addBrowsers(client: WarehouseClient): Promise<void> {
  const browsers = Math.ceil(members / 20)
  await client.command(
    `INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, anonymous_id, props)
     SELECT 10000000000 + number, at, at, 'visitor.identified', 'fact', 'account:1', 1 + number * 7 % {members:UInt64},
            concat('browser-', toString(number)), concat('{"anonymousId":"browser-', toString(number), '"}')
       FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') AS at FROM numbers({browsers:UInt64}))`,
    { members, browsers, day: to },
  )
  await client.command(
    `INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, anonymous_id, group_id)
     SELECT 20000000000 + number, at, at, ['page.viewed', 'post.read'][number % 2 + 1], 'track', 'anonymous',
            concat('browser-', toString(number % ({browsers:UInt64} * 2))), number % 20
       FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') - number % 2592000 AS at FROM numbers({strays:UInt64}))`,
    { browsers, strays: Math.ceil(events / 100), day: to },
  )
}

const peakMiB = (pid: number) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

export const segment: Benchmark = {
  name: 'segment',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-segment-'))
    const engine = await startEmbeddedWarehouse({
      dir: join(home, 'clickhouse'),
      logFile: join(home, 'log'),
      password: 'bench',
      memoryMiB: 4096,
    })
    const client = openClient(engine.url)
    try {
      const seconds = (await timed(() => fill(client))) / 1000
      await client.command(fillMembers, { members })
      console.log(
        `${events.toLocaleString('en')} events of ${members.toLocaleString('en')} members made in ${seconds.toFixed(0)} s`,
      )
      const lines: Line[] = []
      const wholeSeconds = { unit: 'ms', better: 'less' as const }
      for (const [name, who, sql] of [
        ['did it at least three times in 30 days', often, byHand.often],
        ['with a property, on two days of 90', spent, byHand.spent],
        ['profile and behaviour, and, or, not', seldom, byHand.seldom],
        ['one after the other within three days', path, byHand.path],
      ] as const) {
        const hand = async () => Number((await client.query<{ n: string }>(sql, {}, patience))[0]!.n)
        const [ours, theirs] = [await count(client, who), await hand()]
        if (ours === 0 || Math.abs(ours - theirs) > (who === path ? members / 1_000 : 0))
          throw new Error(`${name}: ${ours} members instead of ${theirs}`)
        const line = await compare(
          { name: `Segment: ${name}, ${ours.toLocaleString('en')} members`, ...wholeSeconds, bar: 1 / 1.5 },
          { ours: () => timed(() => count(client, who)), limit: () => timed(hand) },
          rounds,
        )
        const { spread: _, ...whole } = line
        lines.push(line, { ...whole, name: `${line.name}: at most 2 s`, limit: 2_000, bar: 1 })
      }
      const apart: number[] = []
      for (const who of twenty) apart.push(await count(client, who))
      if (JSON.stringify(apart) !== JSON.stringify(await countTogether(client)))
        throw new Error('Twenty segments together are not the twenty')
      lines.push(
        await compare(
          { name: 'Twenty segments in one statement against six times one', ...wholeSeconds, bar: 1 },
          {
            ours: () => timed(() => countTogether(client)),
            limit: async () => 6 * (await timed(() => count(client, often))),
          },
          rounds,
        ),
      )
      await addBrowsers(client)
      const stitched = await timed(() => count(client, often))
      lines.push({
        name: `Segment with browsers of members, ${(await count(client, often)).toLocaleString('en')} members: at most 2 s`,
        ...wholeSeconds,
        ours: Math.min(stitched, await timed(() => count(client, often))),
        limit: 2_000,
        bar: 1,
      })
      lines.push({
        name: 'Peak memory of the warehouse while at it',
        unit: 'MiB',
        better: 'less',
        ours: peakMiB(engine.pid),
        limit: 4_096,
        bar: 1,
      })
      return lines
    } finally {
      await client.close()
      await engine.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}
