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
  unorderedFree: {
    zh: '不限顺序时，不分先后，也不分重复',
    en: 'In any order nothing is before or after, and nothing is done again',
  },
  badWait: { zh: '最短间隔不能长于最长间隔', en: 'The least wait is longer than the longest' },
  badPlace: { zh: '步骤的先后不对，请重新选择', en: 'The steps are not in this order; choose again' },
  says: {
    zh: '{steps}：{order}，从第一步起 {within}内完成',
    en: '{steps}: {order}, within {within} of the first step',
  },
  ordered: { zh: '依次发生，中间可有其他行为', en: 'in this order, with anything in between' },
  strict: { zh: '依次发生，中间不能有其他行为', en: 'in this order, with nothing in between' },
  unordered: { zh: '不限先后顺序', en: 'in any order' },
  repeatsignored: { zh: '；重复做已到的步骤不算打断', en: '; doing a step again does not matter' },
  repeatsending: { zh: '；重复做已到的步骤即中断', en: '; doing a step again ends the attempt' },
  apart: {
    zh: '；同一时刻的行为不分先后',
    en: '; what happens at the same moment is not one after the other',
  },
  first: { zh: '；每人只看第一次', en: '; each member by the first attempt' },
  attempts: { zh: '；按次数，每次开始都算', en: '; every attempt counts' },
  rounds: { zh: '；按轮次，走完一轮才算下一轮', en: '; by rounds: the next begins after one is complete' },
  waits: { zh: '{step}（距上一步{wait}）', en: '{step} ({wait} after the step before)' },
  waitAtMost: { zh: ' {most}内', en: 'at most {most}' },
  waitAtLeast: { zh: '至少 {least}', en: 'at least {least}' },
  waitBetween: { zh: ' {least}至 {most}', en: '{least} to {most}' },
  next: { zh: ' → ', en: ' → ' },
  or: { zh: ' 或 ', en: ' or ' },
  minutes: { zh: '{n} 分钟', en: '{n|{n} minute|{n} minutes}' },
  hours: { zh: '{n} 小时', en: '{n|{n} hour|{n} hours}' },
  days: { zh: '{n} 天', en: '{n|{n} day|{n} days}' },
  excluded: { zh: '；其间出现「{events}」的不计入', en: '; whoever does {events} in between is left out' },
})
