import { defineProblems } from '#base/http/problem.ts'

export const stageProblems = defineProblems({
  lifeModelNotFound: {
    status: 404,
    message: { zh: '没有这个用户类型', en: 'There is no such type of user' },
  },
  lifeModelNameTaken: {
    status: 409,
    message: { zh: '已有用户类型叫「{name}」', en: 'There is a type of user named “{name}” already' },
  },
  lifeModelStays: {
    status: 409,
    message: { zh: '「全体成员」不能删除', en: 'The model of all members stays' },
  },
  tooManyLifeModels: {
    status: 422,
    message: { zh: '最多 {limit} 个用户类型', en: 'At most {limit} types of user' },
  },
  noLifeDraft: {
    status: 409,
    message: { zh: '没有草稿，先修改再发布', en: 'There is no draft; change something first' },
  },
})
