import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { Checked, Goal, Template, WholeGoal } from './goals.queries.ts'

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

const start = '2026-10-01'
const due = '2026-12-31'
/** Readings that rise with a wobble. */
const readings = (from: number, to: number, count = 49) =>
  Array.from({ length: count }, (_, at) => ({
    day: addDays(start, at),
    value: from + ((to - from) * at) / (count - 1) + Math.sin(at * 1.7) * Math.abs(to - from) * 0.04,
  }))

const goal = (over: Partial<Goal> & Pick<Goal, 'id' | 'name'>): Goal => ({
  why: '内测要招得满，先要有人来；也是年度续约谈判的依据',
  metric: 'weekly_actives',
  metricName: '周活跃 WAU',
  unit: 'members',
  formula: '截至期末的近 7 天活跃成员数',
  scope: {},
  days: 7,
  better: 'more',
  baselineFrom: '2026-09-24',
  baselineTo: '2026-09-30',
  baseline: 8_420,
  mode: 'absolute',
  amount: 12_000,
  target: 12_000,
  startsOn: start,
  dueOn: due,
  ownerId: '1',
  ownerName: '林晓',
  createdAt: '2026-10-01T02:00:00.000Z',
  closedAt: null,
  outcome: null,
  lesson: '',
  standing: {
    pace: 'behind',
    day: '2026-11-18',
    value: 9_846,
    expected: 10_366,
    gap: -520,
    progress: 0.398,
    reached: false,
  },
  forecast: { day: due, value: 11_120, low: 10_640, high: 11_590, points: 7 },
  readings: readings(8_420, 9_846),
  can: { edit: true },
  ...over,
})

const goals: readonly Goal[] = [
  goal({ id: '1', name: '周活跃成员' }),
  goal({
    id: '2',
    name: '被采纳的产品建议',
    metric: 'feedback',
    metricName: '采纳数',
    unit: 'times',
    days: null,
    target: 60,
    amount: 60,
    baseline: 22,
    standing: {
      pace: 'ahead',
      day: '2026-11-18',
      value: 38,
      expected: 33,
      gap: 5,
      progress: 0.63,
      reached: false,
    },
    readings: readings(0, 38),
    ownerName: '唐果',
  }),
  goal({
    id: '3',
    name: '月退群率，越低越好',
    metric: 'leave_rate',
    metricName: '退群率',
    unit: 'share',
    better: 'less',
    days: 30,
    baseline: 0.034,
    target: 0.025,
    amount: 0.025,
    standing: {
      pace: 'ahead',
      day: '2026-11-18',
      value: 0.019,
      expected: 0.029,
      gap: 0.01,
      progress: 1.6,
      reached: true,
    },
    readings: readings(0.034, 0.019),
    ownerName: null,
    ownerId: null,
  }),
  goal({
    id: '4',
    name: '首次回复 4 小时内',
    metric: 'first_response_minutes',
    metricName: '首次响应时长',
    unit: 'minutes',
    better: 'less',
    standing: {
      pace: 'unknown',
      day: null,
      value: null,
      expected: null,
      gap: null,
      progress: null,
      reached: false,
    },
    baseline: 384,
    target: 240,
    amount: 240,
    readings: [],
    forecast: null,
  }),
]

const whole = (of: Goal): WholeGoal => ({
  ...of,
  pace: of.readings.map(({ day }, at) => ({
    day,
    expected: (of.baseline ?? 0) + ((of.target - (of.baseline ?? 0)) * (at + 1)) / 92,
  })),
  history: Array.from({ length: 182 }, (_, at) => ({
    day: addDays(start, at - 182),
    value: (of.baseline ?? 0) * (0.8 + at / 1_100 + Math.sin(at) * 0.01),
  })),
})

