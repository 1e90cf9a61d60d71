import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, ownerSession } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { Series, TrendAnswer, TrendQuestion } from './trend.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...allPermissions, 'insight.edit', 'audience.read', 'audience.edit'],
  },
}

const first = '2026-08-31'
const points = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({
    start: addDays(first, at * 7),
    to: addDays(first, at * 7 + 6),
    running: at === values.length - 1,
    value,
  }))
const now = [7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846]
const before = now.map((value) => Math.round(value * 0.86))

const actives: Series = {
  letter: 'a',
  metric: 'weekly_actives',
  name: '周活跃 WAU',
  unit: 'members',
  better: 'more',
  formula: '截至期末的近 7 天活跃成员数',
  part: null,
  points: points(now),
  total: { value: 9_846 },
  before: { points: points(before), total: { value: 8_468 } },
}
const comments: Series = {
  ...actives,
  letter: 'b',
  metric: null,
  name: '发表评论',
  unit: 'times',
  formula: '发表评论的次数',
  points: points(now.map((value) => Math.round(value * 0.62))),
  total: { value: 64_210 },
  before: null,
}
const share: Series = {
  ...comments,
  letter: '=',
  name: 'b / a',
  unit: 'share',
  formula: '由 a b 算出',
  points: points(now.map((_, at) => 0.52 + at * 0.01)),
  total: { value: 0.62 },
}
/** Shares of a day, from midnight on. */
const byHour = [1, 1, 0, 0, 0, 1, 2, 4, 6, 5, 4, 4, 6, 5, 4, 4, 4, 5, 6, 8, 11, 10, 6, 3].map(
  (share) => share / 100,
)

const part = (label: string, times: number): Series => ({
  ...actives,
  part: { key: `v${label}`, label },
  before: null,
  points: points(now.map((value) => Math.round(value * times))),
  total: { value: Math.round(9_846 * times) },
})

const answered = (series: readonly Series[]): object => {
  const answer: TrendAnswer = {
    days: { from: first, to: '2026-11-19' },
    before: null,
    unit: 'week',
    series,
  }
  return {
    says: '按周看「周活跃 WAU」，2026-08-31 至 2026-11-19，对比上一段',
    answer,
    freshTo: ago(0),
    lagSeconds: 1,
  }
}

const at = (question: Partial<TrendQuestion>) =>
  `/insight/trends?${new URLSearchParams({ q: JSON.stringify(question) })}`

const metrics = [
  ['weekly_actives', '周活跃 WAU', 'members', '截至期末的近 7 天活跃成员数'],
  ['posts', '发帖', 'times', '发布帖子的次数'],
].map(([key, name, unit, formula]) => ({ key, name, unit, formula }))

const story = (name: string, path: string, answer: unknown, more: Record<string, unknown> = {}) => ({
  name,
  path,
  answers: {
    'GET /api/session': session,
    'GET /api/insight/metrics': { items: metrics, freshTo: ago(0), lagSeconds: 1 },
    'POST /api/insight/trend': answer,
    ...more,
  },
})

const saved = {
  id: '7',
  analysis: 'trend',
  question: {},
  name: '每周活跃',
  note: '周会看',
  shared: true,
  own: true,
  by: '林晓',
  createdAt: ago(9_000),
  changedAt: ago(9_000),
  can: { change: true },
}

export default defineStories({
  group: 'trends',
  answers: { 'GET /api/insight/saved': { items: [saved], next: null } },
  stories: [
    story('one', '/insight/trends', answered([actives])),
    story(
      'formula',
      at({
        of: [
          { metric: 'weekly_actives' },
          {
            metric: {
              version: 1,
              how: { kind: 'events', event: 'comment.posted', counted: { of: 'count' } },
            },
          },
        ],
        formula: 'b / a',
      }),
      answered([{ ...actives, before: null }, comments, share]),
    ),
    story(
      'cut',
      at({ breakdown: { by: 'group' } }),
      answered([
        actives,
        part('新手上手', 0.41),
        part('产品内测', 0.22),
        part('手冲研究所', 0.13),
        part('其余', 0.24),
      ]),
    ),
    story(
      'by the hour',
      at({ breakdown: { by: 'time', part: 'hour' } }),
      answered([
        actives,
        ...byHour.map((share, hour) => {
          const key = String(hour).padStart(2, '0')
          return { ...part(`${key}:00`, share), part: { key: `v${key}`, label: `${key}:00` } }
        }),
      ]),
    ),
    story('unfinished', at({ of: [{ metric: '' }] }), pending),
    story('saved and opened', '/insight/trends?saved=7', answered([actives])),
    story(
      'nothing',
      '/insight/trends',
      answered([{ ...actives, points: points(now.map(() => 0)), before: null }]),
    ),
    story('loading', '/insight/trends', pending),
    story(
      'too slow',
      '/insight/trends',
      fails(503, 'timeout', '这个问题算得太久，已停下。缩短时间或减少筛选再试'),
    ),
  ],
})
