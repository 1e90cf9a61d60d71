import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { creditsOf, type Journey, markov, modelNames } from '../../attribution/models.ts'
import type { AttributionAnswer } from './attribution.queries.ts'

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
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'insight.read', 'audience.read'] },
}

const names: Readonly<Record<string, string>> = {
  xiaohongshu: '小红书',
  wechat: '微信',
  store: '门店',
  referral: '老带新',
  search: '搜索',
  direct: '直接访问',
  unknown: '来源不明',
}
const ways: readonly (readonly [path: readonly string[], conversions: number, nulls: number])[] = [
  [['wechat'], 212, 1_640],
  [['store'], 188, 410],
  [['xiaohongshu', 'wechat'], 164, 720],
  [['referral'], 121, 240],
  [['xiaohongshu', 'direct'], 118, 505],
  [['xiaohongshu', 'search', 'direct'], 96, 212],
  [['search'], 74, 640],
  [['wechat', 'store'], 71, 96],
  [['direct'], 66, 1_020],
  [['referral', 'wechat', 'direct'], 41, 64],
]
const journeys: readonly Journey[] = [
  ...ways.map(([path, conversions, nulls]) => ({ path, conversions, nulls, value: conversions * 12_400 })),
  { path: [], conversions: 23, nulls: 0, value: 23 * 11_800 },
]
const credits = creditsOf(journeys, 1)
const { removal, base } = markov(journeys.filter(({ path }) => path.length > 0))
const spent: Readonly<Record<string, number>> = {
  xiaohongshu: 4_860_000,
  wechat: 1_240_000,
  search: 960_000,
  store: 720_000,
}
const fans: Readonly<Record<string, readonly [number, number]>> = {
  xiaohongshu: [412, 121],
  wechat: [236, 108],
  store: [143, 92],
  referral: [118, 84],
  search: [96, 38],
  direct: [88, 31],
}

function answerOf(): AttributionAnswer {
  const conversions = journeys.reduce((sum, each) => sum + each.conversions, 0)
  const value = journeys.reduce((sum, each) => sum + each.value, 0)
  const channels = Object.entries(names).map(([channel, name]) => {
    const own = Object.fromEntries(
      modelNames.map((model) => [model, credits[model].get(channel) ?? { conversions: 0, value: 0 }]),
    )
    const cost = spent[channel] ?? null
    const gain = own.lastNonDirect!
    const [joined = 0, kept = 0] = fans[channel] ?? []
    const per = (many: number) => (cost === null || many === 0 ? null : cost / many)
    const roas = cost === null ? null : gain.value / cost
    return {
      channel,
      name,
      members: Math.round(gain.conversions * 0.8),
      credits: own,
      removal: removal.get(channel) ?? 0,
      fans: joined,
      kept,
      cost,
      perFan: per(joined),
      perKept: per(kept),
      perConversion: per(gain.conversions),
      roas,
      roi: roas === null ? null : roas - 1,
    }
  })
  return {
    days: { from: '2026-10-21', to: '2026-11-19' },
    conversions,
    value,
    members: 902,
    without: 3_118,
    base,
    channels: channels.sort(
      (one, other) => other.credits.lastNonDirect!.conversions - one.credits.lastNonDirect!.conversions,
    ) as AttributionAnswer['channels'],
    journeys: ways.map(([path, many, nulls]) => ({
      path: path.map((channel) => names[channel]!),
      conversions: many,
      value: many * 12_400,
      nulls,
    })),
    keeping: {
      winningCost: 7_780_000,
      keepingCost: 2_210_000,
      fans: 1_093,
      regulars: 1_842,
      perFan: 7_780_000 / 1_093,
      perRegular: 2_210_000 / 1_842,
      ratio: 2_210_000 / 1_842 / (7_780_000 / 1_093),
    },
  }
}

const said = {
  says: '2026-10-21 至 2026-11-19 的「付款」，转化前 30 天内接触过的渠道各有多少功劳',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const full = answerOf()
const answers = {
  'GET /api/session': session,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/attribution': { ...said, answer: full },
}
const bare: AttributionAnswer = {
  ...full,
  channels: full.channels.map((each) => ({
    ...each,
    cost: null,
    perFan: null,
    perKept: null,
    perConversion: null,
    roas: null,
    roi: null,
  })),
  keeping: { ...full.keeping, winningCost: 0, keepingCost: 0, perFan: null, perRegular: null, ratio: null },
}

export default defineStories({
  group: 'attribution',
  answers,
  stories: [
    { name: 'models', path: '/insight/attribution' },
    {
      name: 'no costs, a reader',
      path: '/insight/attribution',
      answers: { 'GET /api/session': reader, 'POST /api/insight/attribution': { ...said, answer: bare } },
    },
    {
      name: 'nothing',
      path: '/insight/attribution',
      answers: {
        'POST /api/insight/attribution': {
          ...said,
          answer: { ...bare, conversions: 0, value: 0, members: 0, without: 0, channels: [], journeys: [] },
        },
      },
    },
    { name: 'loading', path: '/insight/attribution', answers: { 'POST /api/insight/attribution': pending } },
    {
      name: 'warehouse missing',
      path: '/insight/attribution',
      answers: {
        'POST /api/insight/attribution': fails(
          503,
          'warehouse_unavailable',
          '分析数据库暂时连不上，稍后会自动恢复',
        ),
      },
    },
  ],
})
