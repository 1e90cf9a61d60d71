import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { strangerSession } from '#ui/member/story-data.ts'
import { author, columns, notice, page, personal, posts, topic, topics, works } from './story-feed.ts'

const feed = (answer: unknown) => ({ 'GET /api/site/feed': answer })
const stranger = { 'GET /api/session': strangerSession }
const down = fails(503, 'unavailable', '服务暂时不可用，请稍后重试')
const none = { items: [], next: null }
const unseen = posts.map((post) => ({ ...post, you: null }))

export default defineStories({
  group: 'feed',
  answers: {
    ...feed(page(posts)),
    'GET /api/site/feed/newer': { count: 0 },
    'GET /api/site/home': { topics, unanswered: 4 },
    'GET /api/site/topics': { items: topics, next: null },
    'GET /api/site/topics/{name}': {
      ...topics[0],
      muted: false,
      related: [
        { name: '磨豆机求推荐', posts: 12 },
        { name: '冬天喝什么豆', posts: 7 },
      ],
    },
    'GET /api/site/members/{token}': author,
    'GET /api/site/columns': { items: columns, next: null },
    'GET /api/site/columns/{slug}': columns[0],
    'GET /api/member/unread': {
      boards: [{ boardId: '11', group: 'pour-over', unread: 9 }],
      groups: [
        { slug: 'pour-over', unread: 9 },
        { slug: 'newcomers', unread: 2 },
      ],
    },
    'GET /api/member/personalisation': personal,
  },
  stories: [
    { name: 'home', path: '/' },
    { name: 'home-newer', path: '/', answers: { 'GET /api/site/feed/newer': { count: 3 } } },
    {
      name: 'home-for-you',
      path: '/?view=forYou',
      answers: feed(
        page(
          posts.map((post, at) => ({
            ...post,
            reasons: [
              ['你关注了阿澈', '你最近常看 #水质与水温', '来自你的社群「手冲研究所」', '刚刚发布'][at % 4] ??
                '',
            ],
          })),
          { personal: true },
        ),
      ),
    },
    { name: 'home-not-personal', path: '/?view=forYou', answers: feed(page(posts, { personal: false })) },
    { name: 'home-following-none', path: '/?view=following', answers: feed(page([])) },
    { name: 'home-waiting', path: '/', answers: feed(pending) },
    { name: 'home-broken', path: '/', answers: feed(down) },
    { name: 'home-stranger', path: '/', answers: { ...stranger, ...feed(page(unseen)) } },
    {
      name: 'group',
      path: '/groups/pour-over',
      answers: feed(page(posts.slice(1), { pinned: [notice] })),
    },
    { name: 'group-none', path: '/groups/pour-over', answers: feed(page([])) },
    { name: 'topics', path: '/topics' },
    { name: 'topics-none', path: '/topics', answers: { 'GET /api/site/topics': none } },
    { name: 'topic', path: '/topics/晒出我的咖啡角' },
    {
      name: 'topic-missing',
      path: '/topics/没有',
      answers: { 'GET /api/site/topics/{name}': fails(404, 'topic_not_found', '没有找到这个话题') },
    },
    { name: 'member', path: '/members/ache' },
    {
      name: 'member-none',
      path: '/members/ache',
      answers: {
        ...feed(page([])),
        'GET /api/site/members/{token}': { ...author, posts: 0, featured: 0, columns: [], bio: '' },
      },
    },
    { name: 'columns', path: '/columns' },
    { name: 'columns-none', path: '/columns', answers: { 'GET /api/site/columns': none } },
    { name: 'column', path: '/columns/pour-over-notes' },
    {
      name: 'works',
      path: '/works',
      answers: feed(
        page([works, ...posts].map((post, at) => ({ ...post, id: String(900 + at), featured: true }))),
      ),
    },
    { name: 'works-none', path: '/works', answers: feed(page([])) },
    { name: 'ranking', path: '/ranking' },
    { name: 'ranking-stranger', path: '/ranking', answers: stranger },
    {
      name: 'quiet',
      path: '/',
      answers: {
        ...feed(page([])),
        'GET /api/site/home': { topics: [topic('开始聊', { posts: 1, reason: null })], unanswered: 0 },
      },
    },
  ],
})
