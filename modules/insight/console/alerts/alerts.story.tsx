import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { Rule, Signal, Tried } from './alerts.queries.ts'

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
const rates = [0.41, 0.402, 0.395, 0.39, 0.381, 0.377, 0.371, 0.362, 0.355, 0.341, 0.318, 0.27]
const series = rates.map((value, at) => ({ start: addDays('2026-09-01', at * 7), value, base: 1_282 }))

const signal = (over: Partial<Signal> & Pick<Signal, 'id'>): Signal => ({
  ruleId: '1',
  goalId: null,
  groupId: '6',
  groupName: '手冲研究所',
  name: '社群周活跃率低于红线',
  title: '手冲研究所 · 周活跃率 27%，低于预警线 30%',
  note: '11月17日 · 连降 11 期 · 基数 1,282',
  metricName: '周活跃率',
  unit: 'share',
  kind: 'threshold',
  side: 'below',
  bucket: '2026-11-17',
  lastBucket: '2026-11-18',
  from: '2026-11-17',
  to: '2026-11-17',
  value: 0.27,
  against: 0.3,
  line: 0.3,
  base: 1_282,
  series,
  topic: null,
  causes: [
    {
      event: 'tasting_joined',
      name: '参加杯测',
      before: 104,
      now: 0,
      moved: 104,
      says: '「参加杯测」的人从 104 人变为 0 人，104 人没再来',
    },
    {
      event: 'comment.posted',
      name: '评论',
      before: 212,
      now: 131,
      moved: 118,
      says: '「评论」的人从 212 人变为 131 人，118 人没再来',
    },
    {
      event: 'post.published',
      name: '发帖',
      before: 61,
      now: 38,
      moved: 40,
      says: '「发帖」的人从 61 人变为 38 人，40 人没再来',
    },
  ],
  raisedAt: '2026-11-18T00:30:00.000Z',
  takenAt: null,
  takenBy: null,
  closedAt: null,
  outcome: null,
  reason: '',
  improvementId: null,
  can: { take: true, close: true },
  ...over,
})

const weeks = [2, 3, 1, 2, 4, 2, 3, 2, 1, 2, 3, 27]
const topicSignal = signal({
  id: '3',
  groupId: null,
  groupName: null,
  name: '大家集中在说一个话题',
  title: '「咖啡机」突然被很多人提起：27 条，上一期 3 条',
  note: '11月10日 至 11月16日 · 19 人说过',
  metricName: '发言量',
  unit: 'times',
  kind: 'topic',
  side: 'above',
  bucket: '2026-11-10',
  lastBucket: '2026-11-10',
  from: '2026-11-10',
  to: '2026-11-16',
  value: 27,
  against: 3,
  line: null,
  base: 19,
  series: weeks.map((value, at) => ({ start: addDays('2026-08-25', at * 7), value, base: null })),
  causes: [],
  topic: {
    word: '咖啡机',
    items: 27,
    before: 3,
    members: 19,
    draftTitle: '最近大家都在聊「咖啡机」，说说你的情况',
    said: [
      {
        postId: '41',
        kind: 'post',
        text: '门店的咖啡机又卡住了，等了二十分钟',
        at: '2026-11-16T09:12:00.000Z',
      },
      {
        postId: '38',
        kind: 'comment',
        text: '同感，咖啡机排队太慢，能不能加一台',
        at: '2026-11-16T03:40:00.000Z',
      },
      { postId: '35', kind: 'post', text: '请教：家用咖啡机蒸汽不足怎么办', at: '2026-11-15T12:05:00.000Z' },
    ],
  },
})
const signals = [
  signal({ id: '1' }),
  signal({
    id: '2',
    ruleId: null,
    goalId: '1',
    groupId: null,
    groupName: null,
    title: '目标「周活跃成员」落后：周活跃 9,846，按节奏应到 10,366',
    note: '11月18日',
    kind: 'pace',
    series: series.map(({ start, value }) => ({ start, value: 8_000 + value * 4_000, base: null })),
    takenAt: '2026-11-18T02:00:00.000Z',
    takenBy: 'account:1',
  }),
]

