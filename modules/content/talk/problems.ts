import { defineProblems } from '#base/http/problem.ts'

export const talkProblems = defineProblems({
  notOpen: {
    status: 409,
    message: {
      zh: '帖子还没有公开，暂时不能回复',
      en: 'The post is not open to everybody yet and takes no replies',
    },
  },
  parentGone: {
    status: 409,
    message: { zh: '你回复的评论已不在了', en: 'The comment that you answer is gone' },
  },
  changedMeanwhile: {
    status: 409,
    message: {
      zh: '这条评论刚被改过，请看过新的内容再改',
      en: 'The comment was changed just now; look at it before you change it',
    },
  },
  reasonMissing: {
    status: 422,
    message: { zh: '请写明原因，作者会看到', en: 'Say why; the author reads it' },
  },
  removedByAuthor: {
    status: 409,
    message: {
      zh: '这是作者自己删除的，不能恢复',
      en: 'Its author removed it; it cannot be brought back',
    },
  },
  notYours: { status: 403, message: { zh: '只有作者可以修改', en: 'Only its author can change it' } },
  notQuestion: {
    status: 409,
    message: { zh: '只有提问可以采纳回答', en: 'Only questions have accepted answers' },
  },
  mayNotAccept: {
    status: 403,
    message: {
      zh: '只有提问的人和群主、管理员可以采纳回答',
      en: 'Only who asked, hosts and the team can accept an answer',
    },
  },
  noPoll: { status: 404, message: { zh: '这个帖子没有投票', en: 'The post has no poll' } },
  pollClosed: { status: 409, message: { zh: '投票已经结束', en: 'The poll has ended' } },
  optionUnknown: { status: 422, message: { zh: '没有这个选项', en: 'There is no such option' } },
  tooManyChoices: {
    status: 422,
    message: { zh: '最多可选 {most} 项', en: 'You can choose {most} at most' },
  },
  nothingToFollow: {
    status: 404,
    message: { zh: '没有找到要关注的内容', en: 'There is nothing of that kind to follow' },
  },
  notOneself: { status: 422, message: { zh: '不能关注自己', en: 'You cannot follow yourself' } },
  ownWords: { status: 422, message: { zh: '这是你自己写的', en: 'These are your own words' } },
  tipRefused: { status: 403, message: { zh: '未能打赏：{because}', en: 'Not tipped: {because}' } },
  alreadyReported: {
    status: 409,
    message: {
      zh: '你已经举报过，处理后会告诉你',
      en: 'You have reported this; you will be told what was decided',
    },
  },
  nothingReported: {
    status: 404,
    message: { zh: '没有待处理的举报', en: 'There is no open report of this' },
  },
  cannotAnswer: {
    status: 422,
    message: {
      zh: '这位成员看不到或不能回复这个问题',
      en: 'This member cannot see or answer the question',
    },
  },
})
