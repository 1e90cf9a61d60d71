import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { type CharterAnswers, charterAnswers, judgeCharter, judgePain, pain } from './charter.ts'
import {
  discardCharter,
  draftCharter,
  findCharterOfGroup,
  findCharters,
  foundGroup,
  reviseCharter,
} from './charters.ts'
import { findObservations, noteObservation, removeObservation } from './observations.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database())

const finished: CharterAnswers = charterAnswers.parse({
  problem: { goal: '手冲爱好者月复购 30%', present: '18%', onlyWay: true },
  fit: {
    product: 'content',
    margin: { holds: true, why: '自烘豆毛利 62%' },
    competitors: [{ name: '隔壁烘焙', outcome: 'works', learnt: '每周杯测' }],
  },
  position: {
    forWhom: '自己在家做手冲的人',
    situation: '想冲好一杯又没人可问',
    value: '两小时内有人答',
    valueKind: 'expertise',
    connection: 'pyramid',
    enter: '前三支豆的参数表',
    stay: '每周三杯测',
    pains: [
      { pain: '冲不稳', headache: true, wouldChange: true, hasAlternatives: false, worriesSolvable: true },
    ],
  },
  money: { path: 'repurchase', offer: '豆单月订', price: 49_900, margin: 50, converts: 20, week: 4 },
  service: {
    weeks: 26,
    members: 300,
    items: [{ name: '答疑', hoursPerWeek: 5 }],
    hourCost: 6_000,
    monthCost: 0,
  },
  rules: { theme: '手冲', service: '两小时答疑', forbidden: '广告', rewarded: '精华送豆' },
})

describe('whether a group is the right means', () => {
  test('S3-06 any one of high margin, frequent purchase and hard decision is enough', () => {
    const verdictOf = (over: Partial<Record<'margin' | 'frequency' | 'decision', boolean | null>>) =>
      judgeCharter(
        charterAnswers.parse({
          fit: Object.fromEntries(Object.entries(over).map(([name, holds]) => [name, { holds }])),
        }),
      )
    for (const name of ['margin', 'frequency', 'decision'] as const)
      expect(verdictOf({ [name]: true })).toMatchObject({ fits: true, by: [name] })
    expect(verdictOf({ margin: false, frequency: false, decision: false })).toMatchObject({ fits: false })
    expect(verdictOf({ margin: false, frequency: false }).fits).toBeNull()
    expect(verdictOf({ margin: false, frequency: false, decision: false }).warnings).toContain('noTrait')
  })

  test('S3-08 preparation is done when positioning, money, service and rules are, and the fit before them', () => {
    expect(judgeCharter(finished)).toMatchObject({ ready: true, fits: true, warnings: [] })
    const open = judgeCharter({ ...finished, rules: { ...finished.rules, rewarded: '' } })
    expect(open.ready).toBe(false)
    expect(open.steps.find(({ step }) => step === 'rules')?.missing).toEqual(['rewarded'])
    expect(judgeCharter(charterAnswers.parse({})).steps.every(({ missing }) => missing.length > 0)).toBe(true)
  })

  test('S3-26 the way to money comes before the group, and in the first half of its life', () => {
    const money = (over: Partial<CharterAnswers['money']>) =>
      judgeCharter({ ...finished, money: { ...finished.money, ...over } }).warnings
    expect(money({ path: null })).toContain('moneyMissing')
    expect(money({ week: 13 })).toEqual([])
    expect(money({ week: 14 })).toContain('moneyLate')
  })

  test('S3-33 cost and income over the group’s life say how many members it needs', () => {
    // 26 weeks × 5 h × ¥60 = ¥7,800; each member brings ¥499 × 50 % × 20 % = ¥49.90.
    expect(judgeCharter(finished).economics).toEqual({
      cost: 780_000,
      income: 1_497_000,
      net: 717_000,
      breakEvenMembers: 157,
      hoursPerWeek: 5,
    })
  })

  test('S3-35 to S3-38 a pain is real when it hurts, is worth a change, has no other cure and its worries can be met', () => {
    const judge = (over: object) =>
      judgePain(
        pain.parse({
          headache: true,
          wouldChange: true,
          hasAlternatives: false,
          worriesSolvable: true,
          ...over,
        }),
      )
    expect(judge({})).toBe('real')
    expect(judge({ headache: false })).toBe('weak')
    expect(judge({ wouldChange: false })).toBe('weak')
    expect(judge({ hasAlternatives: true })).toBe('open')
    expect(judge({ worriesSolvable: null })).toBe('open')
  })

  test('S3-53 says when a group is not the only way, and when nobody else made it work', () => {
    const { warnings } = judgeCharter({
      ...finished,
      problem: { ...finished.problem, onlyWay: false, otherWays: '邮件' },
      fit: { ...finished.fit, competitors: [{ name: '甲', does: '', outcome: 'fails', learnt: '' }] },
      service: { ...finished.service, members: 600 },
    })
    expect(warnings).toEqual(['notOnlyWay', 'competitorsFail', 'tooLarge'])
  })
})

