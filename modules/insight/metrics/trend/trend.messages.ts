import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  trend: { zh: '趋势', en: 'Trend' },
  says: { zh: '{from} 至 {to}，{unit}看{names}{more}', en: '{names} {unit}, {from} to {to}{more}' },
  day: { zh: '按天', en: 'by day' },
  week: { zh: '按周', en: 'by week' },
  month: { zh: '按月', en: 'by month' },
  quoted: { zh: '「{name}」', en: '“{name}”' },
  comma: { zh: '、', en: ', ' },
  rolling: { zh: '，每个点取近 {n} 天', en: ', each of {n|{n} day|{n} days}' },
  cumulative: { zh: '，逐期累计', en: ', piled up' },
  perActive: { zh: '，按活跃成员人均', en: ', per active member' },
  perMember: { zh: '，按全部成员人均', en: ', per member' },
  who: { zh: '，只看{who}', en: ', only {who}' },
  previous: { zh: '，与上一期对比', en: ', against the period before' },
  year: { zh: '，与去年同期对比', en: ', against a year ago' },
  together: { zh: '由 {letters} 算出', en: 'Worked out from {letters}' },
})
