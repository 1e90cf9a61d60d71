import { defineMessages } from '#base/i18n/messages.ts'

export const planWords = defineMessages({
  channelMissing: {
    zh: '第 {row} 行：没有写渠道，或渠道名有不能用的字符',
    en: 'Row {row}: no channel, or one with signs that do not fit',
  },
  channelTwice: {
    zh: '第 {row} 行：「{channel}」在第 {earlier} 行已经有了，合成一行',
    en: 'Row {row}: “{channel}” stands in row {earlier} already; make it one row',
  },
  fansMissing: {
    zh: '第 {row} 行：计划获粉要是 1 到 1000 万的整数',
    en: 'Row {row}: fans must be a whole number from 1 to 10 million',
  },
  budgetWrong: {
    zh: '第 {row} 行：预算要是数字，单位元，最多两位小数；没有就写 0 或空着',
    en: 'Row {row}: the budget must be a number with at most two decimals; 0 or nothing for none',
  },
  measuresLong: { zh: '第 {row} 行：措施最多 300 字', en: 'Row {row}: measures have 300 characters at most' },
  ownerUnknown: {
    zh: '第 {row} 行：团队里没有叫「{owner}」的人',
    en: 'Row {row}: nobody on the team is called “{owner}”',
  },
  ownerTwice: {
    zh: '第 {row} 行：团队里有两位「{owner}」，先空着，保存后再选',
    en: 'Row {row}: two people are called “{owner}”; leave it empty and choose later',
  },
  tooManyRows: { zh: '一次最多粘贴 {most} 行', en: 'At most {most} rows at a time' },
  notCsv: { zh: '第 {row} 行读不懂：引号没有成对', en: 'Row {row} cannot be read: a quote is not closed' },
  nothing: { zh: '只有表头，没有计划', en: 'There is a heading, but no plan' },
  monthOnly: {
    zh: '月份要写成 2026-11-01，2000 到 2099 年',
    en: 'A month is written by its first day: 2026-11-01, from 2000 to 2099',
  },
  eachOnce: { zh: '每个渠道只能写一次', en: 'Each channel once' },
})
