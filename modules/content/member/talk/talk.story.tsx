import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { memberSession } from '#ui/member/story-data.ts'
import { posts } from '../feed/story-feed.ts'
import type { Followed } from './talk.queries.ts'

const followed = (
  what: Followed['what'],
  id: string,
  name: string,
  more: Partial<Followed> = {},
): Followed => ({
  what,
  id,
  name,
  note: '',
  pictureUrl: null,
  path: `/${what}s/${id}`,
  byItself: false,
  following: true,
  muted: false,
  since: '2026-11-12T10:00:00+08:00',
  ...more,
})
const follows = [
  followed('member', 'm31', '许老师', { note: '上海' }),
  followed('topic', '水质与水温', '#水质与水温', { path: '/topics/水质与水温' }),
  followed('board', '11', '参数与复盘', { note: '手冲研究所', path: '/groups/pour-over?board=11' }),
  followed('post', '401', '浅烘耶加冲出来又涩又薄，是水温还是研磨的问题？', {
    note: '手冲研究所 · 提问',
    byItself: true,
    path: '/posts/401',
  }),
  followed('topic', '双十一', '#双十一', { following: false, muted: true, path: '/topics/双十一' }),
]
const kept = posts.map((post) => ({ ...post, you: post.you && { ...post.you, bookmarked: true } }))
const page = <Item,>(items: readonly Item[]) => ({ items, next: null })
const down = fails(503, 'unavailable', '服务暂时不可用，请稍后重试')

export default defineStories({
  group: 'talk',
  answers: {
    'GET /api/session': memberSession,
    'GET /api/member/bookmarks': page(kept),
    'GET /api/member/follows': page(follows),
  },
  stories: [
    { name: 'bookmarks', path: '/me/bookmarks' },
    { name: 'bookmarks-none', path: '/me/bookmarks', answers: { 'GET /api/member/bookmarks': page([]) } },
    { name: 'bookmarks-waiting', path: '/me/bookmarks', answers: { 'GET /api/member/bookmarks': pending } },
    { name: 'bookmarks-failed', path: '/me/bookmarks', answers: { 'GET /api/member/bookmarks': down } },
    { name: 'follows', path: '/me/follows' },
    { name: 'follows-none', path: '/me/follows', answers: { 'GET /api/member/follows': page([]) } },
    { name: 'follows-waiting', path: '/me/follows', answers: { 'GET /api/member/follows': pending } },
    { name: 'follows-failed', path: '/me/follows', answers: { 'GET /api/member/follows': down } },
  ],
})
