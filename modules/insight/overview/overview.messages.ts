import { defineMessages } from '#base/i18n/messages.ts'

export const overviewLabels = defineMessages({
  overview: { zh: '社群总览', en: 'Overview' },
  outside: { zh: '社群之外', en: 'Outside groups' },
  unknown: { zh: '来源不明', en: 'Not known' },
  new: { zh: '新来的人', en: 'New people' },
  back: { zh: '回来的人', en: 'People who returned' },
  away: { zh: '没来的人', en: 'People who stayed away' },
  others: { zh: '其他人', en: 'Everybody else' },
  notSaid: { zh: '没有这一项', en: 'Not known' },
  cutByMember: {
    zh: '变化只能按社群、新老、渠道、成员字段或分群来分',
    en: 'A change is told by groups, kinds, channels, a field of members, or segments',
  },
  gone: { zh: '已归档的社群', en: 'An archived group' },
  says: {
    zh: '{where}截至 {to} 的 {weeks} 周总览，变化对比 {against} 周前',
    en: 'Overview of {where}, {weeks} weeks up to {to}; changes against {against|the week before|{against} weeks before}',
  },
  whole: { zh: '全部社群', en: 'the whole community' },
})
