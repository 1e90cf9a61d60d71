import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { analystSession, fresh } from '../funnel/session.fixture.ts'
import type { IntervalAnswer, ProductAnswer, RepurchaseAnswer } from './answer.ts'

const starts = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']
const monthly = [
  [412, 78, 180, 21],
  [438, 88, 171, 22],
  [467, 98, 182, 26],
  [520, 117, 204, 31],
  [561, 121, 210, 28],
  [388, 61, 142, 12],
] as const
const part = (buyers: number, again: number) => ({
  buyers,
  again,
  rate: buyers === 0 ? null : again / buyers,
})
const figures = (buyers: number, again: number, freshBuyers: number, freshAgain: number) => {
  const orders = buyers + Math.round(again * 1.4)
  const amount = orders * 12_380
  return {
    ...part(buyers, again),
    fresh: part(freshBuyers, freshAgain),
    known: part(buyers - freshBuyers, again - freshAgain),
    orders,
    amount,
    refunded: Math.round(amount * 0.021),
    perOrder: amount / orders,
    perBuyer: amount / buyers,
    actives: buyers * 4,
    perActive: amount / (buyers * 4),
  }
}

const repurchase: RepurchaseAnswer = {
  from: '2026-06-01',
  to: '2026-11-19',
  total: figures(1_642, 702, 1_089, 318),
  months: monthly.map(([buyers, again, newcomers, newAgain], at) => ({
    start: starts[at]!,
    ...figures(buyers, again, newcomers, newAgain),
    complete: at < 5,
  })),
  firsts: monthly.map(([, , buyers], at) => {
    const judged = at < 4 ? buyers : at === 4 ? Math.round(buyers * 0.6) : 0
    const again = Math.round(judged * (0.24 + at * 0.012))
    return {
      start: starts[at]!,
      buyers,
      judged,
      again,
      rate: judged === 0 ? null : again / judged,
      complete: at < 4,
    }
  }),
  currencies: ['CNY'],
}
const counts = [41, 96, 210, 188, 240, 176, 98, 84, 40, 22, 9]
const ends = [3, 7, 14, 21, 30, 45, 60, 90, 120, 180]
const intervals: IntervalAnswer = {
  from: '2026-06-01',
  to: '2026-11-19',
  gaps: counts.reduce((sum, each) => sum + each, 0),
  median: 24,
  p80: 47.4,
  p90: 76.2,
  bins: counts.map((gaps, bin) => ({
    from: bin === 0 ? 1 : ends[bin - 1]! + 1,
    to: ends[bin] ?? null,
    gaps,
    members: Math.round(gaps * 0.86),
  })),
}
const goods = [
  ['SQ-PP-30', '挂耳 · 日常拼配 30 包', 214, 96],
  ['SQ-YJ-227', '云间 · 耶加雪菲 227g', 388, 161],
  ['SQ-PP-227', '山丘日常拼配 227g', 352, 140],
  ['SQ-LZ-100', 'V60 滤纸 100 张', 301, 88],
  ['SQ-QN-06', '海盐曲奇 6 片', 120, 19],
  ['SQ-SH-600', '分享壶 600ml', 74, 2],
] as const
const products: ProductAnswer = {
  from: '2026-06-01',
  to: '2026-11-19',
  orders: 2_960,
  ofOrders: 3_012,
  products: goods.map(([sku, name, buyers, again]) => ({
    sku,
    name,
    buyers,
    again,
    rate: again / buyers,
    orders: buyers + again,
  })),
  pairs: [
    ['SQ-YJ-227', 'SQ-LZ-100', 182, 0.061, 0.38, 3.2],
    ['SQ-PP-227', 'SQ-LZ-100', 131, 0.044, 0.31, 2.6],
    ['SQ-SH-600', 'SQ-LZ-100', 22, 0.007, 0.28, 2.4],
    ['SQ-PP-30', 'SQ-QN-06', 18, 0.006, 0.06, 1.1],
  ].map(([one, other, orders, support, confidence, lift]) => ({
    one: String(one),
    other: String(other),
    oneName: goods.find(([sku]) => sku === one)?.[1] ?? null,
    otherName: goods.find(([sku]) => sku === other)?.[1] ?? null,
    orders: Number(orders),
    members: Math.round(Number(orders) * 0.8),
    support: Number(support),
    confidence: Number(confidence),
    back: 0.2,
    lift: Number(lift),
  })),
}

const said = (answer: object) => ({
  ...fresh,
  says: '付款的成员中再次购买的人：新客与老客、逐月，以及首单后 30 天内',
  answer,
})
const answers = {
  'GET /api/session': analystSession,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/repurchase': said(repurchase),
  'POST /api/insight/purchase-intervals': said(intervals),
  'POST /api/insight/purchase-products': said(products),
}

export default defineStories({
  group: 'purchases',
  answers,
  stories: [
    { name: 'months', path: '/insight/purchases' },
    {
      name: 'nobody bought',
      path: '/insight/purchases',
      answers: { 'POST /api/insight/repurchase': said({ ...repurchase, total: figures(0, 0, 0, 0) }) },
    },
    { name: 'loading', path: '/insight/purchases', answers: { 'POST /api/insight/repurchase': pending } },
    {
      name: 'partly away',
      path: '/insight/purchases',
      answers: {
        'POST /api/insight/purchase-products': fails(503, 'timeout', '这个问题要算太久，缩短时间再试'),
      },
    },
  ],
})
