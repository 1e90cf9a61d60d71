import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { type PathsQuestion, pathsQuestion } from './path.ts'
import { pathsAnalysis } from './paths.analysis.ts'
import { pathsPeopleSql, pathsSql } from './paths.sql.ts'

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 11 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 12 },
]
const names = ['post.read', 'order.paid', 'check_in', 'comment.posted']

const questions: fc.Arbitrary<PathsQuestion> = fc
  .record({
    steps: fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(...names).map((event) => ({ event })),
        fc.constantFrom(...names).map((event) => ({ event, by: 'path' })),
        fc
          .constantFrom(...names)
          .map((event) => ({ event, where: [{ property: 'path', test: { op: 'isKnown' as const } }] })),
        fc.constant({ event: '*' }),
      ),
      { minLength: 1, maxLength: 4, selector: (step) => JSON.stringify(step) },
    ),
    visit: fc.oneof(
      fc.record({ by: fc.constant('pause' as const), minutes: fc.constantFrom(1, 30, 600, 1_440) }),
      fc.constant({ by: 'given' as const }),
    ),
    start: fc.option(fc.constantFrom('e:post.read', 'v:/1', 'e:check_in', 'v:grouped*'), {
      nil: undefined,
      freq: 1,
    }),
    end: fc.option(fc.constantFrom('e:post.read', 'v:/2', 'e:comment.posted'), { nil: undefined, freq: 1 }),
    most: fc.integer({ min: 2, max: 6 }),
    mostNodes: fc.integer({ min: 2, max: 4 }),
    loops: fc.constantFrom('runs' as const, 'once' as const),
    groupings: fc.subarray([{ pattern: '/*' }, { pattern: 't*e' }, { pattern: '3' }]),
    exclude: fc.subarray(['e:check_in', 'v:/2', 'v:true']),
    range: fc.constantFrom(
      { last: 40, unit: 'day' as const },
      { from: '2026-10-30', to: '2026-11-02' },
      { from: '2026-09-01', to: '2026-12-30' },
    ),
    group: fc.option(fc.constantFrom('1', '2'), { nil: undefined, freq: 1 }),
  })
  .map(({ start, end, group, ...rest }) =>
    pathsQuestion.parse({
      ...rest,
      scope: group ? { group } : {},
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
    }),
  )

