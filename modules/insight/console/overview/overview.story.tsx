import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { Overview } from '../../overview/question.ts'
import { addDays } from '../calendar.ts'
import { monthSample, planSample, stageSample } from '../stage/stage.story.tsx'

const to = '2026-11-18'
const line = [7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846]
const before = [6_980, 7_110, 7_030, 7_290, 7_380, 7_350, 7_480, 7_620, 7_750, 7_690, 7_840, 7_960]
const end = (back: number) => addDays(to, -7 * back)
const start = (back: number) => addDays(to, -7 * back - 6)
const pair = (now: number, then: number) => ({ now, before: then })

const group = (
  id: string,
  name: string,
  glyph: string,
  colour: string,
  light: 'good' | 'warn' | 'bad',
  figures: readonly [number, number, number, number],
  rates: readonly number[],
): Overview['groups'][number] => ({
  ...{ id, name, glyph, colour, light },
  score: figures[0],
  members: 1_282,
  actives: 346,
  activeRate: figures[1],
  activeRateBefore: figures[2],
  rates: [...rates],
  firstReply: figures[3],
  replied: 40,
  posts: 44,
})

const shares = [
  [412, 46, 38, 34, 31, 29, 28, 27],
  [388, 44, 37, 33, 30, 29, 27],
  [521, 41, 33, 29, 27, 25],
  [467, 47, 39, 36, 33],
  [450, 49, 42, 38],
  [503, 51, 44],
  [618, 55],
  [702],
] as const

