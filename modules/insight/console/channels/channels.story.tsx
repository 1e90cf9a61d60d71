import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { type ChannelType, kindOf, stageNames, trafficKinds, typeNames } from '../../channels/types.ts'
import { verdictOf } from '../../channels/verdict.ts'
import type { Plan, PlanLine, Registered, TouchpointAnswer } from './channels.queries.ts'

const more = ['insight.read', 'audience.read']
const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, ...more, 'insight.edit', 'audience.edit'],
  },
}
const reader = { ...viewerSession, operator: { ...viewerSession.operator!, permissions: more } }

type Told = readonly [channel: string, name: string, type: ChannelType | null, suggested: ChannelType | null]
const told: readonly (readonly [
  ...Told,
  met: number,
  stages: readonly number[],
  fans: number,
  kept: number,
  cost: number | null,
])[] = [
  ['xiaohongshu', '小红书', 'social', null, 1_840, [412, 188, 121, 34], 412, 62, 1_520_000],
  ['wechat', '微信', 'account', null, 1_612, [386, 241, 164, 71], 386, 121, 480_000],
  ['store', '门店', 'shop', null, 704, [228, 142, 151, 84], 228, 104, 270_000],
  ['referral', '老带新', 'referral', null, 488, [171, 118, 83, 46], 171, 92, 360_000],
  ['search', '搜索', 'search', null, 402, [96, 44, 31, 9], 96, 24, 180_000],
  ['douyin', '抖音', null, 'video', 231, [58, 19, 11, 2], 58, 7, null],
  ['周末市集', '周末市集', null, null, 42, [21, 9, 6, 1], 21, 6, null],
]

const wonOf = (fans: number, kept: number, cost: number | null, bought: number) => {
  const mature = Math.round(fans * 0.7)
  const perFan = cost === null ? null : cost / fans
  const revenuePerFan = (bought * 12_400) / Math.max(1, fans)
  return {
    fans,
    mature,
    kept,
    keptRate: kept / mature,
    buyers: Math.round(bought * 0.8),
    fanOrders: bought,
    fanRevenue: bought * 12_400,
    cost,
    perFan,
    perKept: perFan === null ? null : (perFan * mature) / kept,
    revenuePerFan,
    roas: perFan === null ? null : revenuePerFan / perFan,
    small: mature < 30,
  }
}

const metOf = (met: number, stages: readonly number[]) => ({
  met,
  stages: stageNames.map((stage, at) => {
    const reached = stages[at] ?? 0
    const base = Math.round(at === 0 ? met * 0.6 : (stages[at - 1] ?? 0) * 2.2)
    return { stage, reached, base, rate: base === 0 ? null : Math.min(1, reached / base) }
  }),
  orders: (stages[2] ?? 0) + (stages[3] ?? 0),
  revenue: ((stages[2] ?? 0) + (stages[3] ?? 0)) * 12_400,
})

type Row = (typeof told)[number]
const summed = (rows: readonly Row[], overlap: number) => ({
  ...metOf(
    Math.round(rows.reduce((sum, row) => sum + row[4], 0) * overlap),
    stageNames.map((_, at) => Math.round(rows.reduce((sum, row) => sum + row[5][at]!, 0) * overlap)),
  ),
  ...wonOf(
    rows.reduce((sum, row) => sum + row[6], 0),
    rows.reduce((sum, row) => sum + row[7], 0),
    rows.reduce<number | null>((sum, row) => (row[8] === null ? sum : (sum ?? 0) + row[8]), null),
    rows.reduce((sum, row) => sum + row[5][2]!, 0),
  ),
})

function answerOf(rows: readonly Row[], base?: string): TouchpointAnswer {
  const channels = rows.map(([channel, name, type, suggested, met, stages, fans, kept, cost]) => ({
    channel,
    name,
    type,
    kind: kindOf(type),
    suggested,
    isBase: channel === base,
    retired: false,
    ...metOf(met, stages),
    ...wonOf(fans, kept, cost, stages[2]!),
  }))
  const nameOf = (channel: string) => rows.find((row) => row[0] === channel)?.[1] ?? channel
  const verdict = verdictOf(channels.map((row) => ({ ...row, apart: false })))
  return {
    days: { from: '2026-08-31', to: '2026-11-19' },
    within: 30,
    total: summed(rows, 0.78),
    kinds: trafficKinds.map((kind) => ({
      kind,
      ...summed(
        rows.filter((row) => kindOf(row[2]) === kind),
        0.9,
      ),
    })),
    channels,
    open: rows.length > 0 ? 611 : 0,
    strangers: rows.length > 0 ? 2_318 : 0,
    verdict: verdict && { ...verdict, name: nameOf(verdict.channel), next: nameOf(verdict.next) },
    least: 30,
  }
}

