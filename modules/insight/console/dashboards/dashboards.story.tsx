import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { Series } from '../trends/trend.ts'
import { first, shared, weeklyActives } from './dashboards.fixture.ts'
import type { DashboardRow, TileAnswer, TileContent, WholeDashboard } from './dashboards.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...allPermissions, 'insight.edit', 'audience.read', 'audience.edit'],
  },
}
const reader = {
  ...ownerSession,
  operator: { ...ownerSession.operator!, permissions: ['insight.read'] },
}

const points = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({
    start: addDays(first, at * 7),
    to: addDays(first, at * 7 + 6),
    running: at === values.length - 1,
    value,
  }))

const seriesOf = (
  name: string,
  unit: Series['unit'],
  values: readonly number[],
  total: number,
  then: number | null,
): Series => ({
  letter: 'a',
  metric: 'weekly_actives',
  name,
  unit,
  better: 'more',
  formula: '截至期末的近 7 天里做过任何事的成员，去重',
  part: null,
  points: points(values),
  total: { value: total },
  before:
    then === null ? null : { points: points(values.map((value) => value * 0.9)), total: { value: then } },
})
const actives = seriesOf('周活跃 WAU', 'members', weeklyActives, 9_846, 9_534)
const rate = seriesOf(
  '周活跃率',
  'share',
  weeklyActives.map((value) => value / 31_000),
  0.318,
  0.309,
)
const interactions = seriesOf(
  '人均互动',
  'number',
  weeklyActives.map((value) => value / 4_000),
  2.4,
  2.6,
)
const joined = seriesOf(
  '新增成员',
  'members',
  weeklyActives.map((value, at) => 280 + at * 14 + (value % 40)),
  4_360,
  4_360,
)
const groups: readonly (readonly [string, number])[] = [
  ['手冲研究所', 0.42],
  ['新手上手', 0.36],
  ['产品内测', 0.31],
  ['门店常客', 0.24],
  ['豆子拼单', 0.19],
]
const byGroup = groups.map(
  ([label, value]): Series => ({
    ...rate,
    part: { key: `v${label}`, label },
    before: null,
    points: points(weeklyActives.map((each) => (each / 31_000) * (value / 0.318))),
    total: { value },
  }),
)

const metric = (show: 'number' | 'line' | 'bars' | 'table'): TileContent => ({
  kind: 'metric',
  metric: 'weekly_actives',
  range: { last: 12, unit: 'week' },
  unit: 'week',
  compare: 'previous',
  scope: {},
  show,
})
const trendQuestion = {
  of: [{ metric: 'weekly_actives' }],
  range: { last: 12, unit: 'week' },
  unit: 'week',
  scope: {},
}
const trend = (id: string, series: readonly Series[], question: object = trendQuestion): TileAnswer => ({
  id,
  analysis: 'trend',
  question,
  says: '按周看「周活跃 WAU」',
  unheard: [],
  answer: { days: { from: first, to: '2026-11-19' }, before: null, unit: 'week', series },
})

const funnelQuestion = {
  range: { last: 90, unit: 'day' },
  scope: {},
  steps: [
    { of: [{ event: 'member.joined' }] },
    { of: [{ event: 'post.read' }] },
    { of: [{ event: 'order.paid' }] },
  ],
  order: 'ordered',
  within: { amount: 30, unit: 'days' },
  exclusions: [],
  count: 'members',
  attribution: { by: 'first' },
  show: { of: 'steps' },
}
const steps = (
  [
    ['加入社区', 4_360, null, 1],
    ['读过帖子', 3_104, 0.712, 0.712],
    ['付款下单', 611, 0.197, 0.14],
  ] as const
).map(([name, count, rateOf, overall]) => ({
  name,
  optional: false,
  count,
  members: count,
  rate: rateOf,
  overall,
}))

const layout: WholeDashboard['layout'] = [
  {
    id: '1',
    title: null,
    content: {
      kind: 'text',
      text: '先看周活跃和活跃率；哪个群掉了，点开就是那些人。\n\n信号里是系统已经替你盯出来的。',
    },
    x: 0,
    y: 0,
    w: 12,
    h: 2,
  },
  { id: '2', title: null, content: metric('number'), x: 0, y: 2, w: 3, h: 3 },
  { id: '3', title: null, content: metric('number'), x: 3, y: 2, w: 3, h: 3 },
  { id: '4', title: '人均互动（每周）', content: metric('number'), x: 6, y: 2, w: 3, h: 3 },
  { id: '5', title: null, content: metric('number'), x: 9, y: 2, w: 3, h: 3 },
  { id: '6', title: null, content: metric('line'), x: 0, y: 5, w: 8, h: 6 },
  { id: '7', title: null, content: { kind: 'signals' }, x: 8, y: 5, w: 4, h: 6 },
  { id: '8', title: '各群的周活跃率', content: metric('bars'), x: 0, y: 11, w: 6, h: 6 },
  {
    id: '9',
    title: '新人从加入到第一单',
    content: { kind: 'analysis', analysis: 'funnel', question: funnelQuestion },
    x: 6,
    y: 11,
    w: 6,
    h: 6,
  },
  { id: '10', title: null, content: metric('table'), x: 0, y: 17, w: 8, h: 6 },
  {
    id: '11',
    title: '复购',
    content: { kind: 'analysis', analysis: 'repurchase', question: {} },
    x: 8,
    y: 17,
    w: 4,
    h: 3,
  },
]