const overview: Overview = {
  from: start(11),
  to,
  north: {
    weeks: line.map((actives, at) => ({
      start: start(11 - at),
      end: end(11 - at),
      actives,
      before: before[at] ?? 0,
    })),
    goal: {
      name: '季度目标',
      target: 12_000,
      startsOn: '2026-10-01',
      dueOn: '2026-12-31',
      baseline: 8_390,
      paceNow: 10_366,
    },
  },
  change: {
    now: 9_846,
    before: 9_534,
    contributors: [
      { value: '1', label: '新手上手', came: 402, newcomers: 214, away: 114, change: 288 },
      { value: '2', label: '产品内测', came: 231, newcomers: 40, away: 86, change: 145 },
      { value: '3', label: '手冲研究所', came: 51, newcomers: 8, away: 172, change: -121 },
    ],
    stopped: [
      {
        group: '3',
        groupLabel: '手冲研究所',
        event: 'tasting_joined',
        label: '参加品鉴',
        weeks: 3,
        usual: 118,
        lastDay: '2026-10-28',
        regulars: 142,
        missing: 94,
      },
    ],
  },
  groups: [
    group(
      '3',
      '手冲研究所',
      '冲',
      'persimmon',
      'bad',
      [48, 27, 31.8, 384],
      [44, 42, 41, 38, 36, 34, 31.8, 27],
    ),
    group(
      '5',
      '上海据点',
      '沪',
      'slate',
      'warn',
      [63, 31.8, 30.9, 270],
      [29, 30, 28, 30, 31, 30, 30.9, 31.8],
    ),
    group('4', '意式角落', '意', 'teal', 'warn', [66, 33.5, 34.7, 228], [37, 36, 36, 35, 36, 34, 34.7, 33.5]),
    group('6', '拼豆团', '豆', 'clay', 'good', [74, 41, 40.6, 114], [38, 39, 41, 40, 39, 41, 40.6, 41]),
    group('2', '产品内测', '测', 'plum', 'good', [79, 58.7, 57.1, 36], [52, 54, 53, 56, 55, 57, 57.1, 58.7]),
    group('1', '新手上手', '新', 'sky', 'good', [82, 46.2, 43.1, 66], [38, 39, 41, 40, 42, 43, 43.1, 46.2]),
  ],
  retention: {
    cohorts: shares.map(([size, ...kept], at) => ({
      start: start(7 - at),
      end: end(7 - at),
      size,
      retained: kept.map((share) => Math.round((size * share) / 100)),
    })),
  },
  funnel: {
    from: '2026-10-06',
    to: '2026-11-04',
    steps: [
      ['joined', 3_204],
      ['profile', 2_627],
      ['post', 1_089],
      ['answered', 969],
      ['again', 659],
      ['order', 204],
    ].map(([step, members]) => ({ step: String(step), members: Number(members) })),
  },
  content: {
    posts: pair(1_284, 1_190),
    comments: pair(6_420, 6_010),
    reactions: pair(18_204, 17_550),
    reads: pair(92_410, 90_020),
    interactionRate: pair(0.273, 0.268),
    perActive: pair(2.63, 2.58),
    weekly: [980, 1_010, 1_040, 1_030, 1_090, 1_120, 1_080, 1_150, 1_190, 1_210, 1_240, 1_284],
  },
  feedback: {
    posts: 4_820,
    replied: 4_290,
    minutes: 84,
    answers: pair(412, 380),
    accepted: pair(118, 96),
    reports: pair(9, 14),
    weekly: [300, 310, 320, 330, 310, 340, 350, 360, 380, 370, 395, 412],
  },
  revenue: {
    net: pair(48_260_00, 43_120_00),
    refunded: pair(1_120_00, 980_00),
    orders: pair(402, 371),
    buyers: pair(356, 330),
    weekly: [31, 33, 32, 35, 34, 38, 37, 39, 43, 42, 45, 48].map((each) => each * 100_000),
  },
  newcomers: {
    joined: pair(702, 618),
    weekly: [410, 420, 400, 430, 412, 388, 521, 467, 450, 503, 618, 702],
    answered: { newcomers: 2_273, answered: 1_841 },
  },
  activity: {
    dau: pair(3_364.3, 3_290),
    wau: pair(9_846, 9_534),
    mau: pair(17_420, 16_880),
    stickiness: pair(0.193, 0.195),
    daily: Array.from({ length: 28 }, (_, at) => ({
      day: addDays(to, at - 27),
      actives: 3_100 + ((at * 137) % 460) + (at % 7 === 2 ? 500 : 0),
    })),
  },
  anomalies: [
    { day: '2026-11-11', metric: 'revenue', value: 1_842_000, usual: 620_000, score: 7.9 },
    { day: '2026-11-13', metric: 'actives', value: 4_120, usual: 3_240, score: 4.4 },
    { day: '2026-11-12', metric: 'comments', value: 610, usual: 902, score: -4.1 },
  ],
}

const answered = (answer: Overview) => ({
  says: '全部社群截至 2026-11-18 的 12 周总览',
  answer,
  freshTo: ago(0),
  lagSeconds: 0.8,
})

const nobody: Overview = {
  ...overview,
  north: { goal: null, weeks: overview.north.weeks.map((week) => ({ ...week, actives: 0, before: 0 })) },
  revenue: { ...overview.revenue, weekly: overview.revenue.weekly.map(() => 0) },
}

/** A community of some weeks: few people, no goal, one group that was not measured yet. */
const young: Overview = {
  ...overview,
  north: {
    goal: null,
    weeks: overview.north.weeks.map((week, at) => ({ ...week, actives: at < 9 ? 0 : 3 + at - 9, before: 0 })),
  },
  change: {
    now: 5,
    before: 0,
    contributors: [{ value: '1', label: '新手上手', came: 5, newcomers: 5, away: 0, change: 5 }],
    stopped: [],
  },
  groups: [
    {
      ...overview.groups[0]!,
      light: 'off',
      score: null,
      activeRate: null,
      activeRateBefore: null,
      rates: [],
      firstReply: null,
      posts: 0,
      actives: 0,
    },
  ],
  retention: {
    cohorts: [
      { start: start(1), end: end(1), size: 4, retained: [2] },
      { start: start(0), end: end(0), size: 1, retained: [] },
    ],
  },
  funnel: {
    ...overview.funnel,
    steps: overview.funnel.steps.map((step, at) => ({ ...step, members: at === 0 ? 4 : at < 3 ? 2 : 0 })),
  },
  content: {
    ...overview.content,
    posts: pair(3, 0),
    perActive: { now: 1.4, before: null },
    interactionRate: { now: null, before: null },
    weekly: [0, 0, 3],
  },
  feedback: { ...overview.feedback, posts: 3, replied: 0, minutes: null, weekly: [] },
  revenue: {
    ...overview.revenue,
    net: pair(12_900, 0),
    refunded: pair(0, 0),
    orders: pair(1, 0),
    buyers: pair(1, 0),
    weekly: [0, 12_900],
  },
  newcomers: { joined: pair(5, 0), weekly: [0, 4, 1], answered: null },
  anomalies: [],
}

