import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, ownerSession } from '#ui/console/story/world.ts'
import { addDays, mondayOf } from './calendar.ts'
import type { Activity } from './insight.queries.ts'
import type { RetentionAnswer } from './retention/answer.ts'

const now = [7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846]
const before = [6_980, 7_110, 7_030, 7_290, 7_380, 7_350, 7_480, 7_620, 7_750, 7_690, 7_840, 7_905]
const daysOf = [3_120, 3_310, 2_980, 3_460, 3_720, 3_390, 3_581]

/** Answers a question about activity as the warehouse of 山丘咖啡 would. */
function activity(url: URL): Activity {
  const from = url.searchParams.get('from') ?? ''
  const to = url.searchParams.get('to') ?? ''
  const unit = url.searchParams.get('unit') as Activity['unit']
  const values = unit === 'day' ? daysOf : to >= '2026-11-16' ? now : before
  const step = unit === 'day' ? 1 : 7
  const start = unit === 'day' ? from : mondayOf(from)
  return {
    unit,
    series: values.map((actives, at) => ({
      start: addDays(start, at * step),
      actives,
      newcomers: Math.round(actives / 19),
      events: actives * 9 + at * 37,
    })),
    total: { from, to, actives: 9_846, newcomers: 702, events: 214_380 },
    previous: {
      from: addDays(from, -7),
      to: addDays(from, -1),
      actives: 9_534,
      newcomers: 618,
      events: 219_004,
    },
    freshTo: ago(0),
    lagSeconds: 0.8,
  }
}

const shares = [
  [388, 44, 37, 33, 30, 29, 27, 26],
  [521, 41, 33, 29, 27, 25, 24],
  [467, 47, 39, 36, 33, 30],
  [450, 49, 42, 38, 35],
  [503, 51, 44, 40],
  [618, 55, 46],
  [702, 58],
  [340],
] as const

const cohorts = (of: readonly (readonly number[])[]) => ({
  says: '',
  answer: {
    cohorts: of.map(([size = 0, ...kept], at) => ({
      start: addDays('2026-09-28', at * 7),
      size,
      cells: [100, ...kept].map((share) => ({
        returned: Math.round((size * share) / 100),
        share: share / 100,
        complete: true,
      })),
    })),
  } satisfies Pick<RetentionAnswer, 'cohorts'>,
  freshTo: ago(0),
  lagSeconds: 0.8,
})

const nobody = (url: URL): Activity => {
  const whole = activity(url)
  const zero = { actives: 0, newcomers: 0, events: 0 }
  return {
    ...whole,
    series: whole.series.map(({ start }) => ({ start, ...zero })),
    total: { ...whole.total, ...zero },
    previous: { ...whole.previous, ...zero },
  }
}

const nothingWaits = {
  items: [],
  counts: { all: 0, signal: 0, overdue: 0, approval: 0, answer: 0, task: 0, care: 0 },
  troubled: [],
  staleWith: [],
}

export default defineStories({
  group: 'today',
  answers: { 'GET /api/insight/activity': activity },
  stories: [
    {
      name: 'busy',
      path: '/',
      answers: { 'GET /api/session': ownerSession, 'POST /api/insight/retention': cohorts(shares) },
    },
    {
      name: 'clear',
      path: '/',
      answers: {
        'GET /api/session': ownerSession,
        'POST /api/insight/retention': cohorts(shares),
        'GET /api/today': nothingWaits,
      },
    },
    {
      name: 'first day',
      path: '/',
      answers: {
        'GET /api/session': {
          ...ownerSession,
          account: { ...ownerSession.account, emailVerified: false, twoFactor: false },
        },
        'GET /api/insight/activity': nobody,
        'POST /api/insight/retention': cohorts([]),
        'GET /api/members': { items: [], next: null, total: 0 },
        'GET /api/today': nothingWaits,
      },
    },
    {
      name: 'warehouse missing',
      path: '/',
      answers: {
        'GET /api/session': ownerSession,
        'GET /api/insight/activity': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
        'POST /api/insight/retention': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
      },
    },
    {
      name: 'loading',
      path: '/',
      answers: {
        'GET /api/session': ownerSession,
        'GET /api/insight/activity': pending,
        'POST /api/insight/retention': pending,
        'GET /api/members': pending,
        'GET /api/today': pending,
        'GET /api/today/week': pending,
      },
    },
    { name: 'lost', path: '/nowhere', answers: { 'GET /api/session': ownerSession } },
    { name: 'settings', path: '/settings', answers: { 'GET /api/session': ownerSession } },
  ],
})
