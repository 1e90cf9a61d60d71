import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { memberSession } from '#ui/member/story-data.ts'

const limits = {
  links: 2,
  images: 6,
  mentions: 3,
  videos: false,
  polls: true,
  newTopics: false,
  postsPerDay: 6,
  commentsPerDay: 40,
  reactionsPerDay: 100,
  reviewed: false,
}
const newcomer = {
  rank: 0,
  name: '新来',
  byHand: false,
  reason: '',
  since: null,
  limits,
  next: {
    rank: 1,
    name: '常客',
    limits: {
      ...limits,
      links: 6,
      images: 20,
      videos: true,
      newTopics: true,
      postsPerDay: 30,
      commentsPerDay: 200,
    },
    asks: [
      { says: '加入满 1 天', met: true, evidence: '11 月 18 日加入', progress: null },
      { says: '阅读帖子至少 5 次', met: false, evidence: '3 次', progress: { actual: 3, needed: 5 } },
    ],
  },
}

export default defineStories({
  group: 'trust',
  answers: { 'GET /api/session': memberSession },
  stories: [
    { name: 'newcomer', path: '/me/trust', answers: { 'GET /api/member/trust': newcomer } },
    {
      name: 'top',
      path: '/me/trust',
      answers: {
        'GET /api/member/trust': { ...newcomer, rank: 4, name: '主心骨', byHand: true, next: null },
      },
    },
    { name: 'waiting', path: '/me/trust', answers: { 'GET /api/member/trust': pending } },
    {
      name: 'failed',
      path: '/me/trust',
      answers: { 'GET /api/member/trust': fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
