import { defineStories, fails } from '#ui/console/story/story.ts'
import { memberSession } from '#ui/member/story-data.ts'
import type { DeskReport, DeskWaiting } from './desk.queries.ts'

const since = '2026-11-22T15:20:00+08:00'
const reports: DeskReport[] = [
  {
    key: '501',
    postId: '501',
    commentId: null,
    title: '低价耶加，加我私聊',
    words: '同款豆子工厂直发，量大从优，想要的看我主页。',
    author: { token: 'lidou', name: '豆子批发小李', avatarUrl: null },
    board: '参数与复盘',
    thing: 'hidden',
    reports: [
      { reason: 'spam', note: '已经在三个帖子下面发过了' },
      { reason: 'spam', note: '' },
      { reason: 'wrong', note: '' },
    ],
    since,
    can: { decide: true },
  },
  {
    key: '401:88',
    postId: '401',
    commentId: '88',
    title: '浅烘耶加冲出来又涩又薄，是水温还是研磨的问题？',
    words: '连水温都不会调还是别喝手冲了。',
    author: { token: 'tangguo', name: '唐果', avatarUrl: null },
    board: '提问',
    thing: 'published',
    reports: [{ reason: 'abuse', note: '语气不太友好' }],
    since,
    can: { decide: false },
  },
]
const waiting: DeskWaiting[] = [
  {
    what: 'post',
    id: '502',
    postId: '502',
    kind: 'discussion',
    title: '出两包没拆封的豆子',
    version: 1,
    html: '<p>上周囤多了，两包<strong>哥斯达黎加</strong>，原价转，上海可面交。</p>',
    author: '舟舟',
    board: '闲聊',
    createdAt: since,
    can: { approve: true },
  },
  {
    what: 'comment',
    id: '89',
    postId: '401',
    kind: 'question',
    title: '浅烘耶加冲出来又涩又薄，是水温还是研磨的问题？',
    version: 1,
    html: '<p>可以看看这篇，里面有水温和研磨的对照表。</p>',
    author: '唐果',
    board: '提问',
    createdAt: since,
    can: { approve: false },
  },
]
const page = <Item,>(items: readonly Item[]) => ({ items, next: null })

export default defineStories({
  group: 'desk',
  answers: {
    'GET /api/session': memberSession,
    'GET /api/site/groups/{slug}/reports': { ...page(reports), total: reports.length },
    'GET /api/site/groups/{slug}/waiting': page(waiting),
  },
  stories: [
    { name: 'reports', path: '/groups/pour-over/desk' },
    { name: 'waiting', path: '/groups/pour-over/desk?list=waiting' },
    {
      name: 'none',
      path: '/groups/pour-over/desk',
      answers: { 'GET /api/site/groups/{slug}/reports': { ...page([]), total: 0 } },
    },
    {
      name: 'not-a-host',
      path: '/groups/pour-over/desk',
      answers: {
        'GET /api/site/groups/{slug}/reports': fails(
          403,
          'may_not_moderate',
          '只有群主、管理员或运营可以这样做',
        ),
      },
    },
  ],
})
