import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import type { Level } from './trust.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'content.read', 'content.edit'],
  },
}
const level = (rank: number, name: string, says: string | null, members: number, more: object): Level => ({
  rank,
  name,
  ownName: '',
  definition: null,
  ownRule: false,
  says,
  limits: {
    links: 6,
    images: 20,
    mentions: 8,
    videos: true,
    polls: true,
    newTopics: true,
    postsPerDay: 30,
    commentsPerDay: 200,
    reactionsPerDay: 500,
    reviewed: false,
  },
  byHand: false,
  keeps: true,
  revision: 0,
  members,
  ...more,
})
const newcomer = {
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
const items = [
  level(0, '新来', null, 0, { limits: newcomer }),
  level(1, '常客', '加入满 1 天，且阅读帖子至少 5 次', 846, {}),
  level(2, '熟客', '近 60 天内来过至少 8 天，且阅读帖子至少 40 次，且发表评论至少 3 次', 312, {
    ownRule: true,
  }),
  level(3, '老友', '近 100 天内来过至少 30 天，且近 100 天发表评论至少 10 次', 58, { keeps: false }),
  level(4, '主心骨', null, 4, { byHand: true }),
]

export default defineStories({
  group: 'trust',
  answers: { 'GET /api/session': session, 'GET /api/content/trust-levels': { items } },
  stories: [
    { name: 'levels', path: '/content/trust' },
    { name: 'waiting', path: '/content/trust', answers: { 'GET /api/content/trust-levels': pending } },
    {
      name: 'failed',
      path: '/content/trust',
      answers: { 'GET /api/content/trust-levels': fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
