import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { Subscription } from '../subscriptions/subscriptions.queries.ts'
import type { ReportHead, Section, Template, WholeReport } from './reports.queries.ts'

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
  says: '本周活跃会员 9,846 人，比上周多 312 人',
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
    says: '当天活跃会员 142 人，比前一天少 38 人',
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
    says: '本月活跃会员 14,205 人，比上月多 1,120 人',
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

const text = (zh: string, en: string) => ({ zh, en })
const figure = (
  name: readonly [string, string],
  formula: readonly [string, string],
  value: number | null,
  before: number | null,
  unit: 'members' | 'share' | 'times' | 'money' = 'members',
) => ({ name: text(...name), formula: text(...formula), unit, better: 'more' as const, value, before })

const weeks = [7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846]
const sections: Section[] = [
  {
    name: 'overview',
    label: text('概览', 'Overview'),
    title: text(
      '本周活跃会员 9,846 人，比上周多 312 人',
      '9,846 active members in the week, 312 more than in the week before',
    ),
    about: text(
      '对比上周；「变化」按截至 11月15日 的近 7 天，对比 1 周前',
      'Against the week before; changes are of the 7 days up to Nov 15',
    ),
    parts: [
      {
        kind: 'figures',
        items: [
          figure(
            ['活跃会员', 'Active members'],
            ['当期有过任何行为的会员数（去重）', 'Members who did anything, each once'],
            9_846,
            9_534,
          ),
          figure(['新会员', 'New members'], ['当期加入的会员数', 'Members who joined'], 512, 540),
          figure(
            ['周活跃率', 'Weekly active rate'],
            ['近 7 天活跃会员数 ÷ 期末会员数', 'Active in 7 days ÷ members'],
            0.318,
            0.309,
            'share',
          ),
          figure(
            ['互动次数', 'Interactions'],
            ['评论、反应、分享和收藏', 'Comments, reactions, shares, bookmarks'],
            18_204,
            17_911,
            'times',
          ),
        ],
      },
      {
        kind: 'sentences',
        items: [
          {
            text: text(
              '比上周多 312 人：最多的在冷萃实验室，手冲研究所反而在减少',
              '312 more than the week before: most of it in 冷萃实验室, while 手冲研究所 lost',
            ),
            door: { path: '/insight', question: { to: '2026-11-15' } },
          },
          {
            text: text(
              '手冲研究所的「参加直播杯测」停了 3 周，46 位常参加的人上周没来',
              '手冲研究所: “Joined a tasting” stopped 3 weeks ago; 46 of its regulars stayed away last week',
            ),
            tone: 'warn',
            door: { path: '/insight', question: { to: '2026-11-15', group: '3' } },
          },
        ],
      },
    ],
    door: { path: '/insight', question: { to: '2026-11-15' } },
  },
  {
    name: 'north',
    label: text('北极星', 'North star'),
    title: text(
      '周活跃成员 9,846 人，比上周多 312 人',
      '9,846 weekly actives, 312 more than the week before',
    ),
    about: text('', ''),
    parts: [
      {
        kind: 'line',
        title: text(
          '周活跃成员 9,846 人，比上周多 312 人，离目标节奏还差 520 人',
          '9,846 weekly actives, 312 more than the week before, 520 behind the pace of the goal',
        ),
        note: text(
          '近 7 天活跃会员（去重）；点线是再往前的同样长一段，黄色虚线是目标',
          'Members active in 7 days, each once; dotted: as long before, dashed: the goal',
        ),
        unit: 'members',
        points: weeks.map((value, at) => ({
          start: new Date(Date.UTC(2026, 7, 24 + 7 * at)).toISOString().slice(0, 10),
          value,
        })),
        before: weeks.map((value) => Math.round(value * 0.86)),
        goal: 12_000,
        door: { path: '/insight', question: { to: '2026-11-15' } },
      },
    ],
  },
  {
    name: 'goals',
    label: text('目标', 'Goals'),
    title: text('2 个目标在跑：1 个达到或领先，1 个落后', '2 goals run: 1 reached or ahead, 1 behind'),
    about: text(
      '读数取本期最后一天；预测是照现在的走势，到期时八成把握的范围',
      'Read on the last day; the forecast is where it will be in eight cases of ten',
    ),
    parts: [
      {
        kind: 'table',
        title: null,
        head: [
          text('目标', 'Goal'),
          text('进度', 'Pace'),
          text('现在', 'Now'),
          text('目标值', 'Target'),
          text('到期预测', 'Forecast'),
          text('期限', 'Due'),
        ],
        figures: [2, 3, 4, 5],
        rows: [
          [
            { text: text('周活跃成员', '周活跃成员'), door: { path: '/plan/goals/1' } },
            { text: text('落后', 'Behind'), tone: 'bad' },
            { text: text('9,846', '9,846') },
            { text: text('12,000', '12,000') },
            { text: text('10,640 到 11,590', '10,640 to 11,590') },
            { text: text('12月31日', 'Dec 31') },
          ],
          [
            { text: text('被采纳的产品建议', '被采纳的产品建议'), door: { path: '/plan/goals/2' } },
            { text: text('领先', 'Ahead'), tone: 'good' },
            { text: text('38', '38') },
            { text: text('60', '60') },
            { text: text('58 到 71', '58 to 71') },
            { text: text('12月31日', 'Dec 31') },
          ],
        ],
      },
    ],
    door: { path: '/plan/goals' },
  },
  {
    name: 'content',
    label: text('内容', 'Content'),
    title: text('486 帖，218 人发过帖', '486 posts by 218 members'),
    about: text(
      '好帖按互动排：赞和评论一次算一，分享和收藏算二',
      'Posts by interaction: reactions and comments count one, shares and bookmarks two',
    ),
    parts: [
      {
        kind: 'table',
        title: text('最受欢迎的帖子', 'Best posts'),
        head: [
          text('帖子', 'Post'),
          text('社群', 'Group'),
          text('互动', 'Interactions'),
          text('读者', 'Readers'),
        ],
        figures: [2, 3],
        rows: [
          ['水温 92 度和 94 度，喝得出区别吗？', '手冲研究所', '186', '1,204'],
          ['门店同款拿铁：奶泡打到第几秒停', '拿铁拉花', '142', '988'],
        ].map((cells) => cells.map((cell) => ({ text: text(cell, cell) }))),
      },
      {
        kind: 'sentences',
        items: [
          {
            text: text(
              '大家在聊：冷萃 · 研磨度 · 耶加 · 春日拼配',
              'Talked about: 冷萃 · 研磨度 · 耶加 · 春日拼配',
            ),
          },
        ],
      },
    ],
  },
  {
    name: 'orders',
    label: text('订单', 'Orders'),
    title: text('本周没有订单', 'No orders in the week'),
    about: text('已付款的订单，按付款时间', 'Paid orders, by when they were paid'),
    parts: [],
  },
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
  last: { day: '2026-11-16', endedAt: ago(74), problem: null, deliveries: 2, failed: 0 },
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
    last: { day: '2026-11-19', endedAt: ago(4), problem: '已无权查看，没有发', deliveries: 2, failed: 1 },
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

const answers = {
  'GET /api/session': session,
  'GET /api/insight/reports': { items: heads, next: null },
  'GET /api/insight/reports/{id}': whole,
  'GET /api/insight/report-templates': { items: templates },
  'GET /api/insight/subscriptions': { items: subscriptions },
  'GET /api/insight/letter-robots': { items: [{ id: '1', name: '运营群', kind: 'wecom' }] },
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
    {
      name: 'no subscriptions',
      path: '/plan/subscriptions',
      answers: { 'GET /api/insight/subscriptions': { items: [] } },
    },
  ],
})
