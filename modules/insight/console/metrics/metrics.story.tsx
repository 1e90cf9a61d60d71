import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, ownerSession } from '#ui/console/story/world.ts'
import { entries, familyOf } from '../../metrics/catalogue/catalogue.ts'
import type { Metric, MetricList, Source, WholeMetric } from './metrics.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'insight.read', 'insight.edit', 'audience.read'],
  },
}

/** The figures of 山丘咖啡 in the last eight weeks. */
const known: Readonly<Record<string, readonly number[]>> = {
  members_total: [18_420, 18_905, 19_310, 19_866, 20_402, 21_015, 21_680, 22_361],
  new_members: [412, 388, 521, 467, 450, 503, 618, 702],
  weekly_actives: [8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846],
  weekly_active_rate: [0.455, 0.445, 0.446, 0.447, 0.45, 0.445, 0.44, 0.44],
  daily_actives: [3_120, 3_200, 3_310, 3_460, 3_520, 3_390, 3_581, 3_620],
  stickiness: [0.231, 0.235, 0.238, 0.24, 0.241, 0.239, 0.244, 0.247],
  messages: [4_210, 4_330, 4_120, 4_560, 4_705, 4_498, 4_881, 5_012],
  retention_week_1: [0.44, 0.41, 0.47, 0.49, 0.51, 0.55, 0.58, 0.58],
  churn_rate: [0.182, 0.179, 0.176, 0.171, 0.168, 0.17, 0.161, 0.158],
  reads: [31_200, 32_480, 31_950, 34_020, 35_110, 34_870, 36_905, 38_114],
  first_response_minutes: [52, 48, 61, 44, 39, 41, 36, 34],
  health: [58.2, 58.9, 58.1, 60.4, 61.2, 60.7, 62.3, 63.1],
  revenue: [4_821_500, 5_106_800, 4_990_300, 5_482_100, 5_716_600, 5_602_900, 6_120_400, 6_348_700],
  repurchase_rate: [0.312, 0.314, 0.318, 0.32, 0.325, 0.327, 0.331, 0.336],
  average_order_value: [12_410, 12_380, 12_520, 12_640, 12_590, 12_710, 12_680, 12_750],
}

/** What the others show: a quiet course of the right size. */
const usual = {
  times: 1_840,
  members: 1_260,
  share: 0.31,
  money: 8_640,
  minutes: 26,
  days: 3.4,
  number: 2.3,
  score: 42,
}
const courseOf = ({ key, unit }: (typeof entries)[number]): readonly number[] | undefined =>
  known[key] ??
  (familyOf(key) === 'loops' && !key.startsWith('feedback')
    ? undefined
    : Array.from(
        { length: 8 },
        (_, at) => usual[unit] * (1 + 0.05 * Math.sin(at + key.length)) * (1 + at * 0.01),
      ))

const sourcesOf = (key: string): readonly Source[] =>
  key === 'reads' ? ['own', 'track'] : key === 'revenue' ? ['own', 'import'] : ['own']

const metric = (entry: (typeof entries)[number]): Metric => metricOf(entry, courseOf(entry) !== undefined)
const metricOf = (
  { key, name, formula, unit, better, ids, how }: (typeof entries)[number],
  isKnown: boolean,
): Metric => ({
  key,
  name: name.zh,
  formula: formula.zh,
  says: formula.zh,
  unit,
  better,
  ids,
  definition: { version: 1, how },
  family: familyOf(key)!,
  version: key === 'weekly_active_rate' ? 2 : 0,
  archived: false,
  events: ['feedback.adopted', 'feedback.submitted'],
  sources: isKnown ? sourcesOf(key) : [],
  lastDay: isKnown ? '2026-11-19' : null,
  can: { edit: true },
})

const items = entries.map(metric)
const list: MetricList = { items, freshTo: ago(0) }

const figures = {
  items: entries
    .flatMap((entry) => {
      const values = courseOf(entry)
      return values ? [{ key: entry.key, values }] : []
    })
    .map(({ key, values }) => ({
      key,
      points: values.map((value, at) => ({
        start: new Date(Date.UTC(2026, 8, 28 + at * 7)).toISOString().slice(0, 10),
        value,
        running: at === 7,
      })),
      value: values.at(-1)!,
      over: key === 'weekly_active_rate' ? 9_846 : null,
      under: key === 'weekly_active_rate' ? 22_361 : null,
    })),
  freshTo: ago(0),
  lagSeconds: 0.8,
}

const whole: WholeMetric = {
  ...items.find(({ key }) => key === 'weekly_active_rate')!,
  versions: [
    {
      version: 2,
      name: '周活跃率',
      formula: '近 7 天活跃成员数 ÷ 期末成员数',
      says: '近 7 天任意行为的成员数 ÷ 期末成员数',
      changedBy: 'account:1',
      changedAt: ago(60 * 24 * 3),
    },
    {
      version: 1,
      name: '周活跃率',
      formula: '近 7 天活跃成员数 ÷ 期初成员数',
      says: '近 7 天任意行为的成员数 ÷ 期初成员数',
      changedBy: 'account:1',
      changedAt: ago(60 * 24 * 40),
    },
  ],
}

const preview = {
  says: '「阅读量」 ÷ 「活跃成员」',
  points: Array.from({ length: 30 }, (_, at) => ({
    start: new Date(Date.UTC(2026, 9, 21 + at)).toISOString().slice(0, 10),
    value: Math.round((3.4 + Math.sin(at / 3) * 0.4 + at * 0.02) * 100) / 100,
    running: at === 29,
  })),
  value: 3.87,
  over: 38_114,
  under: 9_846,
  freshTo: ago(0),
  lagSeconds: 0.8,
}

const common = {
  'GET /api/session': session,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/metrics': list,
  'GET /api/insight/metrics/weekly_active_rate': whole,
  'GET /api/insight/metrics/adoption_rate': {
    ...items.find(({ key }) => key === 'adoption_rate')!,
    versions: [],
  },
  'POST /api/insight/metrics/figures': figures,
  'POST /api/insight/metrics/preview': preview,
}

const search = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

export default defineStories({
  group: 'metrics',
  stories: [
    { name: 'catalogue', path: '/insight/metrics', answers: common },
    {
      name: 'definition',
      path: `/insight/metrics${search({ metric: 'weekly_active_rate' })}`,
      answers: common,
    },
    {
      name: 'without data',
      path: `/insight/metrics${search({ part: 'loops', metric: 'adoption_rate' })}`,
      answers: common,
    },
    { name: 'nothing found', path: `/insight/metrics${search({ q: '没有这样的' })}`, answers: common },
    {
      name: 'loading',
      path: '/insight/metrics',
      answers: { ...common, 'GET /api/insight/metrics': pending },
    },
    {
      name: 'warehouse missing',
      path: '/insight/metrics',
      answers: {
        ...common,
        'GET /api/insight/metrics': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
      },
    },
    { name: 'build', path: '/insight/metrics/build', answers: common },
    {
      name: 'build a ratio',
      path: `/insight/metrics/build${search({ from: 'content_interaction_rate' })}`,
      answers: common,
    },
    {
      name: 'formula that breaks',
      path: `/insight/metrics/build${search({ from: 'interactions_per_active' })}`,
      answers: {
        ...common,
        'POST /api/insight/metrics/preview': fails(422, 'metric_invalid', '指标的算法有 1 处需要修改'),
      },
    },
  ],
})