const rule = (over: Partial<Rule> & Pick<Rule, 'id' | 'name' | 'says'>): Rule => ({
  ownName: '',
  preset: 'S1-71',
  metric: 'weekly_active_rate',
  metricName: '周活跃率',
  metricUnit: 'share',
  scope: {},
  eachGroup: true,
  unit: 'day',
  test: { kind: 'threshold', side: 'below', line: 'health' },
  leastBase: 10,
  cooldown: 7,
  ownerId: '1',
  ownerName: '林晓',
  department: null,
  mail: true,
  robotKind: 'wecom',
  robotProblem: null,
  snoozedUntil: null,
  pausedAt: null,
  lookedAt: '2026-11-19T01:23:00.000Z',
  open: 1,
  can: { edit: true, remove: false },
  ...over,
})
const rules = [
  rule({ id: '1', name: '社群周活跃率低于红线', says: '任一社群最近一天低于该社群的健康红线时提醒' }),
  rule({
    id: '2',
    name: '每日发言数明显低于平常',
    says: '最近一天异常偏低（超过 4 倍常见波动）时提醒',
    preset: 'S1-69',
    metricName: '发言量',
    metricUnit: 'times',
    open: 0,
    mail: false,
    robotKind: null,
    snoozedUntil: '2026-11-23T01:00:00.000Z',
  }),
  rule({
    id: '3',
    name: '复购率下降',
    ownName: '复购率下降',
    says: '最近一个整月比去年同期下降至少 10%时提醒',
    preset: null,
    metricName: '复购率',
    open: 0,
    robotProblem: '93000 invalid webhook url',
    pausedAt: '2026-11-10T01:00:00.000Z',
    lookedAt: null,
    can: { edit: true, remove: true },
  }),
  rule({
    id: '4',
    name: '大家集中在说一个话题',
    says: '最近一个整周有话题占全部发言的比重达到前一期的 2 倍时提醒',
    preset: 'S0-47',
    metricName: '发言量',
    metricUnit: 'times',
    eachGroup: false,
    unit: 'week',
    test: { kind: 'topic', times: 2 },
    leastBase: 5,
    mail: false,
    robotKind: null,
  }),
]
const tried: Tried = {
  metricName: '周活跃率',
  metricUnit: 'share',
  things: [
    { groupId: '6', groupName: '手冲研究所', line: 0.3, series, raised: [series.at(-1)!.start] },
    { groupId: '1', groupName: '新手上手', line: 0.3, series, raised: [] },
  ],
}
const metrics = [
  {
    key: 'weekly_active_rate',
    name: '周活跃率',
    unit: 'share',
    better: 'more',
    formula: '近 7 天活跃成员数 ÷ 期末成员数',
    family: 'activity',
  },
]

export default defineStories({
  group: 'alerts',
  answers: {
    'GET /api/session': session,
    'GET /api/insight/signals': { items: signals, next: null, open: 2 },
    'GET /api/insight/signals/{id}': signals[0],
    'GET /api/insight/alerts': { items: rules, missed: null },
    'POST /api/insight/alerts/preview': tried,
    'GET /api/insight/metrics': { items: metrics },
    'GET /api/members/owners': { items: [{ accountId: '1', name: '林晓' }] },
  },
  stories: [
    { name: 'signals', path: '/plan/alerts' },
    {
      name: 'calm',
      path: '/plan/alerts',
      answers: { 'GET /api/insight/signals': { items: [], next: null, open: 0 } },
    },
    { name: 'waiting', path: '/plan/alerts', answers: { 'GET /api/insight/signals': pending } },
    {
      name: 'failed',
      path: '/plan/alerts',
      answers: { 'GET /api/insight/signals': fails(503, 'unavailable', '数据库暂时连不上') },
    },
    { name: 'rules', path: '/plan/alerts?tab=rules' },
    {
      name: 'missed',
      path: '/plan/alerts',
      answers: {
        'GET /api/insight/alerts': {
          items: rules,
          missed: { reason: 'behind', since: '2026-11-18T22:23:00.000Z', last: '2026-11-19T01:23:00.000Z' },
        },
      },
    },
    {
      name: 'topic',
      path: '/plan/signals/3',
      answers: { 'GET /api/insight/signals/{id}': topicSignal },
    },
    { name: 'signal', path: '/plan/signals/1' },
    {
      name: 'signal-closed',
      path: '/plan/signals/1',
      answers: {
        'GET /api/insight/signals/{id}': signal({
          id: '1',
          closedAt: '2026-11-18T10:00:00.000Z',
          outcome: 'handled',
          reason: '周三杯测下周恢复，先私信了 94 位固定参与者',
          causes: [],
          can: { take: false, close: false },
        }),
      },
    },
  ],
})