const registered = (rows: readonly Row[], base?: string): Registered[] =>
  rows.flatMap(([channel, name, type], at) =>
    type === null
      ? []
      : [
          {
            id: String(at + 1),
            channel,
            name,
            ownName: '',
            type,
            typeName: typeNames[type].zh,
            kind: kindOf(type),
            ownerId: '1',
            ownerName: '林晓',
            note: '',
            classifiedAt: '2026-09-02T03:00:00Z',
            classifiedByName: '林晓',
            base:
              channel === base
                ? {
                    at: '2026-10-09T02:00:00Z',
                    byName: '林晓',
                    reason: '熟人带来的人最爱说话，一个月后还来的也最多；群里有位置接住他们',
                  }
                : null,
            retiredAt: null,
            can: { change: true },
          },
        ],
  )

const line = (
  id: string,
  [channel, name, type]: readonly [string, string, ChannelType],
  fans: number,
  actual: number,
  budget: number,
  measures: string,
): PlanLine => {
  const expected = (fans * 18) / 30
  const forecast = (actual * 30) / 18
  return {
    id,
    channel,
    name,
    kind: kindOf(type),
    fans,
    budget,
    actual,
    spent: budget * 0.62,
    pace: actual < expected * 0.95 ? 'behind' : actual > expected * 1.08 ? 'ahead' : 'on',
    expected,
    forecast: { value: forecast, low: forecast * 0.9, high: forecast * 1.1 },
    measures,
    ownerId: '1',
    ownerName: id === '3' ? null : '林晓',
  }
}
const lines = [
  line('1', ['xiaohongshu', '小红书', 'social'], 160, 71, 500_000, '达人寄样 12 位，每周两篇参数笔记'),
  line('2', ['wechat', '微信', 'account'], 140, 92, 160_000, '公众号互推三家，推文尾部入群码'),
  line('3', ['store', '门店', 'shop'], 90, 55, 90_000, '杯套二维码换新'),
  line('4', ['referral', '老带新', 'referral'], 80, 41, 120_000, '老客带一位送 50 克样豆'),
]
const sumOf = (of: readonly PlanLine[], pace: 'on' | 'behind') => ({
  fans: of.reduce((sum, { fans }) => sum + fans, 0),
  budget: of.reduce((sum, { budget }) => sum + budget, 0),
  actual: of.reduce((sum, { actual }) => sum + actual, 0),
  spent: of.reduce((sum, { spent }) => sum + spent, 0),
  pace,
  expected: of.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
  forecast: {
    value: of.reduce((sum, { forecast }) => sum + forecast!.value, 0),
    low: of.reduce((sum, { forecast }) => sum + forecast!.low, 0) * 1.04,
    high: of.reduce((sum, { forecast }) => sum + forecast!.high, 0) * 0.96,
  },
})
const plan: Plan = {
  month: '2026-11-01',
  days: { from: '2026-11-01', to: '2026-11-19' },
  lines,
  totals: [
    { kind: 'own', ...sumOf(lines.slice(1), 'on') },
    { kind: 'public', ...sumOf(lines.slice(0, 1), 'behind') },
    { kind: null, ...sumOf(lines, 'behind') },
  ],
  unplanned: 37,
  can: { change: true },
}
const noPlan: Plan = { ...plan, lines: [], totals: [], unplanned: 0 }

const said = {
  says: '2026-08-31 至 2026-11-19 接触过各渠道的人，30 天内走到哪一步；以及从各渠道加入的人留没留下',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const path = '/insight/channels'
const classified = told.filter(([, , type]) => type !== null)
const few = told.map((row) => [...row.slice(0, 6), 12, 3, row[8]] as unknown as Row)

export default defineStories({
  group: 'channels',
  answers: {
    'GET /api/session': session,
    'GET /api/audience/catalogue': catalogue,
    'GET /api/insight/saved': { items: [], next: null },
    'GET /api/members/owners': { items: [{ accountId: '1', name: '林晓' }] },
    'GET /api/insight/channel-register': { items: registered(told, 'referral'), can: { change: true } },
    'GET /api/insight/channel-plan': plan,
    'POST /api/insight/touchpoints': { ...said, answer: answerOf(classified, 'referral') },
  },
  stories: [
    { name: 'map, base and plan', path },
    {
      name: 'some wait, no base, no plan',
      path,
      answers: {
        'GET /api/insight/channel-register': { items: registered(told), can: { change: true } },
        'GET /api/insight/channel-plan': noPlan,
        'POST /api/insight/touchpoints': { ...said, answer: answerOf(told) },
      },
    },
    {
      name: 'few people, a reader',
      path,
      answers: {
        'GET /api/session': reader,
        'GET /api/insight/channel-plan': { ...plan, can: { change: false } },
        'POST /api/insight/touchpoints': { ...said, answer: answerOf(few) },
      },
    },
    {
      name: 'nothing',
      path,
      answers: {
        'GET /api/insight/channel-register': { items: [], can: { change: true } },
        'GET /api/insight/channel-plan': noPlan,
        'POST /api/insight/touchpoints': {
          ...said,
          answer: { ...answerOf([]), total: summed([], 1), kinds: [] },
        },
      },
    },
    { name: 'loading', path, answers: { 'POST /api/insight/touchpoints': pending } },
    {
      name: 'warehouse missing',
      path,
      answers: {
        'POST /api/insight/touchpoints': fails(
          503,
          'warehouse_unavailable',
          '分析数据库暂时连不上，稍后会自动恢复',
        ),
      },
    },
  ],
})
