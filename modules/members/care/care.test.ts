import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { joinCommunity } from '../people/members.ts'
import { careFields } from './care.fields.ts'
import { carePersonal } from './care.personal.ts'
import { findCare, findCareOfMember, findSteps, findVisits, getCare } from './care.sql.ts'
import { changeCare, endCare, noteVisit, startCare } from './care.ts'
import { visitsDue } from './care.work.ts'

const database = useDatabase()
const ctx = (now = new Date('2026-11-22T02:00:00Z')): Ctx => testCtx(database(), undefined, now)
const join = (nickname: string) => joinCommunity(ctx(), { accountId: null, nickname })
const plan = {
  program: 'koc',
  ownerId: null,
  cadenceDays: 14,
  nextOn: '2026-11-22',
  why: '三篇精华',
} as const
const careOf = async (memberId: string) => (await findCareOfMember(ctx(), memberId))[0]!
const facts = async (memberId: string) =>
  (
    await database()
      .db.selectFrom('event_log')
      .select(['name', 'props'])
      .where('member_id', '=', memberId)
      .where('name', 'like', 'care.%')
      .orderBy('seq')
      .execute()
  ).map((row) => row.name)

describe('care', () => {
  test('S0-33 takes a member up once for a programme, however often it is asked', async () => {
    const id = await join('阿澈')
    expect(await startCare(ctx(), [id], plan)).toBe(1)
    expect(await startCare(ctx(), [id, id], { ...plan, cadenceDays: 7 })).toBe(0)
    expect(await startCare(ctx(), [id], { ...plan, program: 'vip' })).toBe(1)
    const held = await findCareOfMember(ctx(), id)
    expect(held.map((care) => [care.program, care.cadenceDays])).toEqual([
      ['vip', 14],
      ['koc', 14],
    ])
    expect(await facts(id)).toEqual(['care.started', 'care.started'])
  })

  test('takes up nobody when one of them is nobody, or the owner does not work here', async () => {
    const id = await join('韩小禾')
    await expect(startCare(ctx(), [id, '999999'], plan)).rejects.toMatchObject({
      code: 'member_not_found',
    })
    await expect(startCare(ctx(), [id], { ...plan, ownerId: '999999' })).rejects.toMatchObject({
      code: 'owner_unknown',
    })
    expect(await findCareOfMember(ctx(), id)).toEqual([])
  })

  test('S0-33 a visit sets the next one by the rhythm, or on the day that was agreed', async () => {
    const id = await join('许木')
    await startCare(ctx(), [id], plan)
    const note = {
      purpose: 'care',
      way: 'wechat',
      summary: '聊了新豆',
      found: '想要小包装',
      given: '样豆 20 g',
    } as const
    await noteVisit(ctx(), id, await careOf(id), { ...note, visitedOn: '2026-11-22' })
    expect(await careOf(id)).toMatchObject({ nextOn: '2026-12-06', lastVisitOn: '2026-11-22', visits: 1 })
    await noteVisit(ctx(), id, await careOf(id), { ...note, visitedOn: '2026-11-23', nextOn: '2026-11-30' })
    expect(await careOf(id)).toMatchObject({ nextOn: '2026-11-30', visits: 2 })
    const { items } = await findVisits(ctx(), id, { after: undefined, limit: 1 })
    expect(items[0]).toMatchObject({ visitedOn: '2026-11-23', found: '想要小包装', program: 'koc' })
  })

  test('S1-33 a return visit needs no programme', async () => {
    const id = await join('老徐')
    await noteVisit(ctx(), id, undefined, {
      purpose: 'winback',
      way: 'phone',
      summary: '搬家后没再来，想要附近门店的活动',
      found: '',
      given: '',
      visitedOn: '2026-11-20',
    })
    expect(await facts(id)).toEqual(['care.visited'])
  })

  test('S2-45 moves through 挖掘, 扶持, 产出 and 留存, and each step says why', async () => {
    const id = await join('青野')
    await startCare(ctx(), [id], { ...plan, program: 'star' })
    for (const [stage, why] of [
      ['supported', '给了新品试用'],
      ['producing', '发了三篇测评'],
      ['producing', '没有变化'],
      ['retained', '每月一篇'],
    ] as const)
      await changeCare(ctx(), await careOf(id), { stage, why })
    const steps = await findSteps(ctx(), (await careOf(id)).id)
    expect(steps.map((step) => `${step.from} ${step.to} ${step.why}`)).toEqual([
      'producing retained 每月一篇',
      'supported producing 发了三篇测评',
      'discovered supported 给了新品试用',
    ])
    expect((await facts(id)).filter((name) => name === 'care.moved')).toHaveLength(3)
  })

  test('what ended is gone from the list and cannot be changed, and the member may be taken up again', async () => {
    const id = await join('南星')
    await startCare(ctx(), [id], plan)
    const care = await careOf(id)
    await endCare(ctx(), care, '搬走了')
    await expect(getCare(ctx(), care.id)).rejects.toMatchObject({ code: 'care_not_found' })
    await expect(changeCare(ctx(), care, { stage: 'retained' })).rejects.toMatchObject({
      code: 'care_not_found',
    })
    expect(await startCare(ctx(), [id], plan)).toBe(1)
  })

  test('pages through the list, the next visit first and people without a date last', async () => {
    const ids = await Promise.all(['一', '二', '三', '四', '五'].map((name) => join(`翻页${name}`)))
    const days = ['2027-01-05', null, '2027-01-01', '2027-01-05', null]
    for (const [at, id] of ids.entries())
      await startCare(ctx(), [id], { ...plan, program: 'vip', nextOn: days[at]! })
    const seen: string[] = []
    let after: Awaited<ReturnType<typeof findCare>>['next'] | undefined
    do {
      const page = await findCare(ctx(), { q: '翻页' }, { after: after ?? undefined, limit: 2 })
      seen.push(...page.items.map((care) => care.nickname))
      after = page.next
    } while (after)
    expect(seen).toEqual(['翻页三', '翻页一', '翻页四', '翻页二', '翻页五'])
  })

  test('Today is told of visits that are due, and of those overdue as such', async () => {
    const [due, late, later] = (await Promise.all(['到期', '过期', '以后'].map(join))) as [
      string,
      string,
      string,
    ]
    for (const [id, nextOn] of [
      [due, '2026-11-22'],
      [late, '2026-11-20'],
      [later, '2026-11-23'],
    ] as const)
      await startCare(ctx(), [id], { ...plan, nextOn })
    const { items, total } = await visitsDue.find(ctx(), { limit: 100 })
    const found = items.filter((item) =>
      ['到期', '过期', '以后'].some((name) => hear(item.title, 'zh-CN').includes(name)),
    )
    expect(found.map((item) => [hear(item.title, 'zh-CN'), item.kind ?? 'care'])).toEqual([
      ['该拜访过期了', 'overdue'],
      ['该拜访到期了', 'care'],
    ])
    expect(total).toBe(items.length)
  })

  test('conditions can ask for programmes, stages and the last visit', async () => {
    const id = await join('宋知意')
    await startCare(ctx(), [id], plan)
    await startCare(ctx(), [id], { ...plan, program: 'vip' })
    await noteVisit(ctx(), id, undefined, {
      purpose: 'care',
      way: 'meeting',
      summary: '门店聊天',
      found: '',
      given: '',
      visitedOn: '2026-11-01',
    })
    const values = (await careFields.read(ctx(), [id])).get(id)!
    expect([...(values['care.program'] as string[])].sort()).toEqual(['koc', 'vip'])
    expect(values).toMatchObject({ 'care.stage:koc': 'discovered', 'care.visited_on': '2026-11-01' })
  })

  test('T30 a merged double brings its care along, keeps what both have, and takes it back', async () => {
    const [from, into] = (await Promise.all(['双份', '本人'].map(join))) as [string, string]
    await startCare(ctx(), [from, into], plan)
    await startCare(ctx(), [from], { ...plan, program: 'star' })
    const moved = await carePersonal.merge(ctx(), from, into)
    const programs = async (id: string) => (await findCareOfMember(ctx(), id)).map((care) => care.program)
    expect([await programs(from), (await programs(into)).sort()]).toEqual([['koc'], ['koc', 'star']])
    await carePersonal.unmerge(ctx(), from, into, JSON.parse(JSON.stringify(moved)))
    expect([(await programs(from)).sort(), await programs(into)]).toEqual([['koc', 'star'], ['koc']])
  })

  test('L-13 erasing takes care, steps and visits', async () => {
    const id = await join('要注销')
    await startCare(ctx(), [id], plan)
    await changeCare(ctx(), await careOf(id), { stage: 'supported' })
    await carePersonal.erase(ctx(), id)
    await carePersonal.erase(ctx(), id)
    expect(await carePersonal.copy(ctx(), id)).toEqual({ care: [], visits: [] })
  })
})
