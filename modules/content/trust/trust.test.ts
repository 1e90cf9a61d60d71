import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { memberFields } from '#modules/members/people/member-fields.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { trustFields } from './fields.ts'
import { findLevels, findStanding, saveLevel } from './levels.ts'
import { findLimits, requireTrust } from './limits.ts'
import { trustData } from './personal.ts'
import { moveTrust, placeOnLevel } from './raising.ts'

const at = useWarehouse()
const now = new Date('2026-11-19T04:00:00Z')
const day = 86_400_000
const later = (days: number) => new Date(now.getTime() + days * day)
const ctx = (when = now): Ctx => testCtx(at().database, undefined, when)

let audience: Audience
let people: { ache: string; xumu: string; xiaohe: string }

beforeAll(async () => {
  audience = openAudience(
    { warehouse: at().warehouse },
    { facts: () => [], fields: () => [memberFields, trustFields] },
  )
  const join = (nickname: string, days: number) =>
    joinCommunity(ctx(later(-days)), { accountId: null, nickname })
  people = { ache: await join('阿澈', 90), xumu: await join('许木', 30), xiaohe: await join('韩小禾', 0) }
  for (let n = 0; n < 45; n++) await act(people.ache, 'post.read', -(n % 12))
  for (let n = 0; n < 3; n++) await act(people.ache, 'comment.posted', -n)
  await act(people.ache, 'reaction.given', -1)
  for (let n = 0; n < 5; n++) await act(people.xumu, 'post.read', -n)
  for (let n = 0; n < 9; n++) await act(people.xiaohe, 'post.read', 0)
  at().startSink()
  await at().settled()
  await audience.copies.fill(ctx())
})

