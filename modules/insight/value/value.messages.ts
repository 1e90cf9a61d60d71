import { defineMessages } from '#base/i18n/messages.ts'

export const valueLabels = defineMessages({
  analysis: { zh: '客户价值', en: 'Value of customers' },
  job: { zh: '估计客户价值', en: 'Estimate the value of customers' },
  nightly: {
    zh: '每天凌晨按前一天的订单重新估计客户价值',
    en: 'The value of customers by the day before, every night',
  },
  section: { zh: '客户价值（预测）', en: 'Value (expected)' },
  alive: { zh: '还会再买的概率', en: 'Chance of still being a customer' },
  percent: { zh: '%', en: '%' },
  nextYear: { zh: '未来一年预计消费', en: 'Expected to spend within a year' },
  personal: { zh: '客户价值预测', en: 'Expected value as a customer' },
  personalKept: {
    zh: '由订单计算得出，用于安排服务优先级；账号注销时删除',
    en: 'Computed from orders, to decide whom to look after first; deleted with the account',
  },
  says: {
    zh: '{who}里买过东西的人：还会再买的概率，以及之后一年预计消费多少',
    en: 'Buyers among {who}: the chance that they buy again, and what they may spend within a year',
  },
  saysCut: {
    zh: '{who}里买过东西的人，按所选的维度拆开：还会再买的概率，以及之后一年预计消费多少',
    en: 'Buyers among {who}, cut as chosen: the chance that they buy again, and what they may spend within a year',
  },
  everybody: { zh: '全部成员', en: 'all members' },
  rest: { zh: '其余', en: 'The rest' },
  cutByMember: {
    zh: '客户价值只能按成员的属性或分群拆开',
    en: 'The value of customers is cut by fields of members or by segments only',
  },
})
