/** Tiers, elimination and the charter of 山丘咖啡's groups for the stories. */
import { ago, days } from '#ui/console/story/world.ts'
import type { Case, Charter, RuledTier } from './group.queries.ts'
import { advanced, base, core, person, type tier } from './stories.data.ts'

const event = (name: string, op: 'gte' | 'lt', value: number) =>
  ({
    version: 1,
    who: {
      kind: 'event',
      event: name,
      window: { last: { amount: 30, unit: 'days' } },
      measure: { of: 'count', op, value },
    },
  }) as const

const rule = (rises: string, count: number, over = {}) => ({
  rises: event('post.published', 'gte', count),
  stays: null,
  falls: true,
  graceDays: 14,
  active: true,
  revision: 1,
  ranAt: ago(62),
  failure: null,
  risesSays: rises,
  staysSays: null,
  ...over,
})

const ruled = (one: ReturnType<typeof tier>, over: Partial<RuledTier>): RuledTier => ({
  ...one,
  groupId: null,
  ownName: '',
  holders: 0,
  groups: 0,
  rule: null,
  ...over,
})

export const tiers: readonly RuledTier[] = [
  ruled(base, { groups: 3, promise: '新手上手、问题反馈' }),
  ruled(advanced, {
    holders: 1_946,
    groups: 2,
    promise: '深度讨论、创意征集',
    rule: rule('近 30 天发帖或回复 ≥ 6 次的成员', 6),
  }),
  ruled(core, {
    holders: 214,
    groups: 1,
    promise: '产品内测、行业交流',
    rule: rule('近 365 天下单金额 ≥ ¥2,000，并且近 30 天来过 ≥ 8 天的成员', 8, {
      graceDays: 30,
      staysSays: '近 365 天下单金额 ≥ ¥1,500 的成员',
    }),
  }),
]

const reasons = [{ says: '近 30 天在群里做过任何事 < 1 次', evidence: '0 次' }]
const onCase = (
  id: string,
  who: ReturnType<typeof person>,
  state: Case['state'],
  over: Partial<Case> = {},
): Case => ({
  id,
  person: who,
  state,
  reasons,
  warnedAt: ago(9 * days),
  graceUntil: ago(2 * days),
  decidedAt: null,
  decidedBy: null,
  decision: '',
  returnedAt: null,
  returnedHow: null,
  joinedAt: ago(180 * days),
  lastSeenAt: ago(41 * days),
  can: { decide: state === 'due' || state === 'warned', bringBack: state === 'removed' },
  ...over,
})

export const cases: readonly Case[] = [
  onCase('1', person('109', 'Kelly_拿铁', '深圳'), 'due'),
  onCase('2', person('110', 'Jun 的咖啡角', '厦门'), 'due', { lastSeenAt: ago(66 * days) }),
  onCase('3', person('111', '大橙子', '武汉'), 'warned', {
    warnedAt: ago(2 * days),
    graceUntil: ago(-5 * days),
  }),
  onCase('4', person('113', '罗西', '西安'), 'removed', {
    decidedAt: ago(6 * days),
    decidedBy: '唐果',
    decision: '两个月没有来过，欢迎随时回来',
  }),
  onCase('5', person('114', '安之', '成都'), 'returned', {
    decidedAt: ago(20 * days),
    returnedAt: ago(3 * days),
    returnedHow: 'task',
  }),
]

export const charter: Charter = {
  id: '7',
  groupId: null,
  groupName: null,
  title: '手冲研究所',
  revision: 6,
  createdAt: ago(3 * days),
  updatedAt: ago(12),
  updatedBy: '林晓',
  despite: null,
  answers: {
    problem: { goal: '手冲用户月复购 30%', present: '18%', onlyWay: true, otherWays: '' },
    fit: {
      product: 'content',
      margin: { holds: true, why: '自烘豆毛利 62%' },
      frequency: { holds: true, why: '老客 19 天买一次' },
      decision: { holds: null, why: '' },
      competitors: [
        {
          name: '隔壁烘焙的周三杯测群',
          does: '每周三盲测，群主全程在',
          outcome: 'works',
          learnt: '固定时间比内容重要',
        },
      ],
    },
    position: {
      forWhom: '自己在家做手冲的人',
      situation: '想冲好一杯，又没人可问的时候',
      value: '两小时内有人答，周三一起盲测',
      valueKind: 'expertise',
      connection: 'pyramid',
      enter: '前三支豆的参数表',
      stay: '每周三杯测',
      pains: [
        {
          pain: '同一支豆冲不稳',
          headache: true,
          wouldChange: true,
          hasAlternatives: false,
          worriesSolvable: true,
          answer: '给一张自查表，群里两小时内帮看',
        },
        {
          pain: '不知道买什么器具',
          headache: true,
          wouldChange: null,
          hasAlternatives: true,
          worriesSolvable: null,
          answer: '',
        },
      ],
    },
    money: { path: 'repurchase', offer: '豆单月订', price: 16_800, margin: 55, converts: 18, week: 4 },
    service: {
      weeks: 26,
      members: 600,
      items: [
        { name: '两小时内答疑', hoursPerWeek: 8 },
        { name: '周三盲测直播', hoursPerWeek: 3 },
      ],
      hourCost: 6_000,
      monthCost: 80_000,
    },
    rules: { theme: '一支豆、一组参数', service: '', forbidden: '', rewarded: '' },
  },
  verdict: {
    fits: true,
    by: ['margin', 'frequency'],
    steps: [
      { step: 'problem', missing: [] },
      { step: 'fit', missing: [] },
      { step: 'position', missing: [] },
      { step: 'money', missing: [] },
      { step: 'service', missing: [] },
      { step: 'rules', missing: ['service', 'forbidden', 'rewarded'] },
    ],
    pains: ['real', 'open'],
    economics: {
      cost: 2_201_333,
      income: 997_920,
      net: -1_203_413,
      breakEvenMembers: 1_324,
      hoursPerWeek: 11,
    },
    warnings: ['losesMoney', 'tooLarge'],
    ready: false,
  },
  can: { edit: true, discard: true, found: true },
}
