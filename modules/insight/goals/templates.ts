/** Targets that the trade sets, from the plans behind the requirements (1.6): a click fills the form. */
import { defineMessages } from '#base/i18n/messages.ts'
import type { TargetMode } from './goal.ts'

const words = defineMessages({
  adopted: { zh: '有效建议占比不低于 30%', en: 'Valid suggestions: at least 30%' },
  repurchase: { zh: '复购率提升 15%', en: 'Repurchase rate up 15%' },
  growth: { zh: '社群用户增长 50%', en: 'Community growth of 50%' },
  weekly: { zh: '周活跃率不低于 40%', en: 'Weekly active rate of at least 40%' },
  interactions: { zh: '互动频次提升 60%', en: 'Interactions per active member up 60%' },
  retention: { zh: '6 个月留存率不低于 70%', en: 'Six-month retention of at least 70%' },
  referral: { zh: '用户推荐率提升 50%', en: 'Referral rate up 50%' },
  revenue: { zh: '社群带动业绩增长 25%', en: 'Community revenue up 25%' },
  toMember: { zh: '新客转会员率提升 35%', en: 'New customers who become members: up 35%' },
  memberRepurchase: { zh: '会员复购率提升 25%', en: 'Repurchase rate of members up 25%' },
  perWeek: { zh: '人均周互动从 1 次到 3 次', en: 'Interactions per member and week from 1 to 3' },
  awareness: { zh: '产品认知度提升 70%', en: 'Product awareness up 70%' },
  tickets: { zh: '售后咨询量降低 40%', en: 'After-sales enquiries down 40%' },
  participation: { zh: '用户参与感提升 60%', en: 'Sense of participation up 60%' },
  satisfaction: { zh: '新品满意度不低于 90%', en: 'Satisfaction with a new product of at least 90%' },
  proficiency: { zh: '使用熟练度提升 50%', en: 'Proficiency up 50%' },
  renewal: { zh: '续费率提升 40%', en: 'Renewal rate up 40%' },
})

export const scenarios = ['any', 'fast', 'durable', 'saas'] as const

export interface GoalTemplate {
  /** Id of the requirement it comes from. */
  readonly id: string
  readonly name: (typeof words)[keyof typeof words]
  readonly scenario: (typeof scenarios)[number]
  /** Key of the catalogue of metrics. */
  readonly metric: string
  readonly mode: TargetMode
  readonly amount: number
  readonly days: number | null
  /** Usual length. */
  readonly months: number
}

export const goalTemplates: readonly GoalTemplate[] = [
  {
    id: 'S1-03',
    name: words.weekly,
    scenario: 'any',
    metric: 'weekly_active_rate',
    mode: 'absolute',
    amount: 0.4,
    days: 7,
    months: 4,
  },
  {
    id: 'S1-02',
    name: words.growth,
    scenario: 'any',
    metric: 'members_total',
    mode: 'relative',
    amount: 0.5,
    days: 1,
    months: 4,
  },
  {
    id: 'S1-04',
    name: words.interactions,
    scenario: 'any',
    metric: 'interactions_per_active',
    mode: 'relative',
    amount: 0.6,
    days: 7,
    months: 4,
  },
  {
    id: 'S1-08',
    name: words.retention,
    scenario: 'any',
    metric: 'retention_6_months',
    mode: 'absolute',
    amount: 0.7,
    days: 30,
    months: 12,
  },
  {
    id: 'S1-09',
    name: words.referral,
    scenario: 'any',
    metric: 'referral_rate',
    mode: 'relative',
    amount: 0.5,
    days: 90,
    months: 12,
  },
  {
    id: 'S1-10',
    name: words.revenue,
    scenario: 'any',
    metric: 'revenue',
    mode: 'relative',
    amount: 0.25,
    days: 30,
    months: 12,
  },
  {
    id: 'S0-06',
    name: words.adopted,
    scenario: 'any',
    metric: 'valid_suggestion_share',
    mode: 'absolute',
    amount: 0.3,
    days: 90,
    months: 3,
  },
  {
    id: 'S0-07',
    name: words.repurchase,
    scenario: 'any',
    metric: 'repurchase_rate',
    mode: 'relative',
    amount: 0.15,
    days: 90,
    months: 12,
  },
  {
    id: 'S1-45',
    name: words.toMember,
    scenario: 'fast',
    metric: 'customer_to_member_rate',
    mode: 'relative',
    amount: 0.35,
    days: 30,
    months: 6,
  },
  {
    id: 'S1-46',
    name: words.memberRepurchase,
    scenario: 'fast',
    metric: 'repurchase_rate',
    mode: 'relative',
    amount: 0.25,
    days: 90,
    months: 6,
  },
  {
    id: 'S1-49',
    name: words.perWeek,
    scenario: 'fast',
    metric: 'interactions_per_member',
    mode: 'absolute',
    amount: 3,
    days: 7,
    months: 4,
  },
  {
    id: 'S1-53',
    name: words.awareness,
    scenario: 'durable',
    metric: 'product_awareness',
    mode: 'relative',
    amount: 0.7,
    days: 90,
    months: 12,
  },
  {
    id: 'S1-54',
    name: words.tickets,
    scenario: 'durable',
    metric: 'enquiries_per_member',
    mode: 'relative',
    amount: -0.4,
    days: 30,
    months: 12,
  },
  {
    id: 'S1-58',
    name: words.participation,
    scenario: 'durable',
    metric: 'participation',
    mode: 'relative',
    amount: 0.6,
    days: 30,
    months: 12,
  },
  {
    id: 'S1-59',
    name: words.satisfaction,
    scenario: 'durable',
    metric: 'satisfaction',
    mode: 'absolute',
    amount: 0.9,
    days: 90,
    months: 12,
  },
  {
    id: 'S1-63',
    name: words.proficiency,
    scenario: 'saas',
    metric: 'proficiency',
    mode: 'relative',
    amount: 0.5,
    days: 30,
    months: 12,
  },
  {
    id: 'S1-67',
    name: words.renewal,
    scenario: 'saas',
    metric: 'renewal_rate',
    mode: 'relative',
    amount: 0.4,
    days: 90,
    months: 12,
  },
]
