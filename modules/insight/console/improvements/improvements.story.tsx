import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { allPermissions, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { Improvement, Measured, WholeImprovement } from './improvements.queries.ts'

const session = {
  ...ownerSession,
  operator: { ...ownerSession.operator!, permissions: [...allPermissions, 'insight.edit', 'tasks.work'] },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'insight.read'] },
}

const startsOn = '2026-10-22'
const first = '2026-09-24'
const weekly = [0, 2, 3, 3, 2, -3, -5]
const values = Array.from({ length: 56 }, (_, at) =>
  Math.round(34 + weekly[(at + 3) % 7]! + Math.sin(at * 2.1) * 2 + (at >= 28 ? 7 : 0)),
)
const course = values.map((value, at) => ({ day: addDays(first, at), value }))

const effect = {
  by: 'days',
  verdict: 'better',
  unit: 'members',
  difference: 6.8,
  low: 4.1,
  high: 9.5,
  relative: 0.2,
  says: '变好了：每天多 6.8（+4.1 到 +9.5）',
  course,
} as const

const evidence = {
  of: 'signal',
  says: '手冲研究所 · 周活跃率 27%，低于预警线 30%',
  note: '9月14日至20日 · 连降 3 期 · 基数 1,282',
  path: '/plan/signals/12',
  unit: 'share',
  value: 0.27,
  against: 0.3,
  from: '2026-09-14',
  to: '2026-09-20',
  series: [0.36, 0.35, 0.35, 0.33, 0.31, 0.27].map((value, at) => ({
    start: addDays('2026-08-10', at * 7),
    value,
  })),
} as const

const improvement = (over: Partial<Improvement> & Pick<Improvement, 'id' | 'name'>): Improvement => ({
  stage: 'review',
  evidence: { ...evidence, series: [...evidence.series] },
  signalId: '12',
  goalId: null,
  doing: '杯测从周三下午改到周五晚八点，主播提前一天发豆单，没到场的人第二天收到回放',
  whom: { group: '3' },
  links: [{ name: '杯测看板', path: '/insight/dashboards/4' }],
  experimentId: null,
  metric: 'daily_actives',
  metricName: '日活跃 DAU',
  unit: 'members',
  scope: { group: '3' },
  against: null,
  days: 28,
  success: '每天多 5 人，别的社群不变差',
  ownerId: '1',
  ownerName: '林晓',
  round: 1,
  followsId: null,
  nextId: null,
  createdAt: '2026-10-20T02:00:00.000Z',
  createdByName: '林晓',
  startsOn,
  reviewOn: '2026-11-19',
  effect: { ...effect, course: [...course] },
  measuredAt: '2026-11-18T16:50:00.000Z',
  decidedAt: null,
  verdict: null,
  reason: '',
  can: { edit: true, start: false, decide: true },
  ...over,
})

const unclear = {
  ...effect,
  verdict: 'unclear' as const,
  says: '还看不出差别：每天多 1.2，可能在 −2.4 到 +4.8 之间',
  course: course.slice(0, 44),
}
const review = improvement({ id: '1', name: '杯测改到周五晚' })
const running = improvement({
  id: '2',
  name: '新人第一帖两小时内必有人回',
  stage: 'running',
  startsOn: '2026-11-03',
  reviewOn: '2026-12-01',
  evidence: { ...review.evidence, says: '新人第一帖 24 小时回应率 61%，低于预警线 75%' },
  metricName: '回应率',
  effect: unclear,
  ownerName: '程白',
})
const planned = improvement({
  id: '3',
  name: '签到改送试饮券',
  stage: 'planned',
  startsOn: null,
  reviewOn: null,
  effect: null,
  round: 2,
  ownerName: null,
  can: { edit: true, start: true, decide: true },
})
const decided = improvement({
  id: '4',
  name: '签到连续七天送豆',
  stage: 'decided',
  verdict: 'adjusted',
  decidedAt: '2026-11-12T03:00:00.000Z',
  reason: '来的人多了，可多出来的人只签到不说话，换成试饮券再看',
  nextId: '3',
  can: { edit: false, start: false, decide: false },
})

