import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import type { pathsQuestion, Step } from './path.ts'
import { pathsAnalysis } from './paths.analysis.ts'

interface Case {
  readonly name: string
  readonly kind: string
  readonly events: readonly {
    readonly member: string
    readonly event: string
    readonly ts: string
    readonly props: Readonly<Record<string, unknown>>
  }[]
  readonly query: {
    readonly session_gap_minutes: number
    readonly step_limit: number
    readonly include?: readonly string[]
    readonly exclude?: readonly string[]
    readonly groupings?: readonly string[]
    readonly start?: string
    readonly end?: string
  }
  readonly expected: {
    readonly links?: readonly {
      readonly source: string
      readonly target: string
      readonly value: number
      readonly avg_ms?: number
    }[]
    readonly link_count?: number
  }
}

/** What the source calls a page, a screen and an event of one's own, as steps. */
const kinds: Readonly<Record<string, (events: readonly string[]) => Step[]>> = {
  $pageview: () => [{ event: '$pageview', by: '$current_url' }],
  $screen: () => [{ event: '$screen', by: '$screen_name' }],
  custom_event: (events) => events.filter((name) => !name.startsWith('$')).map((event) => ({ event })),
}

/**
 * The source's question in our words. Two differences are meant: its patterns fit anywhere in a path, ours from the
 * beginning to the end, so a star goes in front; and its nodes do not say whether they are a page or an event.
 */
function questionOf({ events, query }: Case): z.input<typeof pathsQuestion> {
  const names = [...new Set(events.map(({ event }) => event))]
  const node = (name: string) => (names.includes(name) ? `e:${name}` : `v:${name}`)
  return {
    range: { from: '2010-01-01', to: '2012-12-31' },
    steps: (query.include ?? Object.keys(kinds)).flatMap((kind) => kinds[kind]!(names)).slice(0, 20),
    visit: { by: 'pause', minutes: query.session_gap_minutes },
    most: query.step_limit,
    mostNodes: 20,
    groupings: (query.groupings ?? []).map((pattern) => ({ pattern: `*${pattern}` })),
    exclude: (query.exclude ?? []).map(node),
    ...(query.start === undefined ? {} : { start: node(query.start) }),
    ...(query.end === undefined ? {} : { end: node(query.end) }),
  }
}

const plain = (column: number, node: string) => `${column}_${node.replace(/^[ev]:\*?/, '')}`

describe.runIf(hasSharedData('analytics/posthog_cases.json'))('published paths', () => {
  const cases = hasSharedData('analytics/posthog_cases.json')
    ? sharedJson<readonly Case[]>('analytics/posthog_cases.json').filter(({ kind }) => kind === 'paths')
    : []
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const { pool } = world.database
    await pool.query(`insert into community (name, time_zone, founded_at) values ('向量', 'UTC', now())`)
    // Every case has a group of its own, by its number.
    const rows = cases.flatMap(({ events }, at) =>
      events.map(
        ({ member, event, ts, props }) =>
          [`${at} ${member}`, at + 1, event, ts, JSON.stringify(props)] as const,
      ),
    )
    const members = new Map(
      [...new Set(rows.map(([member]) => member))].map((member, at) => [member, at + 1]),
    )
    await pool.query(
      `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, $1) as n`,
      [members.size],
    )
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, props)
       select name, 'track', 'anonymous', at, member, "group", props
         from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::jsonb[]) as given (name, at, member, "group", props)`,
      [
        rows.map(([, , name]) => name),
        rows.map(([, , , ts]) => ts),
        rows.map(([member]) => members.get(member)),
        rows.map(([, group]) => group),
        rows.map(([, , , , props]) => props),
      ],
    )
    world.startSink({ timeZone: async () => 'UTC' })
    await world.settled()
    insight = await openInsightWorld(world, { now: new Date('2022-01-01T00:00:00Z') })
  })
  afterAll(() => world?.end())

  test('there are cases', () => expect(cases.length).toBeGreaterThan(10))

  test.each(cases.map((each, at) => [each.name, each, at] as const))('S2-36 %s', async (_, each, at) => {
    const question = questionOf(each)
    const years = each.events.map(({ ts }) => ts.slice(0, 4)).sort()
    const { links } = await insight.answer(pathsAnalysis, {
      ...question,
      range: { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` },
      scope: { group: String(at + 1) },
    })
    if (each.expected.link_count !== undefined) expect(links).toHaveLength(each.expected.link_count)
    if (!each.expected.links) return
    const found = links.map(({ column, from, to, visits, seconds }) => ({
      source: plain(column, from),
      target: plain(column + 1, to),
      value: visits,
      seconds,
    }))
    const key = ({ source, target, value }: { source: string; target: string; value: number }) =>
      `${source} ${target} ${value}`
    expect(found.map(key).sort()).toEqual(each.expected.links.map(key).sort())
    for (const { source, target, avg_ms } of each.expected.links)
      if (avg_ms !== undefined)
        expect(found.find((link) => link.source === source && link.target === target)!.seconds).toBeCloseTo(
          avg_ms / 1_000,
          3,
        )
  })
})
