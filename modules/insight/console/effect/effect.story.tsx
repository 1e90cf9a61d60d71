import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { EffectAnswer } from './effect.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...allPermissions, 'insight.edit', 'audience.read', 'audience.edit'],
  },
}

const on = '2026-10-22'
const first = '2026-09-24'
const weekly = [0, 18, 30, 26, 22, -34, -52]
const wobble = (at: number) => Math.sin(at * 2.1) * 14 + Math.cos(at * 0.9) * 9
const usual = (at: number) => 412 + weekly[(at + 3) % 7]!
const course = Array.from({ length: 56 }, (_, at) => ({
  day: addDays(first, at),
  value: Math.round(usual(at) + wobble(at) + (at >= 28 ? 46 : 0)),
  against: null,
  usual: at >= 28 ? usual(at) : null,
  counted: true,
}))

const better: EffectAnswer = {
  metric: {
    key: 'daily_actives',
    name: '日活跃 DAU',
    unit: 'members',
    better: 'more',
    formula: '当天有行为的成员数',
  },
  on,
  reads: 'level',
  course,
  before: { days: { from: first, to: '2026-10-21' }, counted: 28, mean: 413.2, against: null, whole: 4_120 },
  after: { days: { from: on, to: '2026-11-18' }, counted: 28, mean: 458.9, against: null, whole: 4_530 },
  ahead: 0,
  difference: 45.7,
  low: 28.1,
  high: 63.3,
  relative: 0.111,
  relativeLow: 0.068,
  relativeHigh: 0.153,
  verdict: 'better',
  drift: null,
  leftOut: { noBase: 0, mixed: 0 },
}
const few: EffectAnswer = {
  ...better,
  on: '2026-11-12',
  course: course.slice(0, 35).map((each) => ({ ...each, usual: null })),
  after: { ...better.after, days: { from: '2026-11-12', to: '2026-11-18' }, counted: 7 },
  ahead: 21,
  difference: null,
  low: null,
  high: null,
  relative: null,
  relativeLow: null,
  relativeHigh: null,
  verdict: 'fewDays',
}

const story = (name: string, answer: unknown, search = '') => ({
  name,
  path: `/insight/effect${search}`,
  answers: {
    'GET /api/session': session,
    'GET /api/insight/metrics': {
      items: [{ key: 'daily_actives', name: '日活跃 DAU', unit: 'members', formula: '当天有行为的成员数' }],
      freshTo: ago(0),
      lagSeconds: 1,
    },
    'POST /api/insight/effect': answer,
  },
})
const answered = (answer: EffectAnswer) => ({
  says: '「日活跃 DAU」在 2026-10-22 前 28 天和后 28 天有没有不同',
  answer,
  freshTo: ago(0),
  lagSeconds: 1,
})
const at = (question: object) => `?${new URLSearchParams({ q: JSON.stringify(question) })}`

export default defineStories({
  group: 'effect',
  answers: { 'GET /api/insight/saved': { items: [], next: null } },
  stories: [
    story('better', answered(better)),
    story(
      'unclear, rising before',
      answered({
        ...better,
        verdict: 'unclear',
        difference: 9.4,
        low: -8.2,
        high: 27,
        relative: 0.021,
        relativeLow: -0.018,
        relativeHigh: 0.06,
        drift: 5.2,
        leftOut: { noBase: 2, mixed: 6 },
      }),
    ),
    story(
      'against another group',
      answered({
        ...better,
        course: course.map((each, index) => ({ ...each, against: usual(index) + wobble(index + 3) })),
      }),
      at({ on, against: { group: '3' } }),
    ),
    story('few days', answered(few)),
    story('nothing yet', answered({ ...few, after: { ...few.after, days: null, counted: 0, mean: null } })),
    story('loading', pending),
    story('away', fails(503, 'warehouse_unavailable', '数据仓库暂时连不上，稍后会自己恢复')),
  ],
})
