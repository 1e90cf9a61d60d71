/** Words of RFM: the eight fixed names, what they mean, and what to do for each. */
import { defineMessages } from '#base/i18n/messages.ts'

export const rfmLabels = defineMessages({
  changed: { zh: 'RFM 分层变化', en: 'RFM tier changed' },
  computed: { zh: 'RFM 分层计算完成', en: 'RFM tiers computed' },
  modelChanged: { zh: 'RFM 模型有变动', en: 'RFM model changed' },
  published: { zh: '发布 RFM 模型', en: 'Published an RFM model' },
  computeJob: { zh: '计算 RFM 分层', en: 'Compute RFM tiers' },
  nightly: { zh: '每天凌晨按前一天的数据重算 RFM 分层', en: 'RFM tiers by the day before, every night' },
  section: { zh: '价值分层（RFM）', en: 'Value (RFM)' },
  tierPurchase: { zh: '消费 RFM 层级', en: 'RFM tier by purchases' },
  tierContribution: { zh: '贡献 RFM 层级', en: 'RFM tier by contribution' },
  sincePurchase: { zh: '进入消费层级的日期', en: 'Since when in the tier by purchases' },
  sinceContribution: { zh: '进入贡献层级的日期', en: 'Since when in the tier by contribution' },
  personal: { zh: 'RFM 分层与变化记录', en: 'RFM tiers and how they changed' },
  personalKept: {
    zh: '由行为计算得出，用于分层服务；账号注销时删除',
    en: 'Computed from behaviour, for service by tier; deleted with the account',
  },
})

export const tierNames = defineMessages({
  important_value: { zh: '重要价值客户', en: 'Important value' },
  general_value: { zh: '一般价值客户', en: 'General value' },
  important_develop: { zh: '重要发展客户', en: 'Important to develop' },
  general_develop: { zh: '一般发展客户', en: 'General to develop' },
  important_keep: { zh: '重要保持客户', en: 'Important to keep' },
  general_keep: { zh: '一般保持客户', en: 'General to keep' },
  important_retain: { zh: '重要挽留客户', en: 'Important to win back' },
  general_retain: { zh: '一般挽留客户', en: 'General to win back' },
  none: { zh: '未购买', en: 'Never bought' },
})

/** S2-21 for the first; the others are ours and may be rewritten. */
export const tierStrategies = defineMessages({
  important_value: {
    zh: '重点维护：VIP 专人服务、专享权益、定期福利，精神与物质双激励，邀请分享与转介绍',
    en: 'Look after them: a dedicated VIP team, exclusive rights, regular benefits, and an invitation to recommend us',
  },
  general_value: {
    zh: '提高客单价：满减、组合装、加价换购',
    en: 'Raise the value of an order: spend-and-save, bundles, add-ons',
  },
  important_develop: {
    zh: '提高频次：会员、积分、周期购，交叉推荐',
    en: 'Raise frequency: membership, points, subscriptions, cross-selling',
  },
  general_develop: {
    zh: '新客培育：首单关怀、复购券、使用指导',
    en: 'Grow newcomers: care after the first order, a coupon for the second, guidance',
  },
  important_keep: {
    zh: '主动联系唤醒：新品告知、专属回归礼、负责人回访',
    en: 'Wake them: news of new products, a gift for returning, a call by their owner',
  },
  general_keep: { zh: '积分到期提醒、小额回归券', en: 'Remind of expiring points, a small coupon to return' },
  important_retain: {
    zh: '重点挽留：专属优惠，回访流失原因，解决历史问题',
    en: 'Win back: an offer of their own, ask why they left, mend what went wrong',
  },
  general_retain: {
    zh: '低成本触达，接受自然流失',
    en: 'Touch at low cost, accept that some leave',
  },
  none: {
    zh: '首单转化：体验装、新人券、口碑内容',
    en: 'A first order: samples, a newcomer coupon, words of others',
  },
})
