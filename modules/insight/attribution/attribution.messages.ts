import { defineMessages } from '#base/i18n/messages.ts'

export const attributionWords = defineMessages({
  label: { zh: '归因', en: 'Attribution' },
  says: {
    zh: '{from} 至 {to} 的「{event}」，转化前 {days} 天内接触过的渠道各有多少功劳',
    en: 'How much each channel met within {days} days brought to “{event}” from {from} to {to}',
  },
  who: { zh: '；只看{who}', en: '; only {who}' },
  dayMissing: { zh: '第 {row} 行：日期要写成 2026-11-19', en: 'Row {row}: write days as 2026-11-19' },
  daysBackwards: {
    zh: '第 {row} 行：结束日期早于开始日期',
    en: 'Row {row}: the last day lies before the first',
  },
  amountMissing: {
    zh: '第 {row} 行：金额要是大于 0 的数字，单位元',
    en: 'Row {row}: the amount must be a number above 0',
  },
  channelMissing: {
    zh: '第 {row} 行：没有写渠道，或渠道名有不能用的字符',
    en: 'Row {row}: no channel, or one with signs that do not fit',
  },
  purposeUnknown: {
    zh: '第 {row} 行：用途只能写「获客」或「留存」',
    en: 'Row {row}: the purpose is “winning” or “keeping”',
  },
  tooManyRows: { zh: '一次最多粘贴 {most} 行', en: 'At most {most} rows at a time' },
  notCsv: { zh: '第 {row} 行读不懂：引号没有成对', en: 'Row {row} cannot be read: a quote is not closed' },
  backwards: { zh: '结束日期不能早于开始日期', en: 'The last day must not lie before the first' },
})