/** The same as the question says, one row after another. */
function naive(
  rows: readonly BehaviourRow[],
  question: PathsQuestion,
  days: { from: string; to: string },
  members: number,
) {
  /** What is written like a number counts when it is a whole one, what is written like a list or an object does not. */
  const textOf = (value: unknown) => {
    if (value === null || value === undefined || typeof value === 'object') return ''
    const text = String(value)
    return /^[-\d[{]/.test(text) && !(/^-?\d+$/.test(text) && Math.abs(Number(text)) <= 2 ** 53) ? '' : text
  }
  const nodeOf = (row: BehaviourRow): string => {
    for (const step of question.steps) {
      if (step.event !== '*' && step.event !== row.name) continue
      if (step.where && (row.props.path === undefined || row.props.path === null)) continue
      if (step.by === undefined) return `e:${row.name}`
      const value = textOf(row.props[step.by])
        .replace(/[?#].*$/s, '')
        .replace(/(.)\/$/s, '$1')
      if (value === '') return ''
      const group = question.groupings.find(({ pattern }) =>
        new RegExp(
          `^${pattern
            .split('*')
            .map((part) => part.replace(/\W/g, '\\$&'))
            .join('[^]*')}$`,
        ).test(value),
      )
      return `v:${group?.pattern ?? value}`
    }
    return ''
  }
  const visits = new Map<string, { node: string; at: bigint }[][]>()
  const byMember = new Map<string, (BehaviourRow & { node: string })[]>()
  for (const row of rows) {
    if (row.day < days.from || row.day > days.to) continue
    if (question.scope.group && row.group !== question.scope.group) continue
    const node = nodeOf(row)
    if (node === '' || question.exclude.includes(node)) continue
    byMember.set(row.member, [...(byMember.get(row.member) ?? []), { ...row, node }])
  }
  for (const [member, did] of byMember) {
    const cut: (typeof did)[] = []
    if (question.visit.by === 'given') {
      const given = new Map<string, typeof did>()
      for (const row of did) if (row.session) given.set(row.session, [...(given.get(row.session) ?? []), row])
      cut.push(...given.values())
    } else {
      const pause = BigInt(question.visit.minutes) * 60_000_000n
      for (const row of did) {
        const last = cut.at(-1)?.at(-1)
        if (last && row.at - last.at <= pause) cut.at(-1)!.push(row)
        else cut.push([row])
      }
    }
    visits.set(member, cut)
  }
  const found = new Map<string, { visits: number; who: Set<string>; micros: bigint }>()
  const count = (key: readonly unknown[], member: string, micros = 0n) => {
    const text = JSON.stringify(key)
    const entry = found.get(text) ?? { visits: 0, who: new Set(), micros: 0n }
    entry.visits++
    entry.who.add(member)
    entry.micros += micros
    found.set(text, entry)
  }
  interface Path {
    member: string
    first: number
    nodes: { node: string; at: bigint }[]
    ends: boolean
  }
  const paths: Path[] = []
  for (const [member, cut] of visits)
    for (const visit of cut) {
      let path = visit
        .filter((row, at) => visit[at + 1]?.node !== row.node)
        .map(({ node, at }) => ({ node, at }))
      if (question.start !== undefined) {
        const at = path.findIndex(({ node }) => node === question.start)
        if (at < 0) continue
        path = path.slice(at)
      }
      if (question.end !== undefined) {
        const at = path.findIndex(
          ({ node }, place) => node === question.end && (question.start === undefined || place > 0),
        )
        if (at < 0) continue
        path = path.slice(0, at + 1)
      }
      if (question.loops === 'once')
        path = path.filter(({ node }, at) => path.findIndex((each) => each.node === node) === at)
      const { most, start, end } = question
      const ends = end === undefined && path.length <= most
      if (end === undefined) paths.push({ member, first: 1, nodes: path.slice(0, most), ends })
      else if (start === undefined) {
        const nodes = path.slice(-most)
        paths.push({ member, first: most + 1 - nodes.length, nodes, ends })
      } else {
        const room = Math.max(most, 3)
        const before = Math.ceil((room - 1) / 2)
        const behind = room - 1 - before
        const nodes =
          path.length > room
            ? [
                ...path.slice(0, before),
                { node: 'more', at: path.at(-behind - 1)!.at },
                ...path.slice(-behind),
              ]
            : path
        paths.push({ member, first: 1, nodes, ends })
      }
    }
  // The largest of each column stand by themselves.
  const sizes = new Map<number, Map<string, number>>()
  for (const { first, nodes } of paths)
    for (const [at, { node }] of nodes.entries()) {
      const column = sizes.get(first + at) ?? new Map<string, number>()
      column.set(node, (column.get(node) ?? 0) + 1)
      sizes.set(first + at, column)
    }
  const bytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))
  const shownOf = (column: number, node: string) => {
    if (node === 'more') return node
    const ranked = [...sizes.get(column)!]
      .filter(([each]) => each !== 'more')
      .sort(([one, many], [other, more]) => more - many || bytes(one, other))
    return ranked.findIndex(([each]) => each === node) < question.mostNodes ? node : 'other'
  }
  for (const { member, first, nodes, ends } of paths) {
    count(['all'], member)
    for (const [at, { node, at: moment }] of nodes.entries()) {
      const column = first + at
      const here = shownOf(column, node)
      count(['node', column, here], member)
      const next = nodes[at + 1]
      if (next) count(['link', column, here, shownOf(column + 1, next.node)], member, next.at - moment)
      else if (ends) count(['left', column, here], member)
    }
  }
  const present = (who: Iterable<string>) => [...who].filter((id) => Number(id) <= members)
  return new Map(
    [...found].map(([key, { visits: many, who, micros }]) => [
      key,
      { visits: many, who: present(who), micros },
    ]),
  )
}

describe.each(worlds)('days of $zone', ({ zone, now, seed }) => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]
  const members = 40

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed, now, zone, members })
    // The same again, close together, by a sender that says what a visit is.
    await world.database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, anonymous_id, value, props, session_id)
       select name, source, actor, date_trunc('week', occurred_at) + seq % 2 * interval '1 day' + seq % 90 * interval '1 minute', member_id, group_id, anonymous_id, value, props, 'v' || (seq % 3)
         from event_log where seq % 4 > 0 and name <> 'visitor.identified' and not (bot or staff or test)`,
    )
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(world.database.pool, zone)
  })
  afterAll(() => world?.end())

  test('S2-36 paths are what a naive reading of the log finds, and the people behind each figure are as many', async () => {
    let links = 0
    await fc.assert(
      fc.asyncProperty(questions, fc.nat(), async (question, pick) => {
        const answer = await insight.answer(pathsAnalysis, question)
        const expected = naive(rows, question, answer.days, members)
        const said = new Map<string, [number, number]>([
          ['["all"]', [answer.visits, answer.members]],
          ...answer.nodes.map(
            ({ column, node, visits, members: who }) =>
              [JSON.stringify(['node', column, node]), [visits, who]] as [string, [number, number]],
          ),
          ...answer.nodes
            .filter(({ left }) => left.visits > 0)
            .map(
              ({ column, node, left }) =>
                [JSON.stringify(['left', column, node]), [left.visits, left.members]] as [
                  string,
                  [number, number],
                ],
            ),
          ...answer.links.map(
            ({ column, from, to, visits, members: who }) =>
              [JSON.stringify(['link', column, from, to]), [visits, who]] as [string, [number, number]],
          ),
        ])
        if (!expected.has('["all"]')) said.delete('["all"]')
        expect(Object.fromEntries([...said].sort())).toEqual(
          Object.fromEntries(
            [...expected].map(([key, { visits, who }]) => [key, [visits, who.length]]).sort(),
          ),
        )
        for (const { column, from, to, seconds, visits } of answer.links)
          expect(seconds).toBeCloseTo(
            Number(expected.get(JSON.stringify(['link', column, from, to]))!.micros) / visits / 1e6,
            5,
          )
        links += answer.links.length
        // One figure of each answer is asked for its people.
        const [key, figures] = [...expected][pick % Math.max(expected.size, 1)] ?? []
        if (key && figures) {
          const [of, column, one, other] = JSON.parse(key)
          const cell = { of, column, ...(of === 'link' ? { from: one, to: other } : { node: one }) }
          expect(await insight.people(pathsAnalysis, question, cell)).toEqual(
            [...figures.who].sort((a, b) => Number(a) - Number(b)),
          )
        }
      }),
      { numRuns: 16, seed, endOnFailure: true },
    )
    expect(links).toBeGreaterThan(40)
  })

  test('T41 what reaches a column went on from the one before, and nothing is lost', async () => {
    const question: z.input<typeof pathsQuestion> = {
      range: { last: 60, unit: 'day' },
      steps: [{ event: '*' }],
      most: 6,
      mostNodes: 2,
    }
    const { nodes, links, visits } = await insight.answer(pathsAnalysis, question)
    const sum = (list: readonly { visits: number }[]) => list.reduce((total, each) => total + each.visits, 0)
    expect(sum(nodes.filter(({ column }) => column === 1))).toBe(visits)
    for (const { column, node, visits: here, left } of nodes.filter((each) => each.column < 6))
      expect(here - left.visits).toBe(
        sum(links.filter((link) => link.column === column && link.from === node)),
      )
    for (const { column, node, visits: here } of nodes.filter((each) => each.column > 1))
      expect(here).toBe(sum(links.filter((link) => link.column === column - 1 && link.to === node)))
    expect(nodes.some(({ node }) => node === 'other')).toBe(true)
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const { clock } = await insight.asking()
    for (const question of fc.sample(questions, { numRuns: 2, seed })) {
      const writing = {
        question,
        clock,
        days: { from: '2026-11-01', to: '2026-11-19' },
        scoped: { rows: [], people: [], params: {} },
      }
      const statements = [
        pathsSql(writing),
        ...(
          [
            { of: 'all' },
            { of: 'node', column: 1, node: 'e:x' },
            { of: 'left', column: 1, node: 'e:x' },
            { of: 'link', column: 1, from: 'a', to: 'b' },
          ] as const
        ).map((cell) => pathsPeopleSql(writing, cell)),
      ]
      for (const { sql, params } of statements) {
        expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
        await expect(
          world.warehouse.query(`EXPLAIN ${sql.replaceAll('occurred_at', 'nobody')}`, params),
        ).rejects.toThrow()
      }
    }
  })
})
