import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { LetterRobot, Subscription } from '../subscriptions/subscriptions.queries.ts'
import { sections } from './reports.fixture.ts'
import type { ReportHead, Template, WholeReport } from './reports.queries.ts'

const session = {
  ...ownerSession,
  operator: { ...ownerSession.operator!, permissions: [...allPermissions, 'insight.read', 'insight.edit'] },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'insight.read'] },
}

const head = (over: Partial<ReportHead>): ReportHead => ({
  id: '7',
  kind: 'weekly',
  title: '山丘咖啡周报 · 2026年11月9日至11月15日',
  from: '2026-11-09',
  to: '2026-11-15',
  groupId: null,
  groupName: null,
  version: 2,
  state: 'ready',
  jobId: null,
  madeAt: ago(26),
  freshTo: ago(26),
  problem: null,
  says: '本周活跃成员 9,846 人，比上周多 312 人',
  ...over,
})

const heads: readonly ReportHead[] = [
  head({}),
  head({
    id: '9',
    kind: 'daily',
    title: '手冲研究所日报 · 2026年11月18日 周三',
    groupId: '3',
    groupName: '手冲研究所',
    version: 1,
    madeAt: ago(3),
    says: '当天活跃成员 142 人，比前一天少 38 人',
  }),
  head({
    id: '10',
    title: '山丘咖啡周报 · 2026年11月2日至11月8日',
    state: 'making',
    madeAt: null,
    says: null,
    jobId: '5',
  }),
  head({
    id: '6',
    kind: 'monthly',
    title: '山丘咖啡月报 · 2026年10月1日至10月31日',
    version: 1,
    madeAt: ago(430),
    says: '本月活跃成员 14,205 人，比上月多 1,120 人',
  }),
  head({
    id: '5',
    kind: 'weekly',
    title: '山丘咖啡周报 · 2026年10月26日至11月1日',
    state: 'failed',
    madeAt: null,
    says: null,
    problem: '没有找到这个指标',
  }),
]

const whole: WholeReport = {
  ...head({}),
  zone: 'Asia/Shanghai',
  made: '2026年11月16日 09:00 生成 · 数据截至 2026年11月16日 09:00 · 第 2 版 · 日期按 Asia/Shanghai',
  summary: '总量在涨，靠的是冷萃实验室；手冲研究所连着三周往下，时间正好对上周三杯测停办。',
  nextSteps: '阿澈本周三恢复线上杯测，下周一看这 46 个人回来几个。',
  notesVersion: 3,
  notesAt: ago(2),
  notesByName: '林晓',
  sections,
  versions: [
    { id: '7', version: 2, madeAt: ago(26) },
    { id: '4', version: 1, madeAt: ago(50) },
  ],
  can: { write: true, makeAgain: true, share: true, pdf: true },
}

const names = [
  'overview',
  'north',
  'goals',
  'groups',
  'content',
  'activities',
  'feedback',
  'orders',
  'signals',
  'annotations',
] as const
const labels = ['概览', '北极星', '目标', '社群', '内容', '活动与打卡', '反馈', '订单', '信号', '标注']
const templates: Template[] = (['daily', 'weekly', 'monthly'] as const).map((kind) => ({
  kind,
  sections: kind === 'daily' ? ['overview', 'groups', 'content', 'signals'] : [...names],
  all: names.map((name, at) => ({ name, label: labels[at]! })),
  can: { change: true },
}))

