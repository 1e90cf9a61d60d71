import { defineProblems } from '#base/http/problem.ts'

/** Each says what the limit is and that it grows with taking part. */
export const trustProblems = defineProblems({
  tooManyLinks: {
    status: 422,
    message: {
      zh: '你现在一次最多放 {most} 个链接，多参与讨论会放宽',
      en: 'For now you can put {most} links into one text; taking part raises this',
    },
  },
  tooManyImages: {
    status: 422,
    message: {
      zh: '你现在一次最多放 {most} 张图片或附件，多参与讨论会放宽',
      en: 'For now you can put {most} pictures or files into one text; taking part raises this',
    },
  },
  tooManyMentions: {
    status: 422,
    message: { zh: '一次最多提到 {most} 个人', en: 'You can mention {most} people at once' },
  },
  noVideosYet: {
    status: 422,
    message: { zh: '多参与几天讨论后就能发视频', en: 'You can post videos after taking part for some days' },
  },
  noPollsYet: {
    status: 422,
    message: {
      zh: '多参与几天讨论后就能发起投票',
      en: 'You can start polls after taking part for some days',
    },
  },
  enoughForToday: {
    status: 429,
    message: {
      zh: '24 小时内最多 {most} 条，歇一会儿再来',
      en: 'At most {most} within 24 hours; come back a little later',
    },
  },
  levelNotFound: { status: 404, message: { zh: '没有这个信任等级', en: 'There is no such trust level' } },
})
