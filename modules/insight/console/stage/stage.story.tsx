import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { TrendSeries } from '../../metrics/trend/trend.ts'
import type { Plan, StageAnswer } from './stage.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'insight.read', 'insight.edit'],
  },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'insight.read'] },
}

const chosen: NonNullable<StageAnswer['chosen']> = {
  id: '2',
  stage: 'growth',
  name: '成长期',
  focus: '快速迭代，用激励把来的人留下、带人来',
  why: '联合笔记之后每周都有人自己找来，第二单也起来了；可以加渠道、上邀请奖励',
  against: 'growth',
  chosenAt: ago(100 * 1_440),
  by: '林晓',
}

export const stageSample: StageAnswer = {
  chosen,
  suggestion: {
    suggested: 'growth',
    silent: null,
    known: 214,
    active: 21_480,
    days: { from: '2026-08-21', to: '2026-11-18' },
    before: { from: '2026-05-23', to: '2026-08-20' },
    year: null,
    signs: [
      {
        metric: 'new_members',
        name: '新增成员',
        unit: 'members',
        now: 9_240,
        before: 6_110,
        year: null,
        change: 0.5123,
        way: 'up',
      },
      {
        metric: 'monthly_actives',
        name: '月活跃 MAU',
        unit: 'members',
        now: 18_906,
        before: 15_320,
        year: null,
        change: 0.2341,
        way: 'up',
      },
      {
        metric: 'buyers',
        name: '购买成员',
        unit: 'members',
        now: 4_102,
        before: 3_980,
        year: null,
        change: 0.0307,
        way: 'flat',
      },
    ],
    says: '近 90 天对比前 90 天：新增成员 +51.2%，月活跃 MAU +23.4%，购买成员 +3.1%',
  },
  differing: null,
  can: { choose: true },
}

const differing: StageAnswer = {
  ...stageSample,
  suggestion: {
    ...stageSample.suggestion!,
    suggested: 'maturity',
    known: 602,
    year: { from: '2025-08-21', to: '2025-11-18' },
    signs: stageSample.suggestion!.signs.map((sign, at) => ({
      ...sign,
      year: [9_010, 18_200, 4_960][at]!,
      change: [0.0255, 0.0388, -0.173][at]!,
      way: (['flat', 'flat', 'down'] as const)[at]!,
    })),
  },
  differing: { suggested: 'maturity', since: '2026-10-19', weeks: 5 },
}

export const planSample: Plan = {
  figures: [
    { metric: 'new_members', name: '新增成员', unit: 'members' },
    { metric: 'weekly_active_rate', name: '周活跃率', unit: 'share' },
    { metric: 'buyers', name: '购买成员', unit: 'members' },
  ],
  goals: [
    { template: 'S1-02', name: '社群用户增长 50%', done: '3' },
    { template: 'S1-09', name: '用户推荐率提升 50%', done: null },
    { template: 'S1-04', name: '互动频次提升 60%', done: null },
    { template: 'S1-45', name: '新客转会员率提升 35%', done: null },
  ],
  alerts: [
    {
      name: '新增成员比上周少三成',
      done: false,
      paused: null,
      make: {
        metric: 'new_members',
        unit: 'week',
        test: { kind: 'change', side: 'below', by: 0.3, against: 'previous' },
        leastBase: 0,
        cooldown: 7,
      },
    },
    { name: '退群率异常', done: true, paused: null, make: null },
    { name: '提问没人答', done: false, paused: '8', make: null },
  ],
  dashboards: [
    { template: 'growth', name: '增长与转化', note: '从哪里来、走到哪一步、买没买、还买不买', done: null },
  ],
  analyses: [
    {
      analysis: 'funnel',
      name: '新人从加入到第一单',
      why: '看卡在哪一步，迭代就从那一步开始',
      question: {},
      done: '5',
    },
    {
      analysis: 'retention',
      name: '各渠道来的人留存差多少',
      why: '把激励给留得住的渠道',
      question: {},
      done: null,
    },
    {
      analysis: 'attribution',
      name: '第一单从哪个渠道来',
      why: '钱花在带来真用户的渠道上',
      question: {},
      done: null,
    },
  ],
}

const figures: readonly (readonly [string, string, TrendSeries['unit'], number, number])[] = [
  ['new_members', '新增成员', 'members', 3_204, 2_810],
  ['monthly_actives', '月活跃 MAU', 'members', 18_906, 18_120],
  ['revisit_rate', '回访率', 'share', 0.612, 0.624],
  ['buyer_rate', '购买转化率', 'share', 0.0841, 0.0792],
  ['invited_members', '邀请人数', 'members', 418, 0],
]
/** Thirty days beside the thirty before. */
export const monthSample = {
  says: '',
  freshTo: null,
  lagSeconds: null,
  answer: {
    days: { from: '2026-10-20', to: '2026-11-18' },
    before: { from: '2026-09-20', to: '2026-10-19' },
    unit: 'month',
    series: figures.map(
      ([metric, name, unit, value, before], at): TrendSeries => ({
        letter: 'abcde'[at]!,
        metric,
        name,
        unit,
        better: 'more',
        formula: '',
        part: null,
        points: [],
        total: { value },
        before: { points: [], total: { value: before } },
      }),
    ),
  },
}

const history = {
  items: [
    chosen,
    {
      ...chosen,
      id: '1',
      stage: 'introduction',
      name: '导入期',
      why: '社区刚开放注册，先把第一批愿意说话的人留住，不急着铺渠道',
      against: null,
      chosenAt: ago(180 * 1_440),
      by: null,
    },
  ],
  next: null,
}

export default defineStories({
  group: 'product-stage',
  answers: {
    'GET /api/session': session,
    'GET /api/insight/product-stage': stageSample,
    'GET /api/insight/product-stage/plan': planSample,
    'GET /api/insight/product-stage/history': history,
    'POST /api/insight/trend': monthSample,
  },
  stories: [
    { name: 'usual', path: '/plan/stage' },
    {
      name: 'differing',
      path: '/plan/stage',
      answers: {
        'GET /api/insight/product-stage': differing,
        'GET /api/insight/product-stage/history': {
          items: [
            { ...chosen, id: '3', why: '旺季还没到，再看一个季度', against: 'maturity' },
            ...history.items,
          ],
          next: 'eyJ',
        },
      },
    },
    {
      name: 'nobody chose',
      path: '/plan/stage',
      answers: {
        'GET /api/insight/product-stage': { ...stageSample, chosen: null },
        'GET /api/insight/product-stage/history': { items: [], next: null },
      },
    },
    {
      name: 'too early',
      path: '/plan/stage',
      answers: {
        'GET /api/insight/product-stage': {
          ...stageSample,
          chosen: null,
          suggestion: { ...stageSample.suggestion!, suggested: null, silent: 'days', known: 9, signs: [] },
        },
      },
    },
    {
      name: 'warehouse away',
      path: '/plan/stage',
      answers: {
        'GET /api/insight/product-stage': { ...stageSample, suggestion: null },
        'POST /api/insight/trend': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
      },
    },
    { name: 'loading', path: '/plan/stage', answers: { 'GET /api/insight/product-stage': pending } },
    {
      name: 'reader',
      path: '/plan/stage',
      answers: {
        'GET /api/session': reader,
        'GET /api/insight/product-stage': { ...stageSample, can: { choose: false } },
      },
    },
  ],
})