describe('charters', () => {
  test('are saved over the revision that was seen, and kept with the group that is made of them', async () => {
    const draft = await draftCharter(ctx(), { title: '手冲研究所', answers: finished })
    const saved = await reviseCharter(ctx(), draft.id, { revision: 1, title: '手冲研究所 2' })
    expect(saved.revision).toBe(2)
    await expect(reviseCharter(ctx(), draft.id, { revision: 1 })).rejects.toThrow(/charter_changed/)
    const group = await foundGroup(ctx(), draft.id, { name: '手冲研究所', kind: 'interest' })
    expect(await getGroup(ctx(), group.id)).toMatchObject({
      template: 'content',
      forWhom: '自己在家做手冲的人',
      connection: 'pyramid',
      coreValue: 'expertise',
    })
    expect(await findCharterOfGroup(ctx(), group.id)).toMatchObject({ id: draft.id, despite: null })
    await expect(foundGroup(ctx(), draft.id, { name: '又一个', kind: 'interest' })).rejects.toThrow(
      /charter_used/,
    )
    await expect(discardCharter(ctx(), draft.id)).rejects.toThrow(/charter_used/)
  })

  test('that are not thought through need a reason, which is kept', async () => {
    const draft = await draftCharter(ctx(), { title: '试试看', answers: charterAnswers.parse({}) })
    const wanted = { name: '试试看', kind: 'welfare' } as const
    await expect(foundGroup(ctx(), draft.id, wanted)).rejects.toThrow(/charter_not_ready/)
    const group = await foundGroup(ctx(), draft.id, { ...wanted, despite: '双十一前先跑两周' })
    expect((await findCharterOfGroup(ctx(), group.id))?.despite).toBe('双十一前先跑两周')
  })

  test('drafts come last changed first, page by page; discarded ones are gone', async () => {
    const made = []
    for (const title of ['甲', '乙', '丙']) made.push(await draftCharter(ctx(), { title, answers: finished }))
    await discardCharter(ctx(), made[1]!.id)
    const first = await findCharters(ctx(), { state: 'draft', after: undefined, limit: 1 })
    expect(first.items.map(({ title }) => title)).toEqual(['丙'])
    expect(first.next).not.toBeNull()
  })

  test('S3-54 what was seen in other people’s groups is a journal, found by words', async () => {
    const seen = {
      platform: '微信群',
      seenOn: '2026-11-12',
      kind: 'welcome',
      takeaway: '',
      charterId: null,
    } as const
    const id = await noteObservation(ctx(), {
      ...seen,
      place: '隔壁烘焙读书会',
      saw: '入群三分钟有人喊名字欢迎',
    })
    await noteObservation(ctx(), { ...seen, place: '某某知识星球', saw: '置顶了四段群规' })
    const found = await findObservations(ctx(), { q: '喊名字', after: undefined, limit: 10 })
    expect(found.items.map((one) => one.place)).toEqual(['隔壁烘焙读书会'])
    await removeObservation(ctx(), id)
    expect((await findObservations(ctx(), { after: undefined, limit: 10 })).items).toHaveLength(1)
    await expect(removeObservation(ctx(), id)).rejects.toThrow(/observation_not_found/)
  })
})
