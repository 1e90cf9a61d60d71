import { defineProblems } from '#base/http/problem.ts'

export const memberProblems = defineProblems({
  memberNotFound: {
    status: 404,
    message: { zh: '没有找到这位成员', en: 'There is no such member' },
  },
  tooManyMembers: {
    status: 422,
    message: {
      zh: '一次最多处理 {limit} 位成员，当前筛选命中 {count} 位',
      en: 'At most {limit} members at once; this filter has {count}',
    },
  },
  viewNameTaken: {
    status: 409,
    message: { zh: '已有同名视图「{name}」', en: 'You already have a view named “{name}”' },
  },
  viewNotFound: { status: 404, message: { zh: '没有这个视图', en: 'There is no such view' } },
  tooManyViews: {
    status: 422,
    message: { zh: '每个列表最多保存 {limit} 个视图', en: 'A list keeps at most {limit} views' },
  },
})
