/**
 * What the operators of 山丘咖啡 did with their figures over half a year, told as they would have typed it. Days count
 * back from the last day of the simulation; what happened on them is its truth (docs/simulation.md).
 */
import type { z } from 'zod'
import type { Annotation } from '../annotations/annotations.ts'
import type { NewCost } from '../attribution/costs.ts'
import type { experimentDefinition } from '../experiments/experiment.ts'
import type { TargetMode } from '../goals/goal.ts'
import type { Outcome } from '../goals/goals.ts'
import type { NewQuestion } from '../saved/saved.ts'
import type { Stage } from '../stage/stage.ts'

/** The group in which the tastings were held. */
export const tastingGroup = 'pour-over'

export interface ToldGoal {
  readonly name: string
  readonly why: string
  readonly metric: string
  /** By its address; left out: the whole community. */
  readonly group?: string
  readonly days: number
  readonly mode: TargetMode
  readonly amount: number
  /** Days ago. */
  readonly began: number
  readonly lasts: number
  /** Which of the owners that were given. */
  readonly owner: number
  readonly closed?: { readonly outcome: Outcome; readonly lesson: string }
}

export const goals: readonly ToldGoal[] = [
  {
    name: '90 天复购率提升 15%',
    why: '第一单靠活动能拉来，第二单才说明豆子真的对胃口',
    metric: 'repurchase_rate',
    days: 90,
    mode: 'relative',
    amount: 0.15,
    began: 112,
    lasts: 70,
    owner: 1,
    closed: {
      outcome: 'met',
      lesson:
        '做到了，多数是老客在补货。首单后三周没回来的人，之后也很少回来；下次单独给「首单后 21 天内的第二单」定目标，别再拿全体复购率当成绩。',
    },
  },
  {
    name: '手冲研究所周活跃率提高 8 个百分点',
    why: '杯测和参数帖都从这个群长出来，它冷了，新人就没有地方问',
    metric: 'weekly_active_rate',
    group: tastingGroup,
    days: 7,
    mode: 'points',
    amount: 0.08,
    began: 42,
    lasts: 84,
    owner: 2,
  },
  {
    name: '十周内成员总数增长 30%',
    why: '开第二家门店之前，先看上海以外有没有足够多的人',
    metric: 'members_total',
    days: 1,
    mode: 'relative',
    amount: 0.3,
    began: 28,
    lasts: 70,
    owner: 0,
  },
  {
    name: '社群月成交额提升 10%',
    why: '让社群养活自己：办杯测和寄样豆的钱从这里出',
    metric: 'revenue',
    days: 30,
    mode: 'relative',
    amount: 0.1,
    began: 35,
    lasts: 70,
    owner: 3,
  },
]

/** Stages of the product, the first ones first; `began`: days ago. */
export const stages: readonly { readonly stage: Stage; readonly why: string; readonly began: number }[] = [
  {
    stage: 'introduction',
    why: '社区刚开放注册，先把第一批愿意说话的人留住，不急着铺渠道',
    began: 175,
  },
  {
    stage: 'growth',
    why: '联合笔记之后每周都有人自己找来，第二单也起来了；可以加渠道、上邀请奖励',
    began: 98,
  },
]

type ToldNote = Pick<Annotation, 'text' | 'kind'> & {
  /** Days ago, or the share of the window that had gone by, as campaigns are simulated. */
  readonly on: { readonly ago: number } | { readonly gone: number }
  readonly lasts: number
  readonly group?: string
}

export const annotations: readonly ToldNote[] = [
  { text: '社区开放注册', kind: 'release', on: { gone: 0 }, lasts: 1 },
  { text: '小红书「春日拼配」联合笔记', kind: 'campaign', on: { gone: 0.35 }, lasts: 4 },
  { text: '老带新双倍积分', kind: 'campaign', on: { gone: 0.72 }, lasts: 3 },
  {
    text: '周三杯测停办：场地装修',
    kind: 'activity',
    on: { ago: 21 },
    lasts: 1,
    group: tastingGroup,
  },
]

