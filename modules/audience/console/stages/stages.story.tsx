import type { Condition, Definition } from '#ui/console/condition/condition.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { Flow, LifeDefinition, LifeDetail, LifeModel, Size, Stage } from './stages.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'audience.read', 'audience.edit'],
  },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'audience.read'] },
}

const everybody: Definition = { version: 1, who: { kind: 'all', of: [] } }
const when = (who: Condition): Definition => ({ version: 1, who })
const event = (
  name: string,
  of: 'count' | 'days',
  op: 'gte' | 'eq',
  value: number,
  days: number,
): Condition => ({
  kind: 'event',
  event: name,
  window: { last: { amount: days, unit: 'days' } },
  measure: { of, op, value },
})

const definition: LifeDefinition = {
  version: 1,
  who: everybody,
  stages: [
    { key: 'introduction', phase: 'acquisition', when: everybody, next: ['growth', 'mature', 'churned'] },
    {
      key: 'growth',
      phase: 'value',
      when: when(event('*', 'days', 'gte', 3, 30)),
      next: ['mature', 'dormant', 'churned'],
    },
    {
      key: 'mature',
      phase: 'value',
      when: when({
        kind: 'all',
        of: [
          event('*', 'days', 'gte', 8, 30),
          {
            kind: 'any',
            of: [event('comment.posted', 'count', 'gte', 3, 30), event('order.paid', 'count', 'gte', 1, 30)],
          },
        ],
      }),
      next: ['growth', 'dormant', 'churned'],
    },
    {
      key: 'dormant',
      phase: 'retention',
      when: when(event('*', 'count', 'eq', 0, 14)),
      next: ['growth', 'mature', 'churned'],
    },
    {
      key: 'churned',
      phase: 'retention',
      when: when(event('*', 'count', 'eq', 0, 30)),
      next: ['growth', 'mature'],
    },
  ],
}

const words: Record<string, readonly [string, string, string]> = {
  introduction: ['导入期', '全体成员', '拉新并让他们尝到第一次价值：新人礼、新手任务、24 小时内有人回应'],
  growth: ['成长期', '近 30 天内活跃 ≥ 3 天', '促活：固定栏目与活动，引导首次发言与首单，帮他们找到同好'],
  mature: [
    '成熟期',
    '近 30 天内活跃 ≥ 8 天，并且近 30 天内评论 ≥ 3 次或下单 ≥ 1 次',
    '复购与传播：会员权益、专属身份、邀请共创与转介绍',
  ],
  dormant: ['休眠期', '近 14 天内从未活跃', '留存：在流失之前提醒，推送他们关心的内容和专属回归礼'],
  churned: ['流失期', '近 30 天内从未活跃', '召回：分人群给理由，回访原因，不打扰不想回来的人'],
}
const stages: readonly Stage[] = definition.stages.map(({ key, phase, next }) => ({
  key,
  phase,
  next,
  name: words[key]?.[0] ?? key,
  sentence: words[key]?.[1] ?? '',
  strategy: words[key]?.[2] ?? '',
}))

const sizes: readonly Size[] = Array.from({ length: 21 }, (_, at) => ({
  day: new Date(Date.parse('2026-10-30T00:00:00Z') + at * 86_400_000).toISOString().slice(0, 10),
  counts: {
    introduction: 640 - at * 6 + ((at * 7) % 11),
    growth: 980 + at * 9 - ((at * 5) % 13),
    mature: 610 + at * 7,
    dormant: 420 - at * 3 + ((at * 3) % 7),
    churned: 1_120 + at * 2,
  },
  moved: 38 + ((at * 13) % 17),
}))
const run = {
  asOf: '2026-11-19',
  computedAt: '2026-11-18T19:40:21Z',
  moved: 46,
  counts: sizes.at(-1)!.counts,
}

const model: LifeDetail = {
  id: '1',
  name: '全体成员',
  note: '',
  number: 2,
  drafted: false,
  stages,
  run,
  can: { edit: true, archive: false },
  who: '全体成员',
  inForce: { number: 2, definition, note: '成熟期加上互动或下单', at: '2026-10-28T03:00:00Z', by: '程白' },
  draft: null,
  versions: [
    { number: 2, definition, note: '成熟期加上互动或下单', at: '2026-10-28T03:00:00Z', by: '程白' },
    { number: 1, definition, note: '', at: '2026-06-01T02:00:00Z', by: '' },
  ],
  sizes,
}
const business: LifeModel = { ...model, id: '2', name: '企业客户' }

