import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { type Audience, type Definition, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { handIn } from '../admission/joining.ts'
import { findTroubleCourse } from '../course/course.ts'
import { createGroup } from '../groups/groups.ts'
import { addMembers, findStay } from '../memberships/memberships.ts'
import { openNotices } from '../notices/notices.ts'
import { findAppeals, findCases } from './cases.sql.ts'
import { decideCases } from './deciding.ts'
import { appealsToAnswer, removalsToConfirm } from './elimination.work.ts'
import { answerAppeal, askForReview, bringBack, comeBack } from './returning.ts'
import { type EliminationFields, tryElimination, writeEliminationRule } from './rules.ts'
import { applyRule, reasonsOf } from './running.ts'

const at = useWarehouse()
const now = new Date('2026-11-19T01:41:58Z')
const dayMs = 86_400_000
const later = (days: number) => new Date(now.getTime() + days * dayMs)
const ctx = (when = now): Ctx => testCtx(at().database, undefined, when)
const signal = new AbortController().signal
const mails: { to: string; template: string; values: Record<string, unknown> }[] = []
const notify = openNotices({
  send: async (_ctx, { to, template, values }) => {
    mails.push({ to, template: template.name, values: values as Record<string, unknown> })
  },
})

/** Fewer than two check-ins in 14 days. */
const silent: Definition = {
  version: 1,
  who: {
    kind: 'event',
    event: 'check_in',
    window: { last: { amount: 14, unit: 'days' } },
    measure: { of: 'count', op: 'lt', value: 2 },
  },
}
const cameBack: Definition = {
  version: 1,
  who: {
    kind: 'event',
    event: 'tasting_joined',
    window: { last: { amount: 30, unit: 'days' } },
    measure: { of: 'count', op: 'gte', value: 1 },
  },
}
const rule: EliminationFields = {
  risk: silent,
  newcomerDays: 14,
  sparedRoles: ['expert'],
  graceDays: 7,
  review: true,
  words: '群里想念你，回来签个到吧',
  backIf: cameBack,
  backTask: '写一篇 300 字以上的冲煮记录',
  backAfter: 3,
  active: true,
}

let audience: Audience
let people: Record<string, string>

beforeAll(async () => {
  audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
  const account = await at()
    .database.db.insertInto('account')
    .values({ name: '韩小禾', email: 'xiaohe@mail.example' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const join = (nickname: string, accountId: string | null = null) =>
    joinCommunity(ctx(later(-90)), { accountId, nickname })
  people = {
    xiaohe: await join('韩小禾', account.id),
    xumu: await join('许木'),
    ache: await join('阿澈'),
    tangguo: await join('唐果'),
    expert: await join('大咖'),
    newcomer: await join('小满'),
  }
  for (const days of [-1, -3]) await happens('check_in', people.ache!, later(days))
  at().startSink()
  await at().settled()
  await audience.copies.fill(ctx())
})

async function happens(name: string, memberId: string, when: Date): Promise<void> {
  await at().database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id) values ($1, 'track', 'account:1', $2, $3)`,
    [name, when, memberId],
  )
}

/** A group of its own for each test: everybody joined two months ago, the newcomer three days ago. */
async function group(over: Partial<EliminationFields> = {}, name = '手冲研究所'): Promise<string> {
  const { id } = await createGroup(ctx(later(-80)), { name, kind: 'interest' })
  const { xiaohe, xumu, ache, tangguo, expert, newcomer } = people as Record<string, string>
  await addMembers(ctx(later(-60)), id, [xiaohe!, xumu!, ache!])
  await addMembers(ctx(later(-60)), id, [tangguo!], { role: 'moderator' })
  await addMembers(ctx(later(-60)), id, [expert!], { role: 'expert' })
  await addMembers(ctx(later(-3)), id, [newcomer!])
  await writeEliminationRule(ctx(), audience, id, { ...rule, ...over, revision: 0 })
  return id
}
const apply = async (groupId: string, when = now) => {
  await at().settled()
  return await applyRule(ctx(when), audience, notify, groupId, signal)
}
const states = async (groupId: string) =>
  Object.fromEntries(
    (await findCases(ctx(), { groupId }, { after: undefined, limit: 50 })).items.map((one) => [
      one.nickname,
      one.state,
    ]),
  )
const caseOf = async (groupId: string, memberId: string) =>
  (await findCases(ctx(), { groupId }, { after: undefined, limit: 50 })).items.find(
    (one) => one.memberId === memberId,
  )!

describe('S3-51 elimination', () => {
  test('a dry run says who would be concerned and who is left in peace, and changes nothing', async () => {
    const id = await group()
    await at().settled()
    const tried = await tryElimination(ctx(), audience, id, rule)
    expect(tried).toMatchObject({
      members: 6,
      concerned: 2,
      spared: { newcomers: 1, roles: 2 },
      recovering: 0,
    })
    expect(tried.first.map((one) => one.memberId).sort()).toEqual([people.xiaohe, people.xumu].sort())
    expect(await states(id)).toEqual({})
  })

  test('warns with reasons, a day and a mail, once; nobody is removed on the warehouse’s word', async () => {
    const id = await group()
    mails.length = 0
    expect(await apply(id)).toEqual({ warned: 2, recovered: 0, due: 0, removed: 0 })
    expect(await apply(id)).toEqual({ warned: 0, recovered: 0, due: 0, removed: 0 })
    const warned = await caseOf(id, people.xiaohe!)
    expect(warned).toMatchObject({ state: 'warned', graceUntil: later(7) })
    expect(warned.reasons).toHaveLength(1)
    expect(warned.reasons[0]?.says).toMatch(/14/)
    // Only who has an account has an address.
    expect(mails.map(({ to, template }) => [to, template])).toEqual([
      ['xiaohe@mail.example', 'groups.elimination_warned'],
    ])
    expect(mails[0]?.values).toMatchObject({ group: '手冲研究所', day: '2026-11-26', review: true })
  })

  test('who takes part again is let off, even when the day has come', async () => {
    const id = await group()
    await apply(id)
    for (const minutes of [1, 2])
      await happens('check_in', people.xiaohe!, new Date(now.getTime() + minutes * 60_000))
    expect(await apply(id, later(8))).toMatchObject({ warned: 0, recovered: 1, due: 1 })
    expect(await states(id)).toEqual({ 韩小禾: 'recovered', 许木: 'due' })
    expect(await findStay(ctx(), id, people.xiaohe!)).toBeDefined()
  })

  test('a person confirms before anybody goes (PIPL 24), and Today asks for it', async () => {
    const id = await group({}, '福利小铺')
    await apply(id)
    await apply(id, later(7))
    const due = await caseOf(id, people.xumu!)
    expect(due.state).toBe('due')
    expect(await findStay(ctx(), id, people.xumu!)).toBeDefined()
    const { items } = await removalsToConfirm.find(ctx(), { limit: 10 })
    expect(items.find((item) => item.key === `removals:${id}`)?.path).toBe(
      `/groups/${id}/elimination?state=due`,
    )
    const both = await Promise.all(
      [true, false].map((remove) =>
        decideCases(ctx(later(7)), audience, notify, [due.id], { remove, decision: '连续四周没有参与' }),
      ),
    )
    expect(both.reduce((sum, one) => sum + one.removed + one.spared, 0)).toBe(1)
    expect(both.reduce((sum, one) => sum + one.skipped, 0)).toBe(1)
  })

  test('where the rule needs nobody, the member goes when the time has passed, and the stay says why it ended', async () => {
    const id = await group({ review: false })
    await apply(id)
    expect(await apply(id, later(6))).toMatchObject({ removed: 0 })
    expect((await apply(id, later(7))).removed).toBeGreaterThan(0)
    expect(await findStay(ctx(), id, people.xumu!)).toBeUndefined()
    const { rows } = await at().database.pool.query(
      'select left_how from group_membership where group_id = $1 and member_id = $2',
      [id, people.xumu],
    )
    expect(rows).toEqual([{ left_how: 'eliminated' }])
    expect(await findStay(ctx(), id, people.tangguo!)).toBeDefined()
  })

  test('whoever leaves by himself is no case any more', async () => {
    const id = await group()
    await apply(id)
    const stay = await findStay(ctx(), id, people.xumu!)
    const { endStay } = await import('../memberships/memberships.ts')
    await endStay(ctx(later(1)), stay!.id, { how: 'left' })
    await apply(id, later(1))
    expect((await states(id)).许木).toBe('withdrawn')
  })

  test('a rule is written over the revision that was seen', async () => {
    const id = await group()
    await expect(writeEliminationRule(ctx(), audience, id, { ...rule, revision: 0 })).rejects.toThrow(
      /rule_changed/,
    )
    const written = await writeEliminationRule(ctx(), audience, id, { ...rule, active: false, revision: 1 })
    expect(written.revision).toBe(2)
    expect(await apply(id)).toEqual({ warned: 0, recovered: 0, due: 0, removed: 0 })
  })
})

describe('S3-52 the way back', () => {
  const removed = async (over: Partial<EliminationFields> = {}) => {
    const id = await group({ review: false, ...over })
    await apply(id)
    await apply(id, later(7))
    return id
  }

  test('opens after its days, and lets in by itself who meets the condition', async () => {
    const id = await removed()
    const back = (when: Date) => comeBack(ctx(when), audience, id, people.xumu!)
    await expect(back(later(9))).rejects.toThrow(/too_soon_to_return/)
    await expect(back(later(10))).rejects.toThrow(/not_yet_back/)
    const course = await findTroubleCourse(ctx(later(10)), audience, id, people.xumu!)
    expect(course).toMatchObject({
      state: 'removed',
      opens: later(10),
      backReady: false,
      backTask: rule.backTask,
    })
    expect(course?.backIf?.[0]?.met).toBe(false)
    await happens('tasting_joined', people.xumu!, later(10))
    expect((await findTroubleCourse(ctx(later(10)), audience, id, people.xumu!))?.backReady).toBe(true)
    await back(later(10))
    expect(await findStay(ctx(), id, people.xumu!)).toBeDefined()
    expect(await caseOf(id, people.xumu!)).toMatchObject({ state: 'returned', returnedHow: 'condition' })
    await expect(back(later(10))).rejects.toThrow(/case_not_found/)
  })

  test('a task that was done waits for a person, who lets the member in with an answer', async () => {
    const id = await removed({ backIf: null })
    await expect(comeBack(ctx(later(10)), audience, id, people.xumu!)).rejects.toThrow(/no_way_back/)
    const done = { kind: 'task', words: '写好了，发在参数与复盘' } as const
    await expect(askForReview(ctx(later(8)), id, people.xumu!, done)).rejects.toThrow(/too_soon/)
    const appealId = await askForReview(ctx(later(10)), id, people.xumu!, done)
    await expect(askForReview(ctx(later(10)), id, people.xumu!, done)).rejects.toThrow(/already_asked/)
    const { items } = await appealsToAnswer.find(ctx(), { limit: 20 })
    expect(items.find((item) => item.key === `appeal:${appealId}`)?.path).toBe(
      `/groups/${id}/elimination?view=appeals`,
    )
    await answerAppeal(ctx(later(11)), notify, appealId, { grant: true, answer: '写得很用心，欢迎回来' })
    expect(await caseOf(id, people.xumu!)).toMatchObject({ state: 'returned', returnedHow: 'task' })
    await expect(answerAppeal(ctx(later(11)), notify, appealId, { grant: true, answer: '' })).rejects.toThrow(
      /case_decided/,
    )
  })

  test('an appeal is open at any time: granted, it spares who is warned; refused, the case stays', async () => {
    const id = await group()
    await apply(id)
    const first = await askForReview(ctx(later(1)), id, people.xumu!, { kind: 'appeal', words: '最近住院了' })
    await answerAppeal(ctx(later(1)), notify, first, { grant: false, answer: '请回来签到即可' })
    expect((await caseOf(id, people.xumu!)).state).toBe('warned')
    const second = await askForReview(ctx(later(2)), id, people.xumu!, {
      kind: 'appeal',
      words: '有住院证明',
    })
    const open = await findAppeals(ctx(), { groupId: id, state: 'open' }, { after: undefined, limit: 10 })
    expect(open.items.map((appeal) => appeal.id)).toEqual([second])
    await answerAppeal(ctx(later(2)), notify, second, { grant: true, answer: '祝早日康复' })
    expect((await caseOf(id, people.xumu!)).state).toBe('spared')
  })

  test('the front door is not a way back: joining again says where the way is', async () => {
    const id = await removed()
    const join = handIn(ctx(later(12)), audience, { id }, people.xumu!, { rulesVersion: null })
    await expect(join).rejects.toThrow(/way_back_first/)
    expect(await findStay(ctx(), id, people.xumu!)).toBeUndefined()
  })

  test('an operator can open the door; who comes in another way closes the case', async () => {
    const id = await removed()
    await bringBack(ctx(later(8)), (await caseOf(id, people.xumu!)).id)
    expect(await caseOf(id, people.xumu!)).toMatchObject({ returnedHow: 'operator' })
    await expect(bringBack(ctx(later(8)), (await caseOf(id, people.xumu!)).id)).rejects.toThrow(
      /case_decided/,
    )
    const other = await removed()
    await addMembers(ctx(later(8)), other, [people.xumu!])
    await apply(other, later(8))
    expect(await caseOf(other, people.xumu!)).toMatchObject({ state: 'returned', returnedHow: 'joined' })
  })
})

test('reasons are the leaves that made it true', () => {
  const leaf = (says: string, met: boolean) =>
    ({ path: 'x', kind: 'event', met, says, evidence: `${says}!`, progress: null, of: [] }) as const
  const both = { path: 'who', kind: 'any', met: true, says: '', evidence: null, progress: null } as const
  expect(reasonsOf({ ...both, of: [leaf('a', true), leaf('b', false)] }, 'en')).toEqual([
    { says: 'a', evidence: 'a!' },
  ])
})

test('a reason that is a denial is told as one, never as its opposite', () => {
  const leaf = (says: string, met: boolean) =>
    ({ path: 'x', kind: 'event', met, says, evidence: `${says}!`, progress: null, of: [] }) as const
  const above = { path: 'who', says: '', evidence: null, progress: null } as const
  const either = { ...above, kind: 'any', met: false, of: [leaf('b', false), leaf('c', false)] } as const
  expect(
    reasonsOf(
      {
        ...above,
        kind: 'all',
        met: true,
        of: [leaf('a', true), { ...above, kind: 'not', met: true, of: [either] }],
      },
      'zh-CN',
    ),
  ).toEqual([
    { says: 'a', evidence: 'a!' },
    { says: '并非b', evidence: 'b!' },
    { says: '并非c', evidence: 'c!' },
  ])
})
