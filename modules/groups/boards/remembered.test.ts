import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Ctx, transact } from '#base/context.ts'
import { openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { statementsOf } from '#test/queries.ts'
import { createGroup } from '../groups/groups.ts'
import { addMembers } from '../memberships/memberships.ts'
import { findBoards, saveBoards } from './boards.ts'
import { type BoardsAsOf, boardsAsOf } from './remembered.ts'
import { findBoardStandings } from './standing.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database(), undefined, new Date('2026-11-20T04:00:00Z'))
const warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing' as const }),
}
const audience = openAudience({ warehouse }, { facts: () => [], fields: () => [] })
const anyone = [{ who: 'anyone' as const }]
const members = [{ who: 'members' as const }]

let groupId: string
let memberId: string
let boardId: string

beforeAll(async () => {
  groupId = (await createGroup(ctx(), { name: '手冲研究所', kind: 'interest', slug: 'pour-over' })).id
  memberId = await joinCommunity(ctx(), { accountId: null, nickname: '阿澈' })
  const [board] = await saveBoards(ctx(), groupId, [wanted('提问')])
  boardId = board!.id
})

const wanted = (name: string, see: typeof anyone | typeof members = anyone) => ({
  name,
  summary: '',
  rules: '',
  permissions: { see, post: members, reply: members, react: members },
})
const seen = async (as?: string) =>
  [...(await findBoardStandings(ctx(), audience, as ? { as } : {})).values()].map((board) => ({
    name: board.name,
    may: [...board.may].toSorted(),
  }))

test('G35 what changes about boards, groups and stays is so for the next question', async () => {
  expect(await seen()).toEqual([{ name: '提问', may: ['see'] }])
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('问答', members) }])
  expect(await seen()).toEqual([])
  await addMembers(ctx(), groupId, [memberId])
  expect(await seen(memberId)).toEqual([{ name: '问答', may: ['post', 'react', 'reply', 'see'] }])
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('问答') }])
  for (const [column, value] of [
    ['visibility', 'private'],
    ['visibility', 'public'],
  ] as const) {
    await database().pool.query(`update community_group set ${column} = $1 where id = $2`, [value, groupId])
    expect(await seen()).toHaveLength(value === 'private' ? 0 : 1)
  }
  await database().pool.query(
    `update group_membership set left_at = now(), left_how = 'left', left_by = 'system:test' where member_id = $1`,
    [memberId],
  )
  expect(await seen(memberId)).toEqual([{ name: '问答', may: ['see'] }])
  await database().pool.query('delete from board_grant where board_id = $1', [boardId])
  expect(await seen()).toEqual([])
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('问答') }])
  expect(await seen()).toHaveLength(1)
})

test('a change that is undone is never remembered, though it was seen inside', async () => {
  const inside: unknown[] = []
  await transact(ctx(), async (tx) => {
    await saveBoards(tx, groupId, [{ id: boardId, ...wanted('没有发生过') }])
    inside.push(...(await findBoardStandings(tx, audience)).values())
    throw new Error('undone')
  }).catch(() => undefined)
  expect(inside).toMatchObject([{ name: '没有发生过' }])
  expect(await seen()).toMatchObject([{ name: '问答' }])
  // The next change gets the same number that the undone one had.
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('真的改了') }])
  expect(await seen()).toMatchObject([{ name: '真的改了' }])
})

test('one statement as long as nothing changes, two after a change', async () => {
  await seen()
  expect(await statementsOf(database(), () => seen())).toHaveLength(1)
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('提问') }])
  expect(await statementsOf(database(), () => seen())).toHaveLength(2)
  expect(await statementsOf(database(), () => seen())).toHaveLength(1)
  expect(await findBoards(ctx(), groupId)).toHaveLength(1)
})

test('a grant to a tier is asked each time: ladders change without the boards', async () => {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from group_tier where key in ('advanced', 'core') and group_id is null order by rank`,
  )
  const [low, high] = rows.map((row) => row.id)
  await saveBoards(ctx(), groupId, [
    {
      id: boardId,
      ...wanted('提问'),
      permissions: { ...wanted('').permissions, post: [{ who: 'tier', tierId: low! }] },
    },
  ])
  await addMembers(ctx(), groupId, [memberId])
  const maySay = async () => (await seen(memberId))[0]!.may.includes('post')
  expect(await maySay()).toBe(false)
  await database().pool.query(
    `insert into tier_holding (member_id, tier_id, since, by) values ($1, $2, now(), 'system:test')
       on conflict (member_id) do update set tier_id = excluded.tier_id`,
    [memberId, high],
  )
  expect(await maySay()).toBe(true)
  await database().pool.query('update group_tier set rank = 50 where id = $1', [low])
  expect(await maySay()).toBe(false)
})

test('a statement of somebody else brings what is asked of the boards along', async () => {
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('提问') }])
  await seen(memberId)
  const asOf = async () => {
    const { rows } = await sql<{ asOf: BoardsAsOf }>`select ${boardsAsOf(memberId)} as "asOf"`.execute(
      database().db,
    )
    return rows[0]!.asOf
  }
  const before = await asOf()
  const names = async (from: BoardsAsOf) =>
    [...(await findBoardStandings(ctx(), audience, { as: memberId, asOf: from })).values()].map(
      ({ name }) => name,
    )
  expect(await statementsOf(database(), () => names(before))).toHaveLength(0)
  await saveBoards(ctx(), groupId, [{ id: boardId, ...wanted('又一个名字') }])
  expect(await names(await asOf())).toEqual(['又一个名字'])
})
