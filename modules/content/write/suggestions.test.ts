import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { CardSource } from '#base/declarations/cards.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { suggestPeople } from './people.ts'
import { findThings } from './things.ts'
import { suggestTopics } from './topics.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
let audience: Audience
let people: Record<'ache' | 'zhouzhou' | 'hanxiaohe' | 'ann' | 'outsider', Id>
let boardId: Id
let closedId: Id
let postId: Id

const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)
const named = async (asker: Id, text: string, place: { boardId?: Id; postId?: Id } = {}) =>
  (await suggestPeople(as(asker), { audience }, { text, ...place }, asker)).map(({ name }) => name)

beforeAll(async () => {
  const rows = postRows(database(), now)
  audience = quietAudience(database())
  people = {
    ache: await rows.member('阿澈'),
    zhouzhou: await rows.member('舟舟'),
    hanxiaohe: await rows.member('韩小禾'),
    ann: await rows.member('Ann 安安'),
    outsider: await rows.member('阿澈的朋友'),
  }
  const groupId = await rows.group('手冲研究所')
  boardId = await rows.board(groupId, '参数')
  for (const id of [people.ache, people.zhouzhou, people.hanxiaohe, people.ann]) await rows.join(groupId, id)
  const closed = await rows.group('密室', 'private')
  closedId = await rows.board(closed, '里面', 'members')
  await rows.join(closed, people.outsider)
  postId = await rows.post(boardId, people.hanxiaohe, { title: '求助' })
  await sql`insert into topic (name, folded, post_count, hidden_at, created_at)
    values ('手冲记录', '手冲记录', 40, null, now()), ('手冲', '手冲', 12, null, now()),
           ('冷萃', '冷萃', 90, null, now()), ('手冲广告', '手冲广告', 99, now(), now())`.execute(
    database().db,
  )
  await rows.post(boardId, people.hanxiaohe, { topics: ['手冲记录', '手冲', '冷萃', '手冲广告'] })
  await rows.post(closedId, people.outsider, { topics: ['手冲新品未发布', '冷萃'] })
})

describe('T5 naming somebody', () => {
  test('by a part of the name as written, traditional or simplified, or by pinyin and its first letters', async () => {
    const { ache, zhouzhou } = people
    expect(await named(zhouzhou, '澈')).toEqual(['阿澈'])
    expect(await named(zhouzhou, 'ache')).toEqual(['阿澈'])
    expect(await named(zhouzhou, 'hxh')).toEqual(['韩小禾'])
    expect(await named(zhouzhou, 'hanx')).toEqual(['韩小禾'])
    expect(await named(ache, 'ANN')).toEqual(['Ann 安安'])
    expect(await named(ache, '不存在')).toEqual([])
    expect(await named(ache, '%')).toEqual([])
  })

  test('those who talk here come first; never oneself, never who shares no group', async () => {
    const { ache, zhouzhou } = people
    expect((await named(ache, '', { boardId, postId }))[0]).toBe('韩小禾')
    expect(await named(zhouzhou, '', { boardId })).not.toContain('舟舟')
    expect(await named(zhouzhou, '阿澈')).toEqual(['阿澈'])
  })

  test('G33 a board that one may not see names nobody, nor does a post of another board', async () => {
    const { ache, outsider } = people
    expect(await named(ache, '', { boardId: closedId })).toEqual([])
    expect(await named(outsider, '', { boardId: closedId, postId })).toEqual([])
    const statements = await statementsOf(database(), () => named(ache, 'a', { boardId, postId }))
    expect(statements.length).toBeLessThanOrEqual(3)
  })

  test('topics: the beginning before the rest, the most used first, by pinyin too; hidden ones never', async () => {
    const topics = async (text: string) =>
      (await suggestTopics(as(people.ache), { audience }, text)).map(({ name }) => name)
    expect(await topics('手冲')).toEqual(['手冲记录', '手冲'])
    expect(await topics('记录')).toEqual(['手冲记录'])
    expect(await topics('shouchong')).toEqual(['手冲记录', '手冲'])
    expect(await topics('')).toEqual(['冷萃', '手冲记录', '手冲'])
  })

  test('G33 a topic of closed boards only is offered to nobody outside, nor does its number count what is closed', async () => {
    const topics = async (who: Id, text: string) => await suggestTopics(as(who), { audience }, text)
    expect(await topics(people.ache, '新品')).toEqual([])
    expect(await topics(people.ache, '冷萃')).toEqual([{ name: '冷萃', posts: 1 }])
    expect(await topics(people.outsider, '新品')).toEqual([{ name: '手冲新品未发布', posts: 1 }])
    expect(await topics(people.outsider, '冷萃')).toEqual([{ name: '冷萃', posts: 2 }])
  })

  test('things of other modules are asked of those modules', async () => {
    const bean = {
      title: '耶加',
      note: '200g',
      price: '¥ 68.00',
      path: '/shop/7',
      act: { zh: '去看看', en: 'See' },
    }
    const source: CardSource = {
      kind: 'product',
      label: { zh: '商品', en: 'Products' },
      find: async (_, text) => (text === '耶加' ? [{ ...bean, id: '7' }] : []),
      read: async (_, ids) => new Map(ids.filter((id) => id === '7').map((id) => [id, bean])),
    }
    const found = (asked: { kind?: string; id?: Id; text: string }) =>
      findThings(as(people.ache), [source], asked)
    expect((await found({ text: ' 耶加 ' })).items).toMatchObject([
      { kind: 'product', id: '7', act: '去看看', ended: false },
    ])
    expect((await found({ kind: 'product', id: '7', text: '' })).items).toHaveLength(1)
    expect((await found({ kind: 'product', id: '8', text: '' })).items).toEqual([])
    expect((await found({ kind: 'nothing', text: '耶加' })).items).toEqual([])
  })
})
