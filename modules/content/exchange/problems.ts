import { defineProblems } from '#base/http/problem.ts'

export const exchangeProblems = defineProblems({
  exchangeNotFound: { status: 404, message: { zh: '没有这次导入', en: 'There is no such import' } },
  exchangeBusy: {
    status: 409,
    message: { zh: '正在进行，先停止再改', en: 'It is under way; stop it first' },
  },
  exchangeEmpty: {
    status: 409,
    message: { zh: '先上传文件', en: 'Upload its files first' },
  },
  exchangeDone: {
    status: 409,
    message: { zh: '这次导入已经完成', en: 'This import is done' },
  },
  exchangeFileUnfit: {
    status: 422,
    message: {
      zh: '这种格式需要：{expected}',
      en: 'This format takes: {expected}',
    },
  },
})
