/** Words of the life cycle. */
import { defineMessages } from '#base/i18n/messages.ts'

export const stageLabels = defineMessages({
  changed: { zh: '生命周期阶段变化', en: 'Stage of life changed' },
  computed: { zh: '生命周期计算完成', en: 'Stages of life computed' },
  modelChanged: { zh: '生命周期模型有变动', en: 'Life cycle model changed' },
  computeJob: { zh: '计算生命周期阶段', en: 'Compute stages of life' },
  nightly: { zh: '每天凌晨更新每位成员所处的阶段', en: 'Everybody’s stage of life, every night' },
  section: { zh: '生命周期', en: 'Life cycle' },
  stage: { zh: '生命周期阶段', en: 'Stage of life' },
  since: { zh: '进入当前阶段的日期', en: 'Since when in the stage' },
  model: { zh: '用户类型', en: 'Type of user' },
  everyone: { zh: '全体成员', en: 'All members' },
  personal: { zh: '生命周期阶段与变化记录', en: 'Stages of life and how they changed' },
  personalKept: {
    zh: '由行为计算得出，用于分阶段服务；账号注销时删除',
    en: 'Computed from behaviour, for service by stage; deleted with the account',
  },
  lost: { zh: '沉寂期', en: 'Lost' },
})

export const stageNames = defineMessages({
  introduction: { zh: '导入期', en: 'Introduction' },
  growth: { zh: '成长期', en: 'Growth' },
  mature: { zh: '成熟期', en: 'Mature' },
  dormant: { zh: '休眠期', en: 'Dormant' },
  churned: { zh: '流失期', en: 'Churned' },
})

/** S2-26…29: what each stage needs. */
export const stageStrategies = defineMessages({
  introduction: {
    zh: '拉新并让他们尝到第一次价值：新人礼、新手任务、24 小时内有人回应',
    en: 'Win them and let them taste the first value: a welcome gift, newcomer tasks, an answer within 24 hours',
  },
  growth: {
    zh: '促活：固定栏目与活动，引导首次发言与首单，帮他们找到同好',
    en: 'Activate: regular features and events, the first word and first order, people like themselves',
  },
  mature: {
    zh: '复购与传播：会员权益、专属身份、邀请共创与转介绍',
    en: 'Repurchase and spread: membership, a role of their own, co-creation and referrals',
  },
  dormant: {
    zh: '留存：在流失之前提醒，推送他们关心的内容和专属回归礼',
    en: 'Retain: a reminder before they are gone, what they care about, a gift for returning',
  },
  churned: {
    zh: '召回：分人群给理由，回访原因，不打扰不想回来的人',
    en: 'Win back: a reason per segment, ask why, leave alone who does not want to return',
  },
})

export const phaseStrategies = defineMessages({
  acquisition: {
    zh: '拉新：讲清价值，降低第一步的门槛',
    en: 'Acquire: make the value plain and the first step easy',
  },
  value: { zh: '促活、复购、传播', en: 'Activate, repurchase, spread' },
  retention: { zh: '留存与召回', en: 'Retain and win back' },
})

export const presetWords = defineMessages({
  community: { zh: '社群活跃', en: 'Community' },
  communityNote: {
    zh: '看来访天数与互动：14 天没来算休眠，30 天没来算流失',
    en: 'By days active and interaction: dormant after 14 silent days, churned after 30',
  },
  content: { zh: '内容产品', en: 'Content' },
  contentNote: {
    zh: '看近 7 天日均时长、到访次数和评论：曾成熟且连续 7 天不来为休眠，15 天为流失',
    en: 'By time, visits and comments per day over a week: dormant 7 days after maturity, churned after 15',
  },
  trade: { zh: '交易产品', en: 'Shop' },
  tradeNote: {
    zh: '按本社群的购买间隔：80 分位 {warning} 天预警，90 分位 {churn} 天流失，超过 180 天沉寂',
    en: 'By your own intervals of purchase: a warning at the 80th percentile ({warning} days), churned at the 90th ({churn}), lost after 180',
  },
  privateDomain: { zh: '私域', en: 'Private domain' },
  privateDomainNote: {
    zh: '按加入天数：0–7 天新客，7–30 天成长，30 天后成熟；久不来访为休眠、流失',
    en: 'By days since joining: new until 7, growing until 30, mature after; silent ones dormant or churned',
  },
})