const annotations = {
  items: [
    ['4', '2026-09-18', '秋季上新', 'content'],
    ['5', '2026-10-12', '新人引导改版', 'release'],
    [null, '2026-10-26', '发布公告 · 手冲研究所', 'content'],
    ['6', '2026-11-08', '双十一晒单周', 'activity'],
  ].map(([id, day, text, kind]) => ({
    ...{ id, day, text, kind },
    until: null,
    groupId: null,
    by: id ? '林晓' : null,
    can: { change: id !== null },
  })),
  next: null,
}

const session = {
  ...ownerSession,
  operator: { ...ownerSession.operator!, permissions: [...allPermissions, 'insight.edit'] },
}

const story = (name: string, answers: Record<string, unknown> = {}) => ({
  name,
  path: '/insight',
  answers: { 'GET /api/session': session, ...answers },
})

const savedQuestions = [
  ['7', 'trend', '每周活跃', '周会看', true],
  ['6', 'funnel', '新人从加入到第一单', '每周一看：卡在读帖还是卡在下单', false],
  ['5', 'retention', '新成员每周还来不来', '小红书和门店来的人差在第二周', false],
].map(([id, analysis, name, note, own]) => ({
  ...{ id, analysis, name, note, own, question: {}, shared: true, by: '唐果' },
  ...{ createdAt: ago(9_000), changedAt: ago(9_000), can: { change: true } },
}))

export default defineStories({
  group: 'overview',
  answers: {
    'GET /api/insight/annotations': annotations,
    'GET /api/insight/saved': { items: savedQuestions, next: null },
    'POST /api/insight/overview': answered(overview),
    'GET /api/insight/product-stage': stageSample,
    'GET /api/insight/product-stage/plan': planSample,
    'POST /api/insight/trend': {
      ...monthSample,
      answer: { ...monthSample.answer, series: monthSample.answer.series.slice(0, 3) },
    },
  },
  stories: [
    story('usual'),
    {
      ...story('by tier', {
        'POST /api/insight/overview': answered({
          ...overview,
          change: {
            ...overview.change,
            contributors: [
              { value: '4', label: '核心', came: 31, newcomers: 0, away: 12, change: 19 },
              { value: '2', label: '活跃', came: 402, newcomers: 12, away: 214, change: 188 },
              { value: '1', label: '新手', came: 268, newcomers: 250, away: 122, change: 146 },
              { value: '', label: '没有这一项', came: 20, newcomers: 0, away: 61, change: -41 },
            ],
            stopped: [],
          },
        }),
      }),
      path: `/insight?${new URLSearchParams({ q: JSON.stringify({ by: { by: 'field', field: 'tier.now' } }) })}`,
    },
    story('young', { 'POST /api/insight/overview': answered(young) }),
    story('nobody', { 'POST /api/insight/overview': answered(nobody) }),
    story('loading', { 'POST /api/insight/overview': pending }),
    story('warehouse missing', {
      'POST /api/insight/overview': fails(
        503,
        'warehouse_unavailable',
        '分析库暂时不可用，数据会在恢复后补齐',
      ),
    }),
    story('not allowed', { 'GET /api/session': viewerSession }),
  ],
})
