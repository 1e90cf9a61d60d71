import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending, type ScreenStory } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import type { Experiment, ExperimentAnswer, Figure, State } from './experiments.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'insight.read',
      'insight.edit',
      'audience.read',
      'audience.edit',
    ],
  },
}

const experiment = (id: string, state: State, name: string, more: Partial<Experiment> = {}): Experiment => ({
  id,
  key: `welcome_${id}`,
  name,
  hypothesis: '欢迎语短一半，读完的人更多，首日发言率提高',
  definition: {
    version: 1,
    variants: [
      { key: 'control', name: '现在的欢迎语', weight: 50 },
      { key: 'short', name: '短欢迎语', weight: 50 },
    ],
    metric: 'speakers',
    guardrails: ['leavers', 'reports'],
    windowDays: 7,
    lookBackDays: 28,
    alpha: 0.05,
    effect: 0.1,
    power: 0.8,
  },
  state,
  createdAt: '2026-10-28T02:00:00Z',
  startedAt: state === 'draft' ? null : '2026-11-02T01:00:00Z',
  stoppedAt: state === 'stopped' || state === 'decided' ? '2026-11-16T01:00:00Z' : null,
  stopReason: state === 'stopped' || state === 'decided' ? '到了计划的两周' : '',
  decidedAt: state === 'decided' ? '2026-11-17T01:00:00Z' : null,
  decision: state === 'decided' ? 'short' : null,
  decisionReason: state === 'decided' ? '首日发言多，退群没有变多' : '',
  whoSays: '近 7 天加入的成员',
  metricName: '发言人数',
  assigned: 1_284,
  exposed: state === 'draft' ? 0 : 1_236,
  can: {
    change: state === 'draft',
    start: state === 'draft',
    stop: state === 'running',
    decide: state === 'stopped' || state === 'decided',
    remove: state === 'draft',
  },
  ...more,
})

const figure = (
  role: Figure['role'],
  name: string,
  values: readonly [number, number],
  [low, high]: readonly [number, number],
  verdict: 'better' | 'worse' | 'unknown',
  better: 'more' | 'less' = 'more',
): Figure => ({
  role,
  metric: { key: name, name, unit: 'share', better, formula: '' },
  ratio: false,
  explained: role === 'goal' ? 0.18 : null,
  arms: [
    { key: 'control', members: 612, value: values[0], low: values[0] - 0.03, high: values[0] + 0.03 },
    { key: 'short', members: 624, value: values[1], low: values[1] - 0.03, high: values[1] + 0.03 },
  ],
  effects: [
    {
      arm: 'short',
      difference: values[1] - values[0],
      low: low * values[0],
      high: high * values[0],
      relative: values[1] / values[0] - 1,
      relativeLow: low,
      relativeHigh: high,
      pValue: verdict === 'unknown' ? 0.31 : 0.006,
      chance: verdict === 'unknown' ? 0.84 : verdict === 'better' ? 0.997 : 0.004,
      verdict,
      toSettle: verdict === 'unknown' ? 4_860 : null,
    },
  ],
})

const answer = (figures: readonly Figure[], more: Partial<ExperimentAnswer> = {}): ExperimentAnswer => ({
  name: '短欢迎语',
  state: 'running',
  startedAt: '2026-11-02T01:00:00Z',
  stoppedAt: null,
  look: 'anytime',
  alpha: 0.05,
  windowDays: 7,
  lookBackDays: 28,
  arms: [
    { key: 'control', name: '现在的欢迎语', weight: 50, members: 612 },
    { key: 'short', name: '短欢迎语', weight: 50, members: 624 },
  ],
  balance: { pValue: 0.73, everyDay: 1, broken: false },
  crossed: 2,
  cut: false,
  unfinished: 38,
  arrivals: [{ day: '2026-11-02', members: [40, 44] }],
  figures,
  ...more,
})