type ToldCost = Pick<NewCost, 'channel' | 'amount' | 'purpose' | 'note'>

/** In fen, each thirty days. */
export const monthlyCosts: readonly ToldCost[] = [
  { channel: 'xiaohongshu', amount: 380_000, purpose: 'winning', note: '种草笔记与寄样' },
  { channel: 'wechat', amount: 160_000, purpose: 'winning', note: '公众号互推' },
  { channel: 'store', amount: 90_000, purpose: 'winning', note: '门店立牌和杯套二维码' },
  { channel: 'referral', amount: 120_000, purpose: 'winning', note: '老带新赠豆' },
  { channel: 'search', amount: 60_000, purpose: 'winning', note: '搜索词包' },
  { channel: 'wechat', amount: 70_000, purpose: 'keeping', note: '社群福利豆' },
]

/** And what the campaigns cost besides, on the days of the annotation of that text. */
export const campaignCosts: readonly (ToldCost & { readonly during: string })[] = [
  {
    during: '小红书「春日拼配」联合笔记',
    channel: 'xiaohongshu',
    amount: 1_280_000,
    purpose: 'winning',
    note: '春日拼配联合笔记',
  },
  {
    during: '老带新双倍积分',
    channel: 'referral',
    amount: 460_000,
    purpose: 'winning',
    note: '双倍积分兑豆',
  },
]

export const questions: readonly NewQuestion[] = [
  {
    analysis: 'funnel',
    name: '新人从加入到第一单',
    note: '每周一看：卡在读帖还是卡在下单',
    shared: true,
    question: {
      range: { last: 90, unit: 'day' },
      steps: [
        { of: [{ event: 'member.joined' }] },
        { of: [{ event: 'post.read' }] },
        { of: [{ event: 'order.paid' }] },
      ],
      order: 'ordered',
      within: { amount: 30, unit: 'days' },
      exclusions: [],
      count: 'members',
    },
  },
  {
    analysis: 'retention',
    name: '新成员每周还来不来',
    note: '小红书来的人和门店来的人差在第二周',
    shared: true,
    question: {
      range: { last: 12, unit: 'week' },
      start: { event: 'member.joined' },
      newcomers: true,
      again: { event: 'page_view' },
      unit: 'week',
      how: 'exact',
      columns: 8,
      breakdown: { by: 'field', field: 'member.channel' },
    },
  },
]

export interface ToldExperiment {
  readonly key: string
  readonly name: string
  readonly hypothesis: string
  readonly definition: z.input<typeof experimentDefinition>
  /** Days ago. */
  readonly began: number
  readonly ended: number
  readonly decidedOn: number
  readonly stopReason: string
  readonly decision: string
  readonly decisionReason: string
}

export const experiment: ToldExperiment = {
  key: 'welcome_letter',
  name: '短欢迎语',
  hypothesis: '欢迎语短一半，读完的人更多，第一周开口评论的人也更多',
  definition: {
    version: 1,
    variants: [
      { key: 'usual', name: '原来的欢迎语', weight: 50 },
      { key: 'short', name: '短欢迎语', weight: 50 },
    ],
    metric: { version: 1, how: { kind: 'events', event: 'comment.posted', counted: { of: 'members' } } },
    guardrails: [{ version: 1, how: { kind: 'events', event: 'page_view', counted: { of: 'days' } } }],
    windowDays: 7,
    // Who joins has no days before.
    lookBackDays: 0,
    effect: 0.2,
  },
  began: 70,
  ended: 14,
  decidedOn: 6,
  stopReason: '人数早够了，再放人进来也看不出更多',
  decision: 'short',
  decisionReason: '开口的人差不多，短的好维护，就用短的；下次单独试「第一天有人回应」。',
}
