import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { addDays } from '../calendar.ts'
import { analystSession, fresh } from '../funnel/session.fixture.ts'
import { initial, type RetentionAnswer } from './answer.ts'

const kept = [
  [412, 46, 38, 34, 31, 29, 28, 27, 26],
  [388, 44, 37, 33, 30, 29, 27, 26, 25],
  [521, 41, 33, 29, 27, 25, 24, 23],
  [467, 47, 39, 36, 33, 30, 29],
  [450, 49, 42, 38, 35, 33],
  [503, 51, 44, 40, 37],
  [618, 55, 46, 41],
  [702, 58, 47],
  [690, 31],
  [340],
] as const

const cohorts: RetentionAnswer['cohorts'] = kept.map(([size, ...shares], at) => ({
  start: addDays('2026-09-14', at * 7),
  size,
  cells: [100, ...shares].map((percent, column) => ({
    returned: Math.round((size * percent) / 100),
    share: percent / 100,
    complete: column === 0 || at + column < 9,
  })),
}))

const columns = Array.from({ length: 9 }, (_, column) => ({ column, first: column, last: column }))
const meanOf = (better = 0): RetentionAnswer['mean'] =>
  columns.map(({ column }) => {
    const ripe = cohorts.filter(({ cells }) => cells[column]?.complete)
    const of = ripe.reduce((sum, { size }) => sum + size, 0)
    const share = of === 0 ? null : ripe.reduce((sum, { cells }) => sum + cells[column]!.returned, 0) / of
    const moved = share === null || column === 0 ? share : share + better
    return { column, returned: Math.round((moved ?? 0) * of), of, share: moved }
  })

const answer: RetentionAnswer = {
  from: '2026-09-14',
  to: '2026-11-19',
  columns,
  cohorts,
  mean: meanOf(),
  values: [],
  otherValues: 0,
  versus: null,
  goal: null,
}
const says = '首次「任何行为」的成员，恰在该期又「任何行为」'
const at = (question: object) => `/insight/retention?q=${encodeURIComponent(JSON.stringify(question))}`
const answers = {
  'GET /api/session': analystSession,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/retention': { ...fresh, says, answer },
}

export default defineStories({
  group: 'retention',
  answers,
  stories: [
    { name: 'cohorts', path: '/insight/retention' },
    {
      name: 'compared, with a goal',
      path: at({
        ...initial,
        goal: { column: 4, share: 0.35 },
        versus: { range: { from: '2025-09-14', to: '2025-11-19' } },
      }),
      answers: {
        'POST /api/insight/retention': {
          ...fresh,
          says,
          answer: {
            ...answer,
            versus: {
              from: '2025-09-14',
              to: '2025-11-19',
              size: 4_120,
              mean: meanOf(-0.06),
              difference: columns.map(({ column }) => ({ column, by: 0.06, low: 0.031, high: 0.089 })),
            },
            goal: { column: 4, share: 0.35, reached: 0.316, met: false },
          },
        },
      },
    },
    {
      name: 'cut by channel',
      path: at({ ...initial, breakdown: { by: 'field', field: 'member.channel' } }),
      answers: {
        'POST /api/insight/retention': {
          ...fresh,
          says,
          answer: {
            ...answer,
            values: [
              { value: 'store', label: '门店扫码', size: 2_204, mean: meanOf(0.08) },
              { value: 'wechat', label: '公众号', size: 1_820, mean: meanOf(-0.01) },
              { value: '', label: '', size: 610, mean: meanOf(-0.09) },
            ],
          },
        },
      },
    },
    {
      name: 'nobody',
      path: '/insight/retention',
      answers: {
        'POST /api/insight/retention': {
          ...fresh,
          says,
          answer: { ...answer, cohorts: cohorts.map((cohort) => ({ ...cohort, size: 0, cells: [] })) },
        },
      },
    },
    { name: 'loading', path: '/insight/retention', answers: { 'POST /api/insight/retention': pending } },
    {
      name: 'away',
      path: '/insight/retention',
      answers: {
        'POST /api/insight/retention': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时连不上，恢复后会自动补齐',
        ),
      },
    },
  ],
})
