import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending, type ScreenStory } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { Standing, TierTrend, ValueAnswer } from './value.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'insight.read',
      'insight.edit',
      'audience.read',
      'audience.edit',
    ],
  },
}

const answer: ValueAnswer = {
  state: 'fitted',
  least: 60,
  buyers: 2_318,
  repeaters: 1_402,
  asOf: '2026-11-18',
  madeAt: '2026-11-18T19:40:12Z',
  model: {
    buying: { r: 0.874, alpha: 3.61, a: 0.912, b: 3.184 },
    spend: { p: 6.18, q: 3.77, gamma: 5_540 },
    correlation: 0.04,
    discountPerYear: 0.1,
  },
  total: {
    members: 2_318,
    alive: 1_486.2,
    purchases: 6_942,
    revenue: 86_420_000,
    low: 80_100_000,
    high: 92_700_000,
  },
  alive: [212, 148, 121, 118, 132, 140, 176, 204, 318, 749].map((members, bin) => ({
    bin,
    members,
    revenue: members * bin * 6_000,
  })),
  by: [
    ['上海', 286, 34_800_000],
    ['杭州', 402, 21_600_000],
    ['成都', 771, 14_100_000],
    ['北京', 214, 8_300_000],
    ['厦门', 645, 7_620_000],
  ].map(([label, members, revenue], at) => ({
    value: String(at),
    label: label as string,
    rest: false,
    members: members as number,
    alive: (members as number) * 0.6,
    purchases: (members as number) * 3,
    revenue: revenue as number,
    low: (revenue as number) * 0.86,
    high: (revenue as number) * 1.15,
  })),
  holdout: {
    cut: '2026-05-20',
    buyers: 1_640,
    expected: 2_214,
    actual: 2_167,
    weeks: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26].map((week) => ({
      week,
      expected: 172 * week ** 0.78,
      actual: Math.round(172 * week ** 0.776 + (week % 3) * 9),
    })),
    byPast: [0, 1, 2, 3, 4, 5, 6, 7].map((x) => ({
      x,
      orMore: x === 7,
      buyers: [690, 312, 201, 140, 96, 71, 48, 82][x]!,
      expected: 0.38 + x * 0.42,
      actual: 0.36 + x * 0.43 + (x % 2) * 0.09,
    })),
  },
}

const standing: Standing = {
  deciles: [0.412, 0.192, 0.121, 0.084, 0.061, 0.047, 0.034, 0.024, 0.016, 0.009].map((share, at) => ({
    decile: at + 1,
    members: at === 9 ? 230 : 232,
    revenue: share * 86_420_000,
    atStake: share * 9_000_000,
    least: Math.round(share * 230_000),
  })),
  going: { members: 96, revenue: 2_140_000, atStake: 7_380_000 },
  versions: [
    {
      id: '12',
      asOf: '2026-11-18',
      madeAt: '2026-11-18T19:40:12Z',
      outcome: 'fitted',
      repeaters: 1_402,
      ratio: 1.02,
    },
  ],
  can: { compute: true },
}
const people = ['韩小禾', '许木', '周南', '苏荷', '江离', '沈舟'].map((nickname, at) => ({
  member: {
    id: String(at + 20),
    nickname,
    avatarUrl: null,
    city: ['杭州', '上海', '', '成都', '北京', '厦门'][at]!,
  },
  purchases: 14 - at * 2,
  daysSince: 71 + at * 9,
  alive: 0.18 + at * 0.05,
  revenue: 31_000 - at * 3_000,
  low: 0,
  high: 148_000 - at * 12_000,
  atStake: 186_000 - at * 19_000,
}))

const trend: TierTrend = {
  tiers: [
    ['important_value', '重要价值客户', '重点维护：VIP 专人服务、专享权益、定期福利，邀请转介绍'],
    ['important_develop', '重要发展客户', '提高频次：会员、积分、周期购，交叉推荐'],
    ['important_keep', '重要保持客户', '主动联系唤醒：新品告知、专属回归礼、负责人回访'],
    ['important_retain', '重要挽留客户', '重点挽留：专属优惠，回访流失原因'],
  ].map(([key = '', name = '', strategy = '']) => ({ key, name, strategy })),
  points: ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-19'].map(
    (day, at) => ({
      day,
      tiers: [
        ['important_value', 210 + at * 17],
        ['important_develop', 330 + at * 12],
        ['important_keep', 140 + at * at * 5],
        ['important_retain', 96 + at * 4],
        ['general_develop', 620 + at * 30],
        ['general_retain', 380 + at * 21],
      ].map(([tier, members]) => ({ tier: tier as string, members: members as number, amount: 1 })),
    }),
  ),
}

const said = {
  says: '全部成员里买过东西的人，按所选的维度拆开：还会再买的概率，以及之后一年预计消费多少',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const cut = encodeURIComponent(JSON.stringify({ breakdown: { by: 'field', field: 'member.city' } }))
const empty = { ...answer, total: null, model: null, alive: [], by: [], holdout: null }

/** The files of the gallery share their answers, so who looks is said by each story. */
const withSession = (stories: readonly ScreenStory[]): ScreenStory[] =>
  stories.map((story) => ({ ...story, answers: { 'GET /api/session': session, ...story.answers } }))

export default defineStories({
  group: 'value',
  answers: {
    'GET /api/audience/catalogue': catalogue,
    'GET /api/insight/saved': { items: [], next: null },
    'GET /api/insight/rfm-trend': trend,
    'GET /api/insight/value/standing': standing,
    'GET /api/insight/value/members': { items: people, next: null },
    'POST /api/insight/value': { ...said, answer },
  },
  stories: withSession([
    { name: 'by city', path: `/insight/value?q=${cut}` },
    {
      name: 'not cut, correlated, nobody going',
      path: '/insight/value',
      answers: {
        'POST /api/insight/value': {
          ...said,
          answer: { ...answer, by: [], holdout: null, model: { ...answer.model!, correlation: 0.42 } },
        },
        'GET /api/insight/value/standing': { ...standing, going: { members: 0, revenue: 0, atStake: 0 } },
      },
    },
    {
      name: 'too few',
      path: '/insight/value',
      answers: {
        'POST /api/insight/value': { ...said, answer: { ...empty, state: 'too_few', repeaters: 23 } },
      },
    },
    {
      name: 'never',
      path: '/insight/value',
      answers: {
        'GET /api/session': {
          ...viewerSession,
          operator: { ...viewerSession.operator!, permissions: ['insight.read'] },
        },
        'POST /api/insight/value': {
          ...said,
          answer: { ...empty, state: 'never', asOf: null, madeAt: null },
        },
      },
    },
    { name: 'loading', path: '/insight/value', answers: { 'POST /api/insight/value': pending } },
    {
      name: 'away',
      path: '/insight/value',
      answers: {
        'POST /api/insight/value': fails(503, 'warehouse_unavailable', '统计暂时不可用，稍后再试'),
      },
    },
  ]),
})