async function act(memberId: string, name: string, days: number): Promise<void> {
  await at().database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id) values ($1, 'fact', 'account:1', $2, $3)`,
    [name, later(days), memberId],
  )
}
const ranks = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([who, id]) => [who, (await findStanding(ctx(), id)).rank] as const),
    ),
  )

describe('T49 levels of trust', () => {
  test('members rise by the usual rules, one announced step at a time, and nobody twice', async () => {
    expect(await moveTrust(ctx(), audience)).toEqual({ raised: 3, lowered: 0 })
    expect(await ranks()).toEqual({ ache: 2, xumu: 1, xiaohe: 0 })
    await at().settled()
    expect(await moveTrust(ctx(), audience)).toEqual({ raised: 0, lowered: 0 })
    const told = await at()
      .database.db.selectFrom('event_log')
      .select(['member_id', 'props'])
      .where('name', '=', 'trust.changed')
      .orderBy('member_id')
      .orderBy('tx')
      .orderBy('seq')
      .execute()
    expect(told).toEqual([
      { member_id: people.ache, props: { from: 0, to: 1, byHand: false } },
      { member_id: people.ache, props: { from: 1, to: 2, byHand: false } },
      { member_id: people.xumu, props: { from: 0, to: 1, byHand: false } },
    ])
  })

  test('what is given by hand stays against the rules, until it is given back to them', async () => {
    await placeOnLevel(ctx(), people.xiaohe, 4, '创始成员')
    await placeOnLevel(ctx(), people.ache, 1, '近期多次发广告')
    await moveTrust(ctx(), audience)
    expect(await ranks()).toEqual({ ache: 1, xumu: 1, xiaohe: 4 })
    await placeOnLevel(ctx(), people.xiaohe, null, '任期结束')
    expect((await findStanding(ctx(), people.xiaohe)).rank).toBe(3)
    await placeOnLevel(ctx(), people.ache, null, '申诉成立')
    await moveTrust(ctx(), audience)
    // 老友 can be lost; nothing below it.
    expect(await ranks()).toEqual({ ache: 2, xumu: 1, xiaohe: 2 })
    await expect(placeOnLevel(ctx(), people.ache, 7, '没有这一级')).rejects.toMatchObject({
      code: 'level_not_found',
    })
    await expect(placeOnLevel(ctx(), '999', 1, '没有这个人')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a level that was changed meanwhile is not overwritten, nor one saved that asks what cannot be asked', async () => {
    const level = (await findLevels(ctx()))[1]!
    const change = { name: '', definition: null, limits: level.limits, keeps: true, revision: 0 }
    await saveLevel(ctx(), audience, 1, { ...change, limits: { ...level.limits, links: 7 } })
    await expect(saveLevel(ctx(), audience, 1, change)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      saveLevel(ctx(), audience, 1, {
        ...change,
        revision: 1,
        definition: {
          version: 1,
          who: { kind: 'field', field: 'member.shoe_size', test: { op: 'gte', value: 40 } },
        },
      }),
    ).rejects.toMatchObject({ code: 'condition_invalid' })
    expect((await findLimits(ctx(), people.xumu)).links).toBe(7)
  })
})

describe('T49 limits of newcomers', () => {
  const asked = (more: object) =>
    transact(ctx(), async (tx) => requireTrust(tx, { memberId: newcomer, what: 'comment', ...more }))
  let newcomer: string
  beforeAll(async () => {
    newcomer = await joinCommunity(ctx(), { accountId: null, nickname: '新来的' })
  })

  test('links, pictures, mentions and films are counted against the level', async () => {
    expect((await asked({ links: 2, images: 6, mentions: 3 })).links).toBe(2)
    await expect(asked({ links: 3 })).rejects.toMatchObject({ code: 'too_many_links' })
    await expect(asked({ images: 7 })).rejects.toMatchObject({ code: 'too_many_images' })
    await expect(asked({ mentions: 4 })).rejects.toMatchObject({ code: 'too_many_mentions' })
    await expect(asked({ videos: 1 })).rejects.toMatchObject({ code: 'no_videos_yet' })
  })

  test('a burst of many at once does not pass the limit of the day', async () => {
    const { groupId, boardId } = await aBoard()
    const publish = (n: number) =>
      transact(ctx(), async (tx) => {
        await requireTrust(tx, { memberId: newcomer, what: 'post' })
        await tx.db
          .insertInto('post')
          .values({
            group_id: groupId,
            board_id: boardId,
            author_id: newcomer,
            kind: 'discussion',
            state: 'published',
            title: `第 ${n} 篇`,
            created_at: tx.now,
            published_at: tx.now,
            active_at: tx.now,
          })
          .execute()
      })
    const ended = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => publish(n)))
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(6)
    expect(ended.find((each) => each.status === 'rejected')?.reason).toMatchObject({
      code: 'enough_for_today',
    })
  })

  async function aBoard(): Promise<{ groupId: string; boardId: string }> {
    const { rows } = await at().database.pool.query<{ groupId: string; boardId: string }>(
      `with house as (insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
         values ('shouchong', '手冲研究所', '冲', 'pine', 'interest', 1, 'public', now(), 'account:1') returning id)
       insert into board (group_id, name, position, created_at) select id, '参数与复盘', 0, now() from house
       returning group_id as "groupId", id as "boardId"`,
    )
    return rows[0]!
  }
})

test('L-05 merging doubles keeps the higher level, and taking it back gives each his own', async () => {
  const join = (nickname: string) => joinCommunity(ctx(), { accountId: null, nickname })
  const [from, into] = [await join('双份甲'), await join('双份乙')]
  await placeOnLevel(ctx(), from, 3, '老朋友')
  await placeOnLevel(ctx(), into, 1, '常来')
  const moved = await trustData.merge(ctx(), from, into)
  expect([(await findStanding(ctx(), from)).rank, (await findStanding(ctx(), into)).rank]).toEqual([0, 3])
  await trustData.unmerge(ctx(), from, into, JSON.parse(JSON.stringify(moved)))
  expect([(await findStanding(ctx(), from)).rank, (await findStanding(ctx(), into)).rank]).toEqual([3, 1])
  await trustData.erase(ctx(), from)
  expect(await trustData.copy(ctx(), from)).toBeNull()
})
