import { expect, test } from 'vitest'
import { createAccount } from '#modules/identity/accounts/accounts.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { channelNames, findChannels } from '../attribution/channels.ts'
import { copyPlan, findPlan, planMonth, removePlan } from './plan.ts'
import {
  bringChannelBack,
  chooseBase,
  classifyChannels,
  endBase,
  findRegister,
  retireChannel,
} from './registry.ts'

const database = useDatabase()
const at = (time: string) =>
  testCtx(database(), { kind: 'system', name: 'test' }, new Date(`2026-11-${time}:00:00Z`))
const factsOf = async (name: string) => {
  const { rows } = await database().pool.query(
    'select props from event_log where name = $1 order by tx, seq',
    [name],
  )
  return rows.map(({ props }) => props.how as string)
}

test('S2-41 channels are classified together; what is left out stays, the type says private or public', async () => {
  await classifyChannels(at('01T03'), [
    { channel: 'store', type: 'shop', name: '滨江店', note: '立牌' },
    { channel: 'xiaohongshu', type: 'social' },
  ])
  await classifyChannels(at('02T03'), [{ channel: 'store', type: 'offline' }])
  expect(await findRegister(at('02T04'))).toMatchObject([
    {
      channel: 'store',
      name: '滨江店',
      note: '立牌',
      type: 'offline',
      kind: 'public',
      classifiedAt: at('01T03').now,
    },
    { channel: 'xiaohongshu', name: '', kind: 'public' },
  ])
  const nameOf = channelNames('zh-CN', await findChannels(at('02T04')))
  expect([nameOf('store'), nameOf('xiaohongshu'), nameOf('豆瓣')]).toEqual(['滨江店', '小红书', '豆瓣'])
  expect(await factsOf('channel.changed')).toEqual(['classified', 'classified', 'classified'])
})

test('no two channels are called the same, be it by a rule or by hand', async () => {
  for (const name of ['小红书', '滨江店'])
    await expect(
      classifyChannels(at('03T03'), [{ channel: 'other', type: 'site', name }]),
    ).rejects.toMatchObject({
      code: 'channel_name_taken',
    })
  expect((await findRegister(at('03T04'))).map(({ channel }) => channel)).not.toContain('other')
})

test('S2-43 a base is chosen with a reason, says who and when, and ends when the channel is retired', async () => {
  const [store] = await findRegister(at('04T01'))
  const chosen = await chooseBase(at('04T03'), store!.id, '来的人留得住')
  expect(chosen.base).toMatchObject({ at: at('04T03').now, reason: '来的人留得住' })
  expect((await endBase(at('05T03'), store!.id)).base).toBeNull()
  await chooseBase(at('06T03'), store!.id, '再试一次')
  expect(await retireChannel(at('07T03'), store!.id)).toMatchObject({
    base: null,
    retiredAt: at('07T03').now,
  })
  await expect(chooseBase(at('08T03'), store!.id, '不行')).rejects.toMatchObject({
    code: 'channel_is_retired',
  })
  expect((await bringChannelBack(at('09T03'), store!.id)).retiredAt).toBeNull()
  await expect(endBase(at('09T03'), '999999')).rejects.toMatchObject({ code: 'channel_not_found' })
  expect((await factsOf('channel.changed')).slice(3)).toEqual([
    'base_chosen',
    'base_ended',
    'base_chosen',
    'retired',
    'brought_back',
  ])
})

test('the database keeps halves of a base, kinds that are none and a retired base out', async () => {
  for (const change of [
    `base_at = now()`,
    `base_at = now(), base_by = 'x', base_reason = ''`,
    `type = 'tv'`,
    `base_at = now(), base_by = 'x', base_reason = 'y', retired_at = now(), retired_by = 'x'`,
  ])
    await expect(database().pool.query(`update channel set ${change}`)).rejects.toMatchObject({
      code: '23514',
    })
  await expect(
    database().pool.query(
      `insert into channel_plan (channel, month, fans, budget, planned_at, planned_by) values ('x', '2026-11-02', 1, 0, now(), 'x')`,
    ),
  ).rejects.toMatchObject({ code: '23514' })
})

test('S2-43 a month is planned channel by channel, planned again in place, and copied into the next one', async () => {
  const owner = await createAccount(at('01T03'), { name: '周宁', email: 'zhouning@example.com' })
  const line = { channel: 'store', fans: 90, budget: 9_000, measures: '立牌', ownerId: null }
  await planMonth(at('01T03'), '2026-10-01', [line, { ...line, channel: 'wechat', fans: 140 }])
  await planMonth(at('02T03'), '2026-10-01', [{ ...line, fans: 100 }])
  expect(await findPlan(at('02T04'), '2026-10-01')).toMatchObject([
    { channel: 'wechat', fans: 140 },
    { channel: 'store', fans: 100, budget: 9_000 },
  ])
  await expect(planMonth(at('02T03'), '2026-10-01', [{ ...line, ownerId: owner }])).rejects.toMatchObject({
    code: 'owner_unknown',
  })
  await planMonth(at('03T03'), '2026-11-01', [{ ...line, fans: 7 }])
  expect(await copyPlan(at('03T03'), '2026-11-01')).toBe(1)
  expect((await findPlan(at('03T04'), '2026-11-01')).map(({ channel, fans }) => [channel, fans])).toEqual([
    ['wechat', 140],
    ['store', 7],
  ])
  await expect(copyPlan(at('03T03'), '2026-09-01')).rejects.toMatchObject({ code: 'nothing_to_copy' })
  const [first] = await findPlan(at('03T04'), '2026-11-01')
  await removePlan(at('04T03'), first!.id)
  await expect(removePlan(at('04T03'), first!.id)).rejects.toMatchObject({ code: 'plan_not_found' })
  expect(await factsOf('channel.planned')).toEqual(['planned', 'planned', 'planned', 'copied', 'removed'])
})
