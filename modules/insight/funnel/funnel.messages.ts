import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  funnel: { zh: '漏斗', en: 'Funnel' },
  edgeOptional: {
    zh: '第一步和最后一步不能设为可跳过',
    en: 'The first and the last step cannot be optional',
  },
  unorderedPlain: {
    zh: '不限顺序时，步骤不能设为可跳过，也不能单独限时',
    en: 'Steps in any order are neither optional nor limited one by one',
  },
  badPlace: { zh: '步骤的先后不对，请重新选择', en: 'The steps are not in this order; choose again' },
  says: {
    zh: '{steps}：{order}，从第一步起 {within}内完成',
    en: '{steps}: {order}, within {within} of the first step',
  },
  ordered: { zh: '依次发生，中间可有其他行为', en: 'in this order, with anything in between' },
  strict: { zh: '依次发生，中间不能有其他行为', en: 'in this order, with nothing in between' },
  unordered: { zh: '不限先后顺序', en: 'in any order' },
  next: { zh: ' → ', en: ' → ' },
  or: { zh: ' 或 ', en: ' or ' },
  minutes: { zh: '{n} 分钟', en: '{n|{n} minute|{n} minutes}' },
  hours: { zh: '{n} 小时', en: '{n|{n} hour|{n} hours}' },
  days: { zh: '{n} 天', en: '{n|{n} day|{n} days}' },
  excluded: { zh: '；其间出现「{events}」的不计入', en: '; whoever does {events} in between is left out' },
})
