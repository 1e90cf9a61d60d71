import { defineMessages } from '#base/i18n/messages.ts'

export const stepWords = defineMessages({
  twoOptions: { zh: '至少要有两个选项', en: 'There must be at least two options' },
  rightOffered: { zh: '正确答案不在选项里', en: 'The right answer is not among the options' },
  oneRight: { zh: '单选题只能有一个正确答案', en: 'There can be only one right answer here' },
  distinct: { zh: '题目编号重复', en: 'Two questions have the same id' },
})
