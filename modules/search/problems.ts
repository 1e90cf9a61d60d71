import { defineProblems } from '#base/http/problem.ts'

export const searchProblems = defineProblems({
  synonymNotFound: {
    status: 404,
    message: { zh: '没有找到这组同义词', en: 'There is no such group of synonyms' },
  },
  synonymTooFew: {
    status: 422,
    message: { zh: '一组同义词至少要有两个不同的词', en: 'Synonyms are two different words at least' },
  },
  synonymTaken: {
    status: 409,
    message: { zh: '「{word}」已经在另一组同义词里', en: '“{word}” is in another group already' },
  },
})
