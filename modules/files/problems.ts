import { defineProblems } from '#base/http/problem.ts'

export const problems = defineProblems({
  uploadWithoutFile: {
    status: 422,
    message: { zh: '没有收到文件，请重新选择', en: 'No file arrived; choose it again' },
  },
})
