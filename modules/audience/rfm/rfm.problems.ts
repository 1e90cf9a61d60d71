import { defineProblems } from '#base/http/problem.ts'

export const rfmProblems = defineProblems({
  noDraft: {
    status: 409,
    message: { zh: '没有草稿，先修改再发布', en: 'There is no draft; change something first' },
  },
  daysReversed: {
    status: 422,
    message: { zh: '起始日期要早于截止日期', en: 'The first day has to come before the last' },
  },
  dayAhead: { status: 422, message: { zh: '这一天还没到', en: 'That day has not come yet' } },
})