const whole = (of: Improvement, over: Partial<WholeImprovement> = {}): WholeImprovement => ({
  ...of,
  whomSays: null,
  scopeSays: null,
  againstSays: null,
  experimentName: null,
  question: of.startsOn
    ? { metric: 'daily_actives', scope: { group: '3' }, on: of.startsOn, before: 28, after: 28 }
    : null,
  rounds: [
    {
      id: of.id,
      round: of.round,
      doing: of.doing,
      stage: of.stage,
      verdict: of.verdict,
      reason: of.reason,
      says: of.effect?.says ?? null,
    },
  ],
  ...over,
})

const side = { against: null, whole: 1_180 }
const measured: Measured = {
  measured: { ...effect, course: [...course] },
  answer: {
    metric: {
      key: 'daily_actives',
      name: '日活跃 DAU',
      unit: 'members',
      better: 'more',
      formula: '当天有行为的成员数',
    },
    on: startsOn,
    reads: 'level',
    course: course.map(({ day, value }, at) => ({
      day,
      value,
      against: null,
      usual: at >= 28 ? 34 + weekly[(at + 3) % 7]! : null,
      counted: true,
    })),
    before: { ...side, days: { from: first, to: '2026-10-21' }, counted: 28, mean: 34.3 },
    after: { ...side, days: { from: startsOn, to: '2026-11-18' }, counted: 28, mean: 41.1 },
    ahead: 0,
    difference: 6.8,
    low: 4.1,
    high: 9.5,
    relative: 0.2,
    relativeLow: 0.12,
    relativeHigh: 0.28,
    verdict: 'better',
    drift: null,
    leftOut: { noBase: 0, mixed: 0 },
  },
}

const page = (name: string, of: WholeImprovement, more: Record<string, unknown> = {}) => ({
  name,
  path: `/plan/improvements/${of.id}`,
  answers: {
    'GET /api/session': session,
    [`GET /api/insight/improvements/${of.id}`]: of,
    [`GET /api/insight/improvements/${of.id}/effect`]: measured,
    ...more,
  },
})
const list = (
  name: string,
  items: unknown,
  more: { readonly path?: string; readonly session?: unknown } = {},
) => ({
  name,
  path: more.path ?? '/plan/improvements',
  answers: { 'GET /api/session': more.session ?? session, 'GET /api/insight/improvements': items },
})

export default defineStories({
  group: 'improvements',
  answers: {
    'GET /api/tasks': {
      items: [
        {
          id: '71',
          title: '联系周五晚的主播',
          owner: { id: '2', name: '程白' },
          closed: { outcome: 'done' },
        },
        { id: '72', title: '写豆单模板', owner: { id: '1', name: '林晓' }, closed: null },
      ],
      next: null,
    },
    'GET /api/insight/experiments': { items: [], next: null },
    'GET /api/insight/metrics': {
      items: [{ key: 'daily_actives', name: '日活跃 DAU', unit: 'members', formula: '当天有行为的成员数' }],
    },
  },
  stories: [
    list('by stage', { items: [review, running, planned], next: null }),
    list('decided', { items: [decided], next: null }, { path: '/plan/improvements?decided=yes' }),
    list('none', { items: [], next: null }),
    list('none, only looking', { items: [], next: null }, { session: reader }),
    list('loading', pending),
    list('failed', fails(500, 'internal', '出了点问题，请再试一次')),
    page('to look at again', whole(review)),
    page('to start', whole(planned), { [`GET /api/insight/improvements/${planned.id}/effect`]: pending }),
    page(
      'adjusted, two rounds',
      whole(decided, {
        rounds: [
          ...whole(decided).rounds,
          { ...whole(planned).rounds[0]!, doing: '连续七天改送两张试饮券，到店才能用' },
        ],
      }),
    ),
    page('away', whole(running), {
      [`GET /api/insight/improvements/${running.id}/effect`]: fails(
        503,
        'warehouse_unavailable',
        '数据仓库暂时连不上，稍后会自己恢复',
      ),
    }),
    {
      name: 'new, of a signal',
      path: '/plan/improvements/new?signal=12',
      answers: {
        'GET /api/session': session,
        'GET /api/insight/improvement-finding': {
          evidence,
          metric: 'daily_actives',
          scope: { group: '3' },
        },
      },
    },
    {
      name: 'new, in own words',
      path: '/plan/improvements/new',
      answers: { 'GET /api/session': session },
    },
  ],
})