const guardrails = [
  figure('guardrail', '退群率', [0.041, 0.039], [-0.32, 0.21], 'unknown', 'less'),
  figure('guardrail', '被举报的人', [0.006, 0.007], [-0.5, 0.9], 'unknown', 'less'),
]
const won = answer([figure('goal', '发言人数', [0.312, 0.374], [0.052, 0.349], 'better'), ...guardrails])
const said = {
  says: '实验「短欢迎语」里每个方案的人，从第一次进入起的表现',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const all = [
  experiment('4', 'running', '短欢迎语'),
  experiment('3', 'draft', '首单券 10 元还是 15 元', {
    hypothesis: '多 5 元，七天首单多两成',
    metricName: '购买成员',
  }),
  experiment('2', 'stopped', '周三杯测提醒提前一天', { metricName: '活动参与人数' }),
  experiment('1', 'decided', '签到提醒', { metricName: '签到天数' }),
]
const metrics = {
  items: [
    { key: 'speakers', name: '发言人数', unit: 'members', better: 'more', formula: '当期发过言的成员数' },
    { key: 'leavers', name: '退群人数', unit: 'members', better: 'less', formula: '当期退群的成员数' },
  ],
}

/** The files of the gallery share their answers, so who looks is said by each story. */
const withSession = (stories: readonly ScreenStory[]): ScreenStory[] =>
  stories.map((story) => ({ ...story, answers: { 'GET /api/session': session, ...story.answers } }))

export default defineStories({
  group: 'experiments',
  answers: {
    'GET /api/audience/catalogue': catalogue,
    'GET /api/insight/experiment-holdout': {
      share: 0.05,
      reason: '按季度看总效果',
      setAt: '2026-10-01T02:00:00Z',
      can: { change: true },
    },
    'GET /api/insight/experiments': { items: all, next: null },
    'GET /api/insight/experiments/{id}': all[0],
    'GET /api/insight/experiment-metrics': metrics,
    'POST /api/insight/experiment': { ...said, answer: won },
    'POST /api/insight/experiment-plan': {
      eligible: 1_860,
      mean: 0.31,
      perArm: 3_480,
      perArmAnytime: 6_120,
      smallest: 0.137,
    },
  },
  stories: withSession([
    { name: 'list', path: '/insight/experiments' },
    {
      name: 'list empty',
      path: '/insight/experiments',
      answers: { 'GET /api/insight/experiments': { items: [], next: null } },
    },
    { name: 'better', path: '/insight/experiments/4' },
    {
      name: 'not known yet',
      path: '/insight/experiments/4',
      answers: {
        'POST /api/insight/experiment': {
          ...said,
          answer: answer([figure('goal', '发言人数', [0.312, 0.331], [-0.051, 0.173], 'unknown')], {
            look: 'once',
          }),
        },
      },
    },
    {
      name: 'uneven, a guardrail worse',
      path: '/insight/experiments/4',
      answers: {
        'POST /api/insight/experiment': {
          ...said,
          answer: answer(
            [
              figure('goal', '发言人数', [0.312, 0.29], [-0.14, -0.01], 'worse'),
              figure('guardrail', '退群率', [0.041, 0.068], [0.24, 1.1], 'worse', 'less'),
            ],
            {
              balance: { pValue: 0.0000002, everyDay: 0.00004, broken: true },
              arms: [
                { key: 'control', name: '现在的欢迎语', weight: 50, members: 612 },
                { key: 'short', name: '短欢迎语', weight: 50, members: 421 },
              ],
            },
          ),
        },
      },
    },
    {
      name: 'draft',
      path: '/insight/experiments/3',
      answers: {
        'GET /api/insight/experiments/{id}': all[1],
        'POST /api/insight/experiment': {
          ...said,
          answer: answer([figure('goal', '购买成员', [0, 0], [0, 0], 'unknown')], {
            state: 'draft',
            arms: won.arms.map((arm) => ({ ...arm, members: 0 })),
            arrivals: [],
          }),
        },
      },
    },
    {
      name: 'decided',
      path: '/insight/experiments/1',
      answers: { 'GET /api/insight/experiments/{id}': all[3] },
    },
    {
      name: 'edit',
      path: '/insight/experiments/3/edit',
      answers: { 'GET /api/insight/experiments/{id}': all[1] },
    },
    { name: 'new', path: '/insight/experiments/new' },
    { name: 'loading', path: '/insight/experiments/4', answers: { 'POST /api/insight/experiment': pending } },
    {
      name: 'gone',
      path: '/insight/experiments/9',
      answers: {
        'GET /api/insight/experiments/{id}': fails(404, 'experiment_not_found', '没有找到这个实验'),
      },
    },
  ]),
})
