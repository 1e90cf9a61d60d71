import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { hear, type Said } from '#base/declarations/said.ts'
import type { Mail } from '#base/parts.ts'
import { openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { decide, findApplications } from '../admission/applications.ts'
import { applicationsToReview } from '../admission/applications.work.ts'
import { handIn } from '../admission/joining.ts'
import { saveSteps } from '../admission/settings.ts'
import { stepFields } from '../admission/steps.ts'
import { groupEffects } from '../effects.ts'
import { greet } from '../greetings/greetings.ts'
import { newcomersToGreet } from '../greetings/newcomers.work.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { createGroup } from '../groups/groups.ts'
import { publishRules } from '../rules/rules.ts'
import { membershipFields } from './fields.ts'
import { addMembers, changeStay, editCard, endStay, findStay } from './memberships.ts'
import { applicationData, membershipData } from './personal.ts'

const at = useWarehouse()
const start = new Date('2026-11-19T01:41:58Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const ctx = (now = start): Ctx => testCtx(at().database, undefined, now)
let named = 0
const mails: { to: string; values: unknown; key?: string | undefined }[] = []
const mail: Pick<Mail, 'send'> = {
  send: async (_ctx, { to, values, key }) => {
    mails.push({ to, values, key })
  },
}
const person = (nickname = `成员${++named}`) => joinCommunity(ctx(), { accountId: null, nickname })
const group = async (more: object = {}) =>
  (await createGroup(ctx(), { name: `社群 ${++named}`, kind: 'interest', ...more })).id
const inside = async (groupId: string, memberId: string, now = start) => {
  await addMembers(ctx(now), groupId, [memberId])
  return (await findStay(ctx(), groupId, memberId))!
}

describe('what conditions may ask', () => {
  test('groups, when one came, role and tier; a group that was left is known as left', async () => {
    const [here, gone] = [await group(), await group()]
    const memberId = await person()
    const stay = await inside(here, memberId)
    await at().database.pool.query(
      `insert into group_tier (group_id, key, name, rank) values ($1, 'regular', '常客', 1)`,
      [here],
    )
    const { rows } = await at().database.pool.query(`select id from group_tier where group_id = $1`, [here])
    await changeStay(ctx(), stay.id, { role: 'expert', tierId: rows[0].id, reason: '答疑多' })
    await endStay(ctx(), (await inside(gone, memberId)).id, { how: 'left' })
    const read = await membershipFields.read(ctx(), [memberId, '999999'])
    expect(read.get(memberId)).toEqual({
      'group.member_of': [here],
      'group.left': [gone],
      [`group.joined_at:${here}`]: start.getTime(),
      [`group.role:${here}`]: 'expert',
      [`group.tier:${here}`]: 'regular',
    })
    expect(read.get('999999')).toEqual({})
    const audience = openAudience(
      { warehouse: at().warehouse },
      { facts: () => [], fields: () => [membershipFields] },
    )
    const isIn = (id: string) =>
      audience.matches(
        ctx(),
        {
          version: 1,
          who: { kind: 'field', field: 'group.member_of', test: { op: 'hasAnyOf', value: [id] } },
        },
        memberId,
      )
    expect([await isIn(here), await isIn(gone)]).toEqual([true, false])
  })
})

describe('work of the team', () => {
  test('S3-41 a newcomer is work once 24 hours have passed without a human answer, and no longer after one', async () => {
    const id = await group()
    const stay = await inside(id, await person('小满'))
    const work = async (hours: number) =>
      (await newcomersToGreet.find(ctx(later(hours)), { limit: 50 })).items.filter(
        (item) => item.key === `newcomer:${stay.id}`,
      )
    expect(await work(23)).toEqual([])
    expect(await work(30)).toMatchObject([{ title: { values: { name: '小满', hours: 30 } } }])
    await greet(ctx(later(31)), stay.id, '欢迎！')
    expect(await work(32)).toEqual([])
  })

  test('an application is an approval, and overdue when the promised hours are over', async () => {
    const id = await group()
    const audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
    await saveSteps(ctx(), audience, id, [
      stepFields.parse({ kind: 'review', settings: { promiseHours: 24 } }),
    ])
    const memberId = await person('许木')
    await handIn(ctx(), audience, { id }, memberId, { rulesVersion: null })
    const find = async (hours: number) => {
      const { items, total } = await applicationsToReview.find(ctx(later(hours)), { limit: 50 })
      return { total, item: items.find((each) => each.path.startsWith(`/groups/${id}/`)) }
    }
    expect(await find(1)).toMatchObject({ total: 1, item: { title: { values: { name: '许木' } } } })
    expect((await find(1)).item?.kind).toBeUndefined()
    expect((await find(25)).item?.kind).toBe('overdue')
    expect((await applicationsToReview.find(ctx(), { limit: 0 })).items).toEqual([])
  })
})

describe('the end of an account', () => {
  let id: string
  let memberId: string
  beforeAll(async () => {
    id = await group()
    await publishRules(ctx(), id, {
      theme: '主题',
      service: '服务',
      forbidden: '禁止',
      penalty: '',
      rewarded: '奖励',
      returned: '',
      welcome: '',
      consentAgain: false,
    })
    memberId = await person('宋知意')
    const audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
    await handIn(ctx(), audience, { id }, memberId, { rulesVersion: 1 })
    await editCard(ctx(), (await findStay(ctx(), id, memberId))!, {
      cardName: '北京-编辑-知意',
      introduction: '喜欢坐在窗边',
    })
  })

  test('the copy for the person holds her words; erasing takes them, her place and her name, twice the same', async () => {
    const copy = JSON.stringify([
      await membershipData.copy(ctx(), memberId),
      await applicationData.copy(ctx(), memberId),
    ])
    expect(copy).toContain('北京-编辑-知意')
    expect(copy).toContain('喜欢坐在窗边')
    for (const _ of [1, 2]) {
      await membershipData.erase(ctx(), memberId)
      await applicationData.erase(ctx(), memberId)
    }
    expect((await getGroup(ctx(), id)).memberCount).toBe(0)
    const { rows } = await at().database.pool.query(
      `select to_jsonb(s) as row from group_membership s where member_id = $1
       union all select to_jsonb(a) from group_application a where member_id = $1
       union all select to_jsonb(c) from rules_consent c where member_id = $1`,
      [memberId],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/知意|窗边/)
    expect(rows[0].row).toMatchObject({ left_how: 'account_closed' })
  })

  test('a merged double gives its groups to the member that remains, and gets them back', async () => {
    const [from, into, both, only] = [await person(), await person(), await group(), await group()]
    await inside(both, into)
    await inside(both, from)
    await inside(only, from)
    const moved = await membershipData.merge(ctx(), from, into)
    const count = async (groupId: string) => (await getGroup(ctx(), groupId)).memberCount
    expect([await count(both), await count(only)]).toEqual([1, 1])
    expect(await findStay(ctx(), only, into)).toBeDefined()
    expect(await findStay(ctx(), only, from)).toBeUndefined()
    await membershipData.unmerge(ctx(), from, into, moved)
    expect([await count(both), await count(only)]).toEqual([2, 1])
    expect(await findStay(ctx(), both, from)).toBeDefined()
    expect(await findStay(ctx(), only, from)).toBeDefined()
  })

  test('whose place somebody else has by now stays outside, which is said; the rest comes back', async () => {
    const full = await group({ name: '满员群', capacity: 2 })
    const [from, into, room] = [await person(), await person(), await group({ capacity: 2 })]
    for (const id of [full, room]) for (const memberId of [from, into]) await inside(id, memberId)
    const moved = JSON.parse(JSON.stringify(await membershipData.merge(ctx(), from, into)))
    await inside(full, await person())
    const told: Said[] = []
    await membershipData.unmerge(ctx(), from, into, moved, (said) => told.push(said))
    expect(told.map((said) => hear(said, 'zh-CN'))).toEqual([
      '「满员群」已经满员，原来在里面的这份档案没有回到群里',
    ])
    expect(await findStay(ctx(), full, from)).toBeUndefined()
    expect(await findStay(ctx(), room, from)).toBeDefined()
    expect(await findStay(ctx(), full, into)).toBeDefined()
    const count = async (groupId: string) => (await getGroup(ctx(), groupId)).memberCount
    expect([await count(full), await count(room)]).toEqual([2, 2])
  })

  test('has its applications again as they were: in review, or in the queue at the same place', async () => {
    const audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
    const [queue, reviewed] = [await group({ capacity: 1 }), await group()]
    await saveSteps(ctx(), audience, reviewed, [stepFields.parse({ kind: 'review', settings: {} })])
    await inside(queue, await person())
    const [from, into] = [await person(), await person()]
    for (const id of [queue, reviewed]) await handIn(ctx(), audience, { id }, from, { rulesVersion: null })
    const rows = async () =>
      (
        await at().database.pool.query(
          `select id, state, member_id, waiting_since, decided_at, decided_by from group_application
            where group_id = any($1) order by id`,
          [[queue, reviewed]],
        )
      ).rows
    const before = await rows()
    expect(before.map((row) => row.state).sort()).toEqual(['review', 'waiting'])
    const moved = JSON.parse(JSON.stringify(await applicationData.merge(ctx(later(1)), from, into)))
    expect((await rows()).map((row) => [row.state, row.member_id])).toEqual([
      ['withdrawn', into],
      ['withdrawn', into],
    ])
    await applicationData.unmerge(ctx(later(2)), from, into, moved)
    expect(await rows()).toEqual(before)
  })
})

test('the place of somebody who leaves goes to the one who waits, by the effect of the fact', async () => {
  const id = await group({ capacity: 1 })
  const audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
  const [first, second] = [await person(), await person()]
  for (const memberId of [first, second])
    await handIn(ctx(), audience, { id }, memberId, { rulesVersion: null })
  await endStay(ctx(), (await findStay(ctx(), id, first))!.id, { how: 'left' })
  expect(await findStay(ctx(), id, second)).toBeUndefined()
  const effect = groupEffects(mail).effects.find((each) => each.on.name === 'group.left')!
  await effect.run(ctx(), { groupId: id } as Parameters<typeof effect.run>[1])
  expect(await findStay(ctx(), id, second)).toMatchObject({ role: 'member' })
})

test('who is let in or refused later hears of it by mail, in words for him; who walks in does not', async () => {
  const account = async (name: string) => {
    const { rows } = await at().database.pool.query<{ id: string }>(
      `insert into account (name, email) values ($1, $1 || '@mail.example') returning id`,
      [name],
    )
    return await joinCommunity(ctx(), { accountId: rows[0]!.id, nickname: name })
  }
  const [walks, accepted, refused] = [
    await account('walks'),
    await account('accepted'),
    await account('refused'),
  ]
  const audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
  const [open, reviewed] = [await group(), await group()]
  await saveSteps(ctx(), audience, reviewed, [stepFields.parse({ kind: 'review', settings: {} })])
  await handIn(ctx(), audience, { id: open }, walks, { rulesVersion: null })
  for (const memberId of [accepted, refused])
    await handIn(ctx(), audience, { id: reviewed }, memberId, { rulesVersion: null })
  const { items } = await findApplications(
    ctx(),
    { group: reviewed, state: 'review' },
    { after: undefined, limit: 5 },
  )
  const idOf = (memberId: string) => items.find((each) => each.person.memberId === memberId)!.id
  await decide(ctx(later(2)), [idOf(accepted)], { accept: true, reason: '', note: '' })
  await decide(ctx(later(2)), [idOf(refused)], { accept: false, reason: '多来几次再申请', note: '疑似同行' })
  const { rows } = await at().database.pool.query<{ props: object }>(
    `select props from event_log where name = 'group.application_decided' and group_id = any($1)`,
    [[open, reviewed]],
  )
  expect(rows).toHaveLength(3)
  const effect = groupEffects(mail).effects.find((each) => each.on.name === 'group.application_decided')!
  for (const { props } of rows) await effect.run(ctx(later(3)), { props } as Parameters<typeof effect.run>[1])
  expect(mails.map((each) => each.to).sort()).toEqual(['accepted@mail.example', 'refused@mail.example'])
  const text = JSON.stringify(mails)
  expect(text).toContain('多来几次再申请')
  expect(text).not.toContain('疑似同行')
})

test('simulated members settle in one go, the same each time, and leave no count behind when they go', async () => {
  const { pool } = at().database
  const id = await group({ slug: 'start-here' })
  const beta = await group({ slug: 'beta', capacity: 4 })
  const own = await inside(id, await person())
  await pool.query(
    `insert into seed_run (id, seed, members, days, ends_on, truth, created_at)
     values (1, 1, 600, 30, '2026-11-19', '{}', now())`,
  )
  await pool.query(
    `insert into member (token, nickname, joined_at, seed_run_id)
     select 's' || n, '模拟' || n, now() - interval '90 days', 1 from generate_series(1, 600) as n`,
  )
  await settleSimulated(pool)
  const count = async (groupId: string) => (await getGroup(ctx(), groupId)).memberCount
  const [many, few] = [await count(id), await count(beta)]
  expect(many).toBeGreaterThan(250)
  expect(few).toBeLessThanOrEqual(4)
  expect(few).toBeGreaterThan(0)
  await settleSimulated(pool)
  expect([await count(id), await count(beta)]).toEqual([many, few])
  await pool.query('delete from member where seed_run_id = 1')
  expect([await count(id), await count(beta)]).toEqual([1, 0])
  expect(own.role).toBe('member')
})
