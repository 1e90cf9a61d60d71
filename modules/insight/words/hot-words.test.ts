import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'
import { meaningfulWords } from '#base/search/keywords.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { postRows } from '#test/post-rows.ts'
import { makeTestWarehouse, until } from '#test/warehouse.ts'
import { burstOf } from './burst.ts'
import { followTalk } from './follow-talk.ts'
import { moodOf } from './mood.ts'
import { openTalkCopies, type TalkCopies } from './talk-copies.ts'
import { findConcentrations, wordsAnalysis } from './words.analysis.ts'
import {
  sayingSql,
  textsSql,
  wordCountsSql,
  wordDaysSql,
  wordsPeopleSql,
  wordTotalsSql,
} from './words.sql.ts'
import { wordsQuestion } from './words.ts'

const now = new Date('2026-11-19T04:00:00Z')
const question = { range: { from: '2026-11-13', to: '2026-11-19' } }
const usual = ['手冲的水温怎么掌握', '周末的杯测很开心', '新到的豆子烘焙得不错', '滤杯清洗的办法']

describe('hot words', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: ReturnType<typeof postRows>
  let copies: TalkCopies
  const people: Id[] = []
  const posts: Id[] = []
  /** What was said in public in the last week: who, and the words. */
  const said: { by: Id; text: string; hours: number }[] = []

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const { database, warehouse } = world
    await database.pool.query(
      `insert into community (name, time_zone, founded_at) values ('山丘咖啡', 'Asia/Shanghai', $1)`,
      [now],
    )
    rows = postRows(database, now)
    for (let n = 0; n < 8; n++) people.push(await rows.member(`成员${n}`))
    const group = await rows.group('手冲研究所')
    const open = await rows.board(group, '闲聊', 'members')
    const closed = await rows.board(group, '管理员', 'members')
    await sql`update board_grant set who = 'role', role = 'expert' where board_id = ${closed}`.execute(
      database.db,
    )
    const say = async (by: Id, text: string, hours: number) => {
      posts.push(await rows.post(open, by, { title: text, hours }))
      said.push({ by, text, hours })
    }
    // The week before and this week the usual; this week the machine at the counter as well.
    for (let n = 0; n < 16; n++) await say(people[n % 8]!, usual[n % 4]!, 24 * 7 + 30 + n * 6)
    for (let n = 0; n < 16; n++) await say(people[n % 8]!, usual[n % 4]!, 10 + n * 6)
    for (let n = 0; n < 10; n++) await say(people[n % 5]!, '门店的咖啡机又卡住了，失望', 5 + n * 3)
    const answered = posts[20]!
    for (const by of people.slice(0, 3)) {
      await rows.comment(answered, by, 4, '咖啡机排队太慢')
      said.push({ by, text: '咖啡机排队太慢', hours: 4 })
    }
    // Not for everybody: on a board for experts, hidden, and not out yet.
    for (const by of people) await rows.post(closed, by, { title: '机密配方', hours: 3 })
    await rows.post(open, people[0]!, { title: '机密配方', hours: 3, state: 'hidden' })
    await rows.post(open, people[1]!, { title: '机密配方', hours: 3, state: 'pending' })
    world.startSink({ timeZone: async () => 'Asia/Shanghai' })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    copies = openTalkCopies(warehouse)
    expect(await copies.fill(insight.ctx)).toBe(true)
  })
  afterAll(() => world?.end())

  const sounding = (items: typeof said, mood: number) => {
    const found = items.filter(({ text }) => moodOf(text) === mood)
    return { items: found.length, members: new Set(found.map(({ by }) => by)).size }
  }
  const recent = () => said.filter(({ hours }) => hours < 24 * 7 - 12)

  test('S0-46 words are counted once a post, with who used them, against as long before', async () => {
    const answer = await insight.answer(wordsAnalysis, question)
    const items = recent()
    expect(answer).toMatchObject({
      items: items.length,
      itemsBefore: said.length - items.length,
      members: new Set(items.map(({ by }) => by)).size,
      glad: sounding(items, 1),
      sorry: sounding(items, -1),
    })
    for (const found of answer.words) {
      const of = (list: typeof said) => list.filter(({ text }) => meaningfulWords(text).includes(found.word))
      const use = of(items)
      const before = of(said.filter((each) => !items.includes(each)))
      expect(found).toMatchObject({
        items: use.length,
        before: before.length,
        members: new Set(use.map(({ by }) => by)).size,
      })
      expect(found.burst).toBeCloseTo(
        burstOf(use.length, items.length, before.length, said.length - items.length),
        8,
      )
    }
    expect(answer.words.length).toBeGreaterThan(5)
    expect(answer.words.some(({ weight }) => weight === 1)).toBe(true)
  })

  test('what not everybody in the group may read is in no word', async () => {
    const { words } = await insight.answer(wordsAnalysis, { ...question, least: 1 })
    expect(words.map(({ word }) => word)).not.toContain('机密')
    expect(words.map(({ word }) => word)).not.toContain('配方')
  })

  test('S0-47 what feedback concentrates on is found, and what is as always is not', async () => {
    const found = await findConcentrations(await insight.asking(), wordsQuestion.parse(question))
    const words = found.map(({ word }) => word)
    expect(words.some((word) => word === '咖啡机')).toBe(true)
    expect(words).not.toContain('水温')
    for (const each of found) expect(each.mood).toBeLessThan(0)
    expect(
      await findConcentrations(await insight.asking(), wordsQuestion.parse(question), { times: 1_000 }),
    ).toEqual(found.filter(({ before }) => before === 0))
  })

  test('as many people stand behind a word as it says', async () => {
    const answer = await insight.answer(wordsAnalysis, question)
    for (const { word, members } of answer.words.slice(0, 6))
      expect((await insight.people(wordsAnalysis, question, { of: 'word', word })).length, word).toBe(members)
    expect((await insight.people(wordsAnalysis, question, { of: 'all' })).length).toBe(answer.members)
    for (const of of ['glad', 'sorry'] as const)
      expect((await insight.people(wordsAnalysis, question, { of })).length).toBe(answer[of].members)
  })

  test('what goes out of sight takes its words along, with the answers to it', async () => {
    const victim = posts[20]!
    const before = await insight.answer(wordsAnalysis, { ...question, of: 'comments', least: 1 })
    expect(before.items).toBe(3)
    await sql`update post set state = 'removed', state_by = 'test', state_at = now() where id = ${victim}`.execute(
      world.database.db,
    )
    const event = {
      name: 'post.changed',
      source: 'fact',
      objectKind: 'post',
      objectId: victim,
      memberId: null,
    }
    await followTalk(copies).take(insight.ctx, [event as unknown as LoggedEvent])
    const after = await insight.answer(wordsAnalysis, { ...question, of: 'comments', least: 1 })
    expect(after).toMatchObject({ items: 0, words: [] })
    const [row] = await world.warehouse.query<{ words: string[]; author: string }>(
      `SELECT words, author_id AS author FROM talk FINAL WHERE kind = 'post' AND id = {id:UInt64}`,
      { id: victim },
    )
    expect(row).toEqual({ words: [], author: '0' })
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const asked = wordsQuestion.parse(question)
    const writing = {
      question: asked,
      days: question.range,
      before: question.range,
      zone: 'Asia/Shanghai',
      boards: ['1'],
      scoped: { rows: ['group_id = {g:UInt64}'], people: ['m IN (SELECT toUInt64(1))'], params: { g: '1' } },
    }
    for (const { sql: text, params } of [
      wordTotalsSql(writing),
      wordCountsSql(writing),
      textsSql(writing),
      wordsPeopleSql(writing, { of: 'word', word: '水温' }),
      wordsPeopleSql(writing, { of: 'sorry' }),
      wordDaysSql(writing, ['水温', '滤杯']),
      sayingSql(writing, '水温', 5),
    ]) {
      expect((await world.warehouse.query(`EXPLAIN PIPELINE ${text}`, params)).length).toBeGreaterThan(0)
      await expect(
        world.warehouse.query(`EXPLAIN ${text.replaceAll('FROM talk', 'FROM nobody')}`, params),
      ).rejects.toThrow()
    }
  })

  test('a warehouse that was made again is filled again, and a fill that was stopped goes on', async () => {
    await rebuildWarehouse(world.database.pool)
    await until(async () => {
      const found = await world.warehouse
        .query<{ n: string }>('SELECT count() AS n FROM talk')
        .catch(() => [])
      return found[0]?.n === '0'
    })
    await world.settled()
    await until(() => copies.fill(insight.ctx, AbortSignal.abort()).then((done) => !done))
    await until(() => copies.fill(insight.ctx))
    const [row] = await world.warehouse.query<{ n: string }>(
      'SELECT count() AS n FROM talk FINAL WHERE present AND kind = {k:String}',
      { k: 'post' },
    )
    // All that are published: those on the board for experts are there, and left out when asked.
    expect(Number(row!.n)).toBe(posts.length - 1 + people.length)
  })
})
