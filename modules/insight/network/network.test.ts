import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { concentrationAnalysis, networkAnalysis } from './network.analysis.ts'
import { aloneSql, answersSql, busiestSql, networkMembersSql, talliesSql, writersSql } from './network.sql.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-19T01:41:58.123Z')
const question = { range: { from: '2026-11-01', to: '2026-11-19' } }

/** Two circles of five, a bridge between them, somebody nobody answers, and a double of one of them. */
const ids = Array.from({ length: 14 }, (_, at) => String(at + 1))
const bridge = '11'
const loner = '12'
const double = '14'

describe('who answers whom', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const { pool } = world.database
    await pool.query(`insert into community (name, time_zone, founded_at) values ('山丘咖啡', $1, $2)`, [
      zone,
      now,
    ])
    await pool.query(
      `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, $1 from generate_series(1, 14) as n`,
      [now],
    )
    await pool.query('update member set merged_into = 1 where id = $1', [double])
    const said: [by: string, post: string, parent: string | null, at: string][] = []
    const circle = (members: readonly string[]) => {
      for (const [n, by] of members.entries())
        for (const [other, to] of members.entries())
          if (n !== other)
            said.push([by, to, (n + other) % 2 ? to : null, `2026-11-${10 + ((n * 3 + other) % 8)} 10:00+08`])
    }
    circle(ids.slice(0, 5))
    circle(ids.slice(5, 10))
    // The bridge wrote last long ago; what the double wrote and was answered is the survivor's.
    for (const to of ['2', '7', '8']) said.push([bridge, to, null, '2026-11-02 09:00+08'])
    said.push([double, '2', null, '2026-11-12 09:00+08'], ['3', double, null, '2026-11-12 09:00+08'])
    said.push(['4', '9', '4', '2026-11-12 09:00+08'], ['5', '6', null, '2026-10-31 23:59+08'])
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, props)
       select 'comment.posted', 'track', 'account:1', at, by, 1, jsonb_build_object('authorId', post, 'parentAuthorId', parent)
         from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) as given (by, post, parent, at)`,
      [
        said.map((each) => each[0]),
        said.map((each) => each[1]),
        said.map((each) => each[2]),
        said.map((each) => each[3]),
      ],
    )
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, props)
       values ('post.published', 'track', 'account:1', '2026-11-11 10:00+08', $1, '{}')`,
      [loner],
    )
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(pool, zone)
    // Names and faces are asked for at the end.
    Object.assign(insight.parts, { files: { url: async () => undefined } })
  })
  afterAll(() => world?.end())

  test('T42 bridges, circles and those who are alone are found', async () => {
    const answer = await insight.answer(networkAnalysis, question)
    expect(answer).toMatchObject({ members: 11, bridges: 2, alone: 1, largest: 11 })
    expect(answer.communities.map(({ members }) => members).sort()).toEqual([5, 6])
    const found = answer.people.find(({ person }) => person.id === bridge)!
    expect(found).toMatchObject({
      bridge: true,
      atRisk: true,
      gave: 3,
      got: 0,
      core: false,
      lastDay: '2026-11-02',
    })
    expect(answer.people.every(({ between }) => between <= found.between)).toBe(true)
    expect(answer.core).toEqual({ k: 4, members: 10 })
    expect(answer.atRisk).toBe(1)
  })

  test('who may not look at people has the figures, and no names', async () => {
    const asking = await insight.asking()
    const scopes = new Set(['insight.read'])
    const ctx = { ...asking.ctx, actor: { kind: 'apiKey', keyId: '1', name: '报表', scopes } as const }
    const asked = networkAnalysis.question.parse(question)
    const answer = await networkAnalysis.answerOf({ ...asking, ctx }, asked)
    expect(answer).toMatchObject({ members: 11, bridges: 2, people: [], links: [] })
    expect(answer.communities.flatMap(({ lead }) => lead)).toEqual([])
    scopes.add('audience.read')
    expect((await networkAnalysis.answerOf({ ...asking, ctx }, asked)).people).toHaveLength(11)
  })

  test('answers are what a naive reading of the log finds, those of a double with them', async () => {
    const answer = await insight.answer(networkAnalysis, question)
    const expected = new Map<string, number>()
    for (const { name, day, member, props } of rows) {
      if (name !== 'comment.posted' || day < '2026-11-01' || day > '2026-11-19') continue
      const told = String(props.parentAuthorId ?? props.authorId)
      const to = told === double ? '1' : told
      if (to === member) continue
      const key = [member, to].sort((one, other) => Number(one) - Number(other)).join(' ')
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
    expect(Object.fromEntries(answer.links.map(({ a, b, answers }) => [`${a} ${b}`, answers]))).toEqual(
      Object.fromEntries(expected),
    )
    expect(answer.answers).toBe([...expected.values()].reduce((sum, each) => sum + each, 0))
    expect(answer.pairs).toBe(expected.size)
  })

  test('as many people stand behind each figure as it says', async () => {
    const answer = await insight.answer(networkAnalysis, question)
    const behind = async (of: 'members' | 'core' | 'bridges' | 'atRisk' | 'alone') =>
      (await insight.people(networkAnalysis, question, { of })).length
    expect(await behind('members')).toBe(answer.members)
    expect(await behind('core')).toBe(answer.core.members)
    expect(await behind('bridges')).toBe(answer.bridges)
    expect(await behind('atRisk')).toBe(answer.atRisk)
    expect(await insight.people(networkAnalysis, question, { of: 'alone' })).toEqual([loner])
    for (const { community, members } of answer.communities)
      expect((await insight.people(networkAnalysis, question, { of: 'community', community })).length).toBe(
        members,
      )
    expect(await insight.people(networkAnalysis, question, { of: 'neighbours', member: bridge })).toEqual([
      '2',
      '7',
      '8',
    ])
  })

  test('T42 how few people make how much, with those people', async () => {
    const { top, half, members, contributions } = await insight.answer(concentrationAnalysis, question)
    const times = new Map<string, number>()
    for (const { name, day, member } of rows)
      if (['post.published', 'comment.posted'].includes(name) && day >= '2026-11-01')
        times.set(member, (times.get(member) ?? 0) + 1)
    const busy = [...times].sort(([one, many], [other, more]) => more - many || Number(one) - Number(other))
    expect({ members, contributions }).toEqual({
      members: busy.length,
      contributions: busy.reduce((sum, [, many]) => sum + many, 0),
    })
    for (const { percent, members: count, share } of top) {
      expect(count).toBe(Math.ceil((busy.length * percent) / 100))
      expect(share).toBeCloseTo(
        busy.slice(0, count).reduce((sum, [, many]) => sum + many, 0) / contributions,
        9,
      )
      const people = await insight.people(concentrationAnalysis, question, { of: 'top', percent })
      expect(people).toEqual(
        busy
          .slice(0, count)
          .map(([id]) => id)
          .sort((one, other) => Number(one) - Number(other)),
      )
    }
    expect((await insight.people(concentrationAnalysis, question, { of: 'half' })).length).toBe(half)
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const { clock } = await insight.asking()
    const written = {
      days: question.range,
      scoped: { rows: ['group_id = {g:UInt64}'], people: ['m > 0'], params: { g: '1' } },
    }
    const asked = {
      ...question,
      scope: {},
      events: [{ event: '*' }, { event: 'post.published', group: '1' }],
    }
    for (const { sql, params } of [
      answersSql(written),
      writersSql(written),
      aloneSql(written),
      networkMembersSql(written),
      talliesSql(asked, written, clock),
      busiestSql(asked, written, clock, 3),
    ]) {
      expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
      await expect(
        world.warehouse.query(`EXPLAIN ${sql.replaceAll('FROM event', 'FROM nobody')}`, params),
      ).rejects.toThrow()
    }
  })
})
