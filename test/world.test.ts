import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { openLog } from '#base/log/log.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { agreesTo, findCommunity } from '#modules/identity/api.ts'
import { findMember } from '#modules/members/api.ts'
import { findTimeline } from '#modules/members/people/timeline.ts'
import { testCtx, useDatabase } from './database.ts'
import { buildWorld, type World } from './world.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
let world: World

beforeAll(async () => {
  world = await buildWorld(
    {
      config: readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' }),
      connection: database(),
      secrets: deriveSecrets(randomBytes(32).toString('base64url')),
      log: openLog({ level: 'silent' }),
    },
    now,
  )
})

test('the world is 山丘咖啡, founded by 林晓, with a team in every role', async () => {
  expect(await findCommunity(database())).toMatchObject({ name: '山丘咖啡', time_zone: 'Asia/Shanghai' })
  const roles = await database()
    .db.selectFrom('operator')
    .innerJoin('operator_role', 'operator_role.id', 'operator.role_id')
    .innerJoin('account', 'account.id', 'operator.account_id')
    .select(['account.name', 'operator_role.key'])
    .execute()
  expect(Object.fromEntries(roles.map((row) => [row.name, row.key]))).toEqual({
    林晓: 'owner',
    何川: 'admin',
    陈朗: 'operator',
    唐果: 'moderator',
    程白: 'analyst',
    老周: 'support',
    叶榆: 'viewer',
    许老师: 'expert',
    顾维: 'partner',
  })
})

test('its members have names, tags, and a history that points only at those who agreed', async () => {
  const ctx = testCtx(database())
  const aChe = await findMember(ctx, world.members.ache!.memberId)
  expect(aChe).toMatchObject({
    nickname: '阿澈',
    city: '杭州',
    channel: 'store',
    tags: ['周三杯测', '手冲', '门店常客'],
  })
  const timeline = async (key: string) =>
    (await findTimeline(ctx, world.members[key]!.memberId, { after: undefined, limit: 100 })).items
  expect((await timeline('ache')).map((each) => each.name)).toContain('order.paid')
  expect((await timeline('ache')).every((each) => each.occurredAt <= now)).toBe(true)
  expect(await agreesTo(ctx, world.members.zhouzhou!.accountId, 'analytics')).toBe(false)
  // What he did himself with us is his; what a page would have watched is not there.
  const zhouzhou = (await timeline('zhouzhou')).map((each) => each.name)
  expect(zhouzhou).toContain('post.published')
  expect(zhouzhou.filter((name) => !name.includes('.'))).toEqual([])
})

test('one of them is suspended, and one has not proved his address', async () => {
  const { db } = database()
  const suspensions = await db.selectFrom('account_suspension').select('account_id').execute()
  expect(suspensions).toEqual([{ account_id: world.members.wuyun!.accountId }])
  expect(await db.selectFrom('account').select('id').where('name', '=', '树洞').execute()).toEqual([])
  expect(await db.selectFrom('verification').select('id').execute()).not.toEqual([])
})