const flow: Flow = {
  after: '2026-10-20',
  flow: [
    { from: null, to: 'introduction', members: 214 },
    { from: null, to: 'growth', members: 61 },
    { from: 'introduction', to: 'introduction', members: 306 },
    { from: 'introduction', to: 'growth', members: 248 },
    { from: 'introduction', to: 'churned', members: 92 },
    { from: 'growth', to: 'growth', members: 718 },
    { from: 'growth', to: 'mature', members: 167 },
    { from: 'growth', to: 'dormant', members: 84 },
    { from: 'mature', to: 'mature', members: 561 },
    { from: 'mature', to: 'growth', members: 43 },
    { from: 'mature', to: 'dormant', members: 29 },
    { from: 'dormant', to: 'dormant', members: 231 },
    { from: 'dormant', to: 'growth', members: 57 },
    { from: 'dormant', to: 'churned', members: 118 },
    { from: 'churned', to: 'churned', members: 941 },
    { from: 'churned', to: 'growth', members: 22 },
  ],
}

const people = {
  items: ['阿澈', '韩小禾', '青野', '许木', 'Momo'].map((nickname, at) => ({
    member: {
      id: String(at + 1),
      nickname,
      avatarUrl: null,
      city: ['杭州', '上海', '杭州', '成都', '深圳'][at],
    },
    stage: 'mature',
    since: `2026-11-0${at + 1}`,
  })),
  next: null,
}

const preview = {
  sentence: [],
  total: 1_160,
  members: 3_980,
  reachable: null,
  nodes: [],
  steps: [],
  sample: [],
  ms: 84,
}

const answers = {
  'GET /api/session': session,
  'GET /api/audience/lifecycle': { items: [model], next: null },
  'GET /api/audience/lifecycle/{id}': model,
  'GET /api/audience/lifecycle/{id}/flow': flow,
  'GET /api/audience/lifecycle/{id}/members': people,
  'GET /api/audience/lifecycle-presets': {
    items: [
      {
        key: 'community',
        name: '社群活跃',
        note: '看来访天数与互动：14 天没来算休眠，30 天没来算流失',
        definition,
      },
      {
        key: 'trade',
        name: '交易产品',
        note: '按本社群的购买间隔：80 分位 23 天预警，90 分位 41 天流失',
        definition,
      },
    ],
    next: null,
  },
  'POST /api/audience/lifecycle/{id}/trial': {
    members: 3_980,
    moved: 213,
    counts: { ...run.counts, mature: 580, growth: 1_330 },
    stages,
  },
}

/** What the builder of conditions asks. */
const building = {
  'POST /api/audience/preview': preview,
  'GET /api/audience/catalogue': {
    fields: [],
    events: [
      { name: '*', label: '任意行为', kind: 'any', properties: [], recent: 91_204 },
      { name: 'comment.posted', label: '发表评论', kind: 'behaviour', properties: [], recent: 4_210 },
      { name: 'order.paid', label: '支付订单', kind: 'behaviour', properties: [], recent: 861 },
    ],
    tests: {},
  },
}

export default defineStories({
  group: 'lifecycle',
  answers,
  stories: [
    { name: 'stages', path: '/lifecycle' },
    {
      name: 'two types',
      path: '/lifecycle?type=2',
      answers: {
        'GET /api/audience/lifecycle': { items: [model, business], next: null },
        'GET /api/audience/lifecycle/{id}': { ...model, id: '2', name: '企业客户', who: '行业已知的成员' },
      },
    },
    {
      name: 'never computed',
      path: '/lifecycle',
      answers: { 'GET /api/audience/lifecycle/{id}': { ...model, run: null, sizes: [] } },
    },
    {
      name: 'viewer',
      path: '/lifecycle',
      answers: {
        'GET /api/session': reader,
        'GET /api/audience/lifecycle/{id}': { ...model, can: { edit: false, archive: false } },
      },
    },
    {
      name: 'editor',
      path: '/lifecycle/1',
      answers: {
        ...building,
        'GET /api/audience/lifecycle/{id}': { ...model, draft: { ...model.inForce, number: null, note: '' } },
      },
    },
    {
      name: 'failed',
      path: '/lifecycle',
      answers: { 'GET /api/audience/lifecycle': fails(503, 'unavailable', '服务暂时不可用，请稍后重试') },
    },
    { name: 'loading', path: '/lifecycle', answers: { 'GET /api/audience/lifecycle': pending } },
  ],
})