const subscription = (over: Partial<Subscription>): Subscription => ({
  id: '1',
  kind: 'report',
  thing: 'weekly',
  name: '周报',
  timing: { rhythm: 'weekly', weekday: 1, hour: 9 },
  ownerName: '林晓',
  createdAt: ago(900),
  pausedAt: null,
  nextAt: '2026-11-23T01:00:00.000Z',
  readers: [
    { id: '1', name: '林晓', stopped: false },
    { id: '2', name: '唐果', stopped: true },
  ],
  robots: [{ id: '1', name: '运营群' }],
  last: { day: '2026-11-16', endedAt: ago(74), problem: null, deliveries: 2, failed: 0, waiting: 0 },
  reading: true,
  can: { change: true },
  ...over,
})
const subscriptions: Subscription[] = [
  subscription({}),
  subscription({
    id: '2',
    kind: 'dashboard',
    thing: '4',
    name: '门店周会看板',
    timing: { rhythm: 'daily', hour: 8 },
    robots: [],
    last: {
      day: '2026-11-19',
      endedAt: ago(4),
      problem: '已无权查看，没有发',
      deliveries: 2,
      failed: 1,
      waiting: 0,
    },
  }),
  subscription({
    id: '3',
    thing: 'monthly:3',
    name: '手冲研究所月报',
    timing: { rhythm: 'monthly', monthDay: 31, hour: 18 },
    pausedAt: ago(30),
    nextAt: null,
    last: null,
  }),
]

const robots: LetterRobot[] = [
  {
    id: '1',
    name: '运营群',
    kind: 'wecom',
    addedAt: ago(900),
    toldAt: ago(74),
    problem: null,
    usedBy: [
      { id: '1', name: '山丘咖啡周报' },
      { id: '4', name: null },
    ],
  },
  {
    id: '2',
    name: '门店店长群',
    kind: 'feishu',
    addedAt: ago(400),
    toldAt: ago(30),
    problem: '群机器人拒收，看看它是不是被移除了',
    usedBy: [{ id: '2', name: '门店周会看板' }],
  },
  {
    id: '3',
    name: '数据中台',
    kind: 'webhook',
    addedAt: ago(2),
    toldAt: null,
    problem: null,
    usedBy: [],
  },
]

const answers = {
  'GET /api/session': session,
  'GET /api/insight/reports': { items: heads, next: null },
  'GET /api/insight/reports/{id}': whole,
  'GET /api/insight/report-templates': { items: templates },
  'GET /api/insight/subscriptions': { items: subscriptions },
  'GET /api/insight/letter-robots': { items: robots },
  'GET /api/members/owners': { items: [{ accountId: '1', name: '林晓' }] },
  'GET /api/audience/catalogue': { sections: [], fields: [], events: [], groups: [], segments: [] },
}

export default defineStories({
  group: 'reports',
  answers,
  stories: [
    { name: 'list', path: '/plan/reports' },
    {
      name: 'none',
      path: '/plan/reports?kind=monthly',
      answers: { 'GET /api/insight/reports': { items: [], next: null } },
    },
    { name: 'loading', path: '/plan/reports', answers: { 'GET /api/insight/reports': pending } },
    { name: 'one', path: '/plan/reports/7' },
    {
      name: 'as a reader',
      path: '/plan/reports/7',
      answers: {
        'GET /api/session': reader,
        'GET /api/insight/reports/{id}': {
          ...whole,
          versions: whole.versions.slice(0, 1),
          can: { write: false, makeAgain: false, share: false, pdf: true },
        },
      },
    },
    {
      name: 'failed',
      path: '/plan/reports/5',
      answers: {
        'GET /api/insight/reports/{id}': {
          ...whole,
          ...heads[4],
          made: '',
          sections: [],
          can: { write: false, makeAgain: true, share: false, pdf: false },
        },
      },
    },
    {
      name: 'gone',
      path: '/plan/reports/99',
      answers: { 'GET /api/insight/reports/{id}': fails(404, 'report_not_found', '没有找到这份报告') },
    },
    { name: 'subscriptions', path: '/plan/subscriptions' },
    { name: 'robots', path: '/plan/robots' },
    {
      name: 'no robots',
      path: '/plan/robots',
      answers: { 'GET /api/insight/letter-robots': { items: [] } },
    },
    {
      name: 'no subscriptions',
      path: '/plan/subscriptions',
      answers: { 'GET /api/insight/subscriptions': { items: [] } },
    },
  ],
})