const templates: readonly Template[] = [
  {
    id: 'S1-03',
    name: '周活跃率不低于 40%',
    scenario: 'any',
    metric: 'weekly_active_rate',
    metricName: '周活跃率',
    unit: 'share',
    mode: 'absolute',
    amount: 0.4,
    days: 7,
    months: 4,
    place: 0,
  },
  {
    id: 'S1-46',
    name: '会员复购率提升 25%',
    scenario: 'fast',
    metric: 'repurchase_rate',
    metricName: '复购率',
    unit: 'share',
    mode: 'relative',
    amount: 0.25,
    days: 90,
    months: 6,
    place: null,
  },
]
const metrics = [
  {
    key: 'weekly_actives',
    name: '周活跃 WAU',
    unit: 'members',
    better: 'more',
    formula: '截至期末的近 7 天活跃成员数',
    family: 'activity',
  },
  {
    key: 'weekly_active_rate',
    name: '周活跃率',
    unit: 'share',
    better: 'more',
    formula: '近 7 天活跃成员数 ÷ 期末成员数',
    family: 'activity',
  },
]
const checked: Checked = {
  metricName: '周活跃率',
  unit: 'share',
  better: 'more',
  baselineFrom: '2026-11-12',
  baselineTo: '2026-11-18',
  baseline: 0.318,
  target: 0.4,
  smart: [
    { letter: 'specific', verdict: 'yes', reason: '指标明确，针对整个社区' },
    { letter: 'measurable', verdict: 'yes', reason: '有数据，有基线' },
    { letter: 'attainable', verdict: 'warn', reason: '要比过去半年最好的四周快 2.4 倍' },
    { letter: 'relevant', verdict: 'no', reason: '写一句：做到了对用户和业务有什么用' },
    { letter: 'timeBound', verdict: 'yes', reason: '到 2027-02-18，共 13 周' },
  ],
  history: whole(goals[0]!).history.map(({ day, value }) => ({ day, value: (value ?? 0) / 30_000 })),
}

const answers = {
  'GET /api/session': session,
  'GET /api/insight/goals': { items: goals, next: null },
  'GET /api/insight/goals/{id}': whole(goals[0]!),
  'GET /api/insight/goal-templates': { items: templates },
  'GET /api/insight/metrics': { items: metrics },
  'POST /api/insight/goals/check': checked,
  'GET /api/members/owners': { items: [{ accountId: '1', name: '林晓' }] },
  'GET /api/audience/catalogue': { sections: [], fields: [], events: [], groups: [], segments: [] },
}

export default defineStories({
  group: 'goals',
  answers,
  stories: [
    { name: 'list', path: '/plan/goals' },
    {
      name: 'ended',
      path: '/plan/goals?closed=yes',
      answers: {
        'GET /api/insight/goals': {
          items: [
            goal({
              id: '9',
              name: '首月新客转会员',
              closedAt: '2026-09-30T10:00:00.000Z',
              outcome: 'met',
              lesson: '欢迎礼包比打折管用',
              can: { edit: false },
            }),
            goal({
              id: '8',
              name: '日发言量',
              closedAt: '2026-08-31T10:00:00.000Z',
              outcome: 'dropped',
              can: { edit: false },
            }),
          ],
          next: null,
        },
      },
    },
    { name: 'none', path: '/plan/goals', answers: { 'GET /api/insight/goals': { items: [], next: null } } },
    { name: 'waiting', path: '/plan/goals', answers: { 'GET /api/insight/goals': pending } },
    {
      name: 'failed',
      path: '/plan/goals',
      answers: { 'GET /api/insight/goals': fails(503, 'unavailable', '数据库暂时连不上') },
    },
    { name: 'one', path: '/plan/goals/1' },
    {
      name: 'one-reached',
      path: '/plan/goals/3',
      answers: { 'GET /api/insight/goals/{id}': { ...whole(goals[2]!), forecast: null } },
    },
    {
      name: 'one-unread',
      path: '/plan/goals/4',
      answers: { 'GET /api/insight/goals/{id}': whole(goals[3]!) },
    },
    {
      name: 'one-reader',
      path: '/plan/goals/1',
      answers: {
        'GET /api/session': reader,
        'GET /api/insight/goals/{id}': { ...whole(goals[0]!), can: { edit: false } },
      },
    },
    { name: 'new', path: '/plan/goals/new' },
  ],
})