const row = (name: string, more: Partial<DashboardRow> = {}): DashboardRow => ({
  id: '7',
  name,
  note: '人在不在、说不说话、新来的留没留住：每周一先看这一页',
  shared: true,
  own: true,
  tiles: 11,
  links: 0,
  version: 3,
  by: '林晓',
  createdAt: ago(90_000),
  changedBy: '陈朗',
  changedAt: ago(42),
  archivedAt: null,
  can: { change: true, share: true },
  ...more,
})
const whole: WholeDashboard = { ...row('社群健康'), range: null, scope: null, layout }

const signal = (id: string, title: string, note: string, minutes: number) => ({
  id,
  title,
  note,
  raisedAt: ago(minutes),
})
const answers = {
  items: [
    { id: '1', analysis: null, question: null, says: '', unheard: [], answer: null },
    trend('2', [actives]),
    trend('3', [rate]),
    trend('4', [interactions]),
    trend('5', [joined]),
    trend('6', [actives]),
    {
      id: '7',
      analysis: null,
      question: null,
      says: '',
      unheard: [],
      answer: {
        items: [
          signal('1', '「手冲研究所」周活跃率降到 31%', '低于健康红线 35%', 38),
          signal('2', '「新手上手」首答变慢：中位 6.4 小时', '比上周多 2.1 小时', 320),
          signal('3', '周活跃连续两周没有增长', '近 12 周里第一次', 1_600),
        ],
        more: false,
        open: 3,
      },
    },
    trend('8', [rate, ...byGroup], { ...trendQuestion, breakdown: { by: 'group' } }),
    {
      id: '9',
      analysis: 'funnel',
      question: funnelQuestion,
      says: '',
      unheard: [],
      answer: { from: first, to: '2026-11-19', steps, values: [], otherValues: 0 },
    },
    trend('10', [rate, ...byGroup.slice(0, 3)]),
    { id: '11', problem: { code: 'timeout', status: 504, title: '处理超时，请缩小范围后重试' } },
  ],
  mark: '1',
  freshTo: ago(0),
  lagSeconds: 1,
}

const known = {
  'GET /api/session': session,
  'GET /api/insight/mark': { mark: '1' },
  'GET /api/insight/dashboards/{id}': whole,
  'POST /api/insight/dashboards/{id}/answers': answers,
  'POST /api/insight/dashboards/preview': answers,
  'GET /api/insight/annotations': { items: [] },
  'GET /api/insight/dashboards/{id}/shares': {
    items: [
      {
        id: '3',
        note: '董事会',
        expiresAt: '2026-12-19T01:00:00Z',
        createdAt: ago(9_000),
        by: '林晓',
        revokedAt: null,
        revokedBy: null,
        seenAt: ago(190),
      },
      {
        id: '2',
        note: '代运营公司',
        expiresAt: null,
        createdAt: ago(30_000),
        by: '陈朗',
        revokedAt: ago(400),
        revokedBy: '林晓',
        seenAt: null,
      },
    ],
  },
  'GET /api/insight/dashboard-templates': {
    items: [
      { id: 'health', name: '社群健康', note: '人在不在、说不说话、新来的留没留住', tiles: 10 },
      { id: 'growth', name: '增长与转化', note: '从哪里来、走到哪一步、买没买、还买不买', tiles: 8 },
      { id: 'content', name: '内容与互动', note: '谁在写、有没有人看、问题有没有人答', tiles: 9 },
    ],
  },
}

const list = {
  items: [
    row('社群健康', { links: 1 }),
    row('增长与转化', {
      id: '8',
      note: '从哪里来、走到哪一步、买没买、还买不买',
      tiles: 8,
      changedBy: null,
      by: null,
    }),
    row('我的周会', { id: '9', note: '', shared: false, tiles: 4, changedBy: '林晓', changedAt: ago(4_000) }),
  ],
  next: null,
}

const at = '/insight/dashboards/7'
const story = (name: string, path: string, more: Record<string, unknown> = {}) => ({
  name,
  path,
  answers: { ...known, 'GET /api/insight/dashboards': list, ...more },
})

export default defineStories({
  group: 'dashboards',
  stories: [
    story('list', '/insight/dashboards'),
    story('none yet', '/insight/dashboards', { 'GET /api/insight/dashboards': { items: [], next: null } }),
    story('list fails', '/insight/dashboards', {
      'GET /api/insight/dashboards': fails(503, 'unavailable', '服务暂时不可用，请稍后重试'),
    }),
    story('board', at),
    story(
      'board of one range',
      `${at}?${new URLSearchParams({ over: '{"range":{"last":30,"unit":"day"}}' })}`,
    ),
    story('editing', `${at}?edit=yes`),
    story('only read', at, {
      'GET /api/session': reader,
      'GET /api/insight/dashboards/{id}': { ...whole, own: false, can: { change: false, share: false } },
    }),
    story('empty board', at, {
      'GET /api/insight/dashboards/{id}': { ...whole, layout: [], tiles: 0 },
      'POST /api/insight/dashboards/{id}/answers': { ...answers, items: [] },
    }),
    story('archived', at, {
      'GET /api/insight/dashboards/{id}': {
        ...whole,
        archivedAt: ago(600),
        can: { change: true, share: false },
      },
    }),
    story('figures on their way', at, { 'POST /api/insight/dashboards/{id}/answers': pending }),
    story('warehouse away', at, {
      'POST /api/insight/dashboards/{id}/answers': fails(
        503,
        'warehouse_unavailable',
        '分析库暂时不可用，数据会在恢复后补齐',
      ),
    }),
    story('gone', at, {
      'GET /api/insight/dashboards/{id}': fails(404, 'dashboard_not_found', '没有找到这个看板'),
    }),
    story('shared', '/shared', { 'POST /api/insight/shared': shared }),
    story('shared and closed', '/shared', {
      'POST /api/insight/shared': fails(404, 'share_not_found', '这个链接打不开'),
    }),
  ],
})
