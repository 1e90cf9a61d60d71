import { defineStories } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'

const order = [
  { key: 'introduction', name: '导入期' },
  { key: 'growth', name: '成长期' },
  { key: 'mature', name: '成熟期' },
  { key: 'dormant', name: '休眠期' },
  { key: 'churned', name: '流失期' },
]
const event = { kind: 'event', progress: null } as const

const life = {
  model: { id: '1', name: '全体成员' },
  stage: { key: 'growth', name: '成长期' },
  since: '2026-10-12',
  order,
  around: [
    {
      key: 'growth',
      name: '成长期',
      here: true,
      met: true,
      reasons: [
        { ...event, path: 'who', depth: 0, met: true, says: '近 30 天内活跃 ≥ 3 天', evidence: '6 天' },
      ],
    },
    {
      key: 'mature',
      name: '成熟期',
      here: false,
      met: false,
      reasons: [
        {
          ...event,
          path: 'who.of.0',
          depth: 1,
          met: false,
          says: '近 30 天内活跃 ≥ 8 天',
          evidence: '6 天',
          progress: { actual: 6, needed: 8 },
        },
        {
          ...event,
          path: 'who.of.1.of.0',
          depth: 2,
          met: true,
          says: '近 30 天内评论 ≥ 3 次',
          evidence: '5 次',
        },
      ],
    },
  ],
  changes: [
    { day: '2026-10-12', from: 'dormant', to: 'growth' },
    { day: '2026-09-20', from: 'growth', to: 'dormant' },
    { day: '2026-06-02', from: null, to: 'introduction' },
  ],
}

const value = {
  kind: 'purchase',
  unit: 'money',
  tier: { key: 'important_value', name: '重要价值客户' },
  since: '2026-10-12',
  asOf: '2026-11-18',
  recency: { value: 1, score: 5, cut: 30, high: true },
  frequency: { value: 9, score: 5, cut: 3.4, high: true },
  amount: { value: 112_600, score: 5, cut: 31_200, high: true },
  changes: [
    { day: '2026-10-12', from: '重要发展客户', to: '重要价值客户' },
    { day: '2026-06-02', from: '未购买', to: '重要发展客户' },
  ],
}
const given = {
  ...value,
  kind: 'contribution',
  unit: 'points',
  tier: { key: 'general_value', name: '热心常客' },
  amount: { value: 38, score: 3, cut: 41.6, high: false },
  changes: [],
}

/** The card among the others of a member's page, whose answers the page's own stories give. */
export default defineStories({
  group: 'standing',
  stories: [
    {
      name: 'of a member',
      path: '/members/105',
      answers: {
        'GET /api/session': ownerSession,
        'GET /api/members/{id}/lifecycle': { items: [life], next: null },
        'GET /api/members/{id}/rfm': { items: [value, given], next: null },
        'GET /api/members/{id}/value': {
          asOf: '2026-11-18',
          worth: {
            bought: 9,
            daysSince: 21,
            alive: 0.91,
            purchases: 4.6,
            purchasesSpread: { low: 2, high: 8 },
            revenue: 52_300,
            revenueSpread: { low: 18_400, high: 91_000 },
            atStake: 0,
            decile: 1,
          },
        },
      },
    },
  ],
})
