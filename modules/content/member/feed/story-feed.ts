/** What 山丘咖啡 talks about on a Sunday evening in November, for stories. */
import { ago, storyNow } from '#ui/member/story-data.ts'
import type { FeedPage, PostCard, TopicCard } from './feed.queries.ts'

/** Pictures stand beside the stories; from an address of a stored file one climbs out to them. */
const picture = (url: URL, alt: string, width = 480, height = 360): PostCard['media'][number] => ({
  kind: 'image',
  file: `..${url.pathname}?`,
  width,
  height,
  alt,
})
const dripper = picture(new URL('./story/dripper.svg', import.meta.url), '滤杯和分享壶，窗外是山')
const cup = picture(new URL('./story/cup.svg', import.meta.url), '一杯刚冲好的咖啡')

const people = {
  zhouzhou: { token: 'zhouzhou', name: '舟舟', avatarUrl: null, role: 'novice', gone: false },
  ache: { token: 'ache', name: '阿澈', avatarUrl: null, role: 'expert', gone: false },
  xiaohe: { token: 'hanxiaohe', name: '韩小禾', avatarUrl: null, role: 'member', gone: false },
  tangguo: { token: 'tangguo', name: '唐果', avatarUrl: null, role: 'moderator', gone: false },
  xumu: { token: 'xumu', name: '许木', avatarUrl: null, role: 'member', gone: false },
  song: { token: 'songzhiyi', name: '宋知意', avatarUrl: null, role: 'member', gone: false },
  gone: { token: 'gone', name: '已注销用户', avatarUrl: null, role: null, gone: true },
} as const satisfies Record<string, PostCard['author']>

let made = 100
const post = (more: Partial<PostCard> & Pick<PostCard, 'author' | 'title' | 'excerpt'>): PostCard => ({
  id: String(++made),
  kind: 'discussion',
  state: 'published',
  board: { id: '11', name: '参数与复盘' },
  group: { slug: 'pour-over', name: '手冲研究所', glyph: '冲', colour: 'clay' },
  media: [],
  topics: [],
  publishedAt: ago(3),
  activeAt: ago(1),
  editedAt: null,
  commentCount: 0,
  reactionCount: 0,
  bookmarkCount: 0,
  readCount: 40,
  pinned: false,
  featured: false,
  locked: false,
  closed: false,
  solved: false,
  accepted: null,
  poll: null,
  card: null,
  you: { reaction: null, bookmarked: false, read: false, newComments: 0 },
  reasons: [],
  ...more,
})

export const solved = post({
  author: people.zhouzhou,
  kind: 'question',
  board: { id: '12', name: '新手上手' },
  title: '中浅烘耶加，92 ℃ 冲出来还是尖酸，是水温还是研磨的问题？',
  excerpt: '18 克粉、1:15，闷蒸 30 秒，总时间 1 分 50 秒。第一口就很尖，凉了之后更明显。',
  publishedAt: ago(11.2),
  solved: true,
  accepted: {
    name: '阿澈',
    excerpt:
      '先别动水温。把研磨调细两格，闷蒸延长到 40 秒，总时间拉到 2 分 20 秒再尝一次；还尖，再往上加水温。',
    reactionCount: 23,
  },
  reactionCount: 46,
  commentCount: 18,
})
export const works = post({
  author: people.ache,
  title: '同一支耶加，五个水温冲了一下午',
  excerpt: '88 到 96 ℃，每 2 度一杯，盲喝打分。90 ℃ 甜感最高，94 ℃ 以上涩感明显，数据表放在文末。',
  featured: true,
  media: [dripper],
  topics: ['水质与水温', '冬天喝什么豆'],
  publishedAt: ago(28),
  reactionCount: 214,
  commentCount: 57,
  you: { reaction: 'like', bookmarked: true, read: true, newComments: 3 },
})
export const open = post({
  author: people.xiaohe,
  kind: 'question',
  board: { id: '13', name: '提问' },
  title: '闷蒸时粉床塌了一块，是布粉还是注水的问题？',
  excerpt: '豆子烘焙第 9 天，18 克粉，闷蒸 36 克水，中间总会陷下去，后段流速特别快。',
  publishedAt: ago(5),
})
export const poll = post({
  author: people.tangguo,
  kind: 'poll',
  title: '周三杯测想喝哪一组？',
  excerpt: '三组豆子都在路上了，选一组先喝。',
  publishedAt: ago(11),
  commentCount: 9,
  reactionCount: 31,
  poll: {
    options: 3,
    voters: 438,
    open: true,
    closesAt: new Date(storyNow + 3 * 3_600_000).toISOString(),
    leading: [
      { label: '耶加与肯尼亚', percent: 61 },
      { label: '哥伦比亚三处理法', percent: 27 },
      { label: '云南新产季', percent: 12 },
    ],
  },
})
export const water = post({
  author: people.xumu,
  title: '换了净水，苦味少了一半',
  excerpt: '自来水 TDS 210，换成 85 的瓶装水，参数不变，差别很大，附三天记录。',
  media: [cup],
  publishedAt: ago(12.5),
  reactionCount: 38,
  commentCount: 12,
})
const corner = post({
  author: people.song,
  kind: 'photo',
  board: { id: '14', name: '晒单' },
  title: '',
  excerpt: '搬家第三周，咖啡角终于像样了。把橙皮、柚子皮放在杯子旁边对照着闻，居然真的分得出来。',
  media: [
    cup,
    dripper,
    { ...cup, file: `${cup.file}2` },
    { ...dripper, file: `${dripper.file}2` },
    { ...cup, file: `${cup.file}3` },
  ],
  topics: ['晒出我的咖啡角'],
  publishedAt: ago(26),
  reactionCount: 91,
  commentCount: 26,
})
const bean = post({
  author: people.gone,
  kind: 'product',
  title: '回购第三次的日常豆',
  excerpt: '便宜、稳定、不挑水，适合每天早上不想动脑子的时候。',
  publishedAt: ago(40),
  card: {
    kind: 'product',
    id: '3',
    title: '山丘日常拼配 454 g',
    note: '中度烘焙 · 坚果、可可',
    pictureUrl: null,
    price: '¥68',
    path: '/products/3',
    act: '看看',
    ended: false,
  },
  reactionCount: 12,
})

export const posts = [solved, works, open, poll, corner, water, bean]
export const notice = post({
  author: people.tangguo,
  kind: 'announcement',
  title: '冬季杯测排期与报名方式',
  excerpt: '十二月每周三晚八点，名额二十，先看规则再报名。',
  pinned: true,
  publishedAt: ago(200),
})

export const page = (items: readonly PostCard[], more: Partial<FeedPage> = {}): FeedPage => ({
  items: [...items],
  next: null,
  pinned: [],
  newest: 'here',
  since: null,
  personal: null,
  ...more,
})

export const topic = (name: string, more: Partial<TopicCard> = {}): TopicCard => ({
  name,
  summary: '',
  coverUrl: null,
  posts: 326,
  followers: 88,
  trend: [3, 4, 2, 6, 5, 8, 6, 9, 7, 12, 10, 14, 18, 22],
  reason: '3 小时内 12 人参与，比平时快 3 倍',
  following: false,
  ...more,
})
export const topics = [
  topic('晒出我的咖啡角', { summary: '拍下你每天冲咖啡的那个角落' }),
  topic('冬天喝什么豆', {
    posts: 118,
    followers: 41,
    reason: '6 小时内 9 人参与讨论',
    trend: [1, 2, 1, 0, 3, 2, 4, 3, 5, 4, 4, 6, 5, 7],
  }),
  topic('磨豆机求推荐', {
    posts: 74,
    followers: 23,
    reason: '3 天内 14 人参与讨论',
    trend: [4, 5, 4, 6, 5, 4, 5, 3, 4, 5, 4, 5, 4, 5],
  }),
  topic('水质与水温', {
    posts: 63,
    followers: 30,
    following: true,
    reason: null,
    trend: [0, 1, 0, 2, 0, 0, 1, 0, 0, 3, 0, 1, 0, 0],
  }),
]

export const author = {
  token: 'ache',
  name: '阿澈',
  avatarUrl: null,
  bio: '开过两年小店，现在在家冲。喜欢把一件事试到底，再写清楚。',
  city: '杭州',
  joinedAt: ago(24 * 320),
  gone: false,
  you: { self: false, following: false, muted: false },
  posts: 64,
  featured: 12,
  accepted: 83,
  thanked: 2_140,
  followers: 318,
  columns: [{ slug: 'pour-over-notes', name: '手冲手记', posts: 9 }],
}

export const columns = [
  {
    slug: 'pour-over-notes',
    name: '手冲手记',
    summary: '每篇只讲一个变量：水温、研磨、注水、水质，都用同一支豆试。',
    coverUrl: null,
    posts: 9,
    updatedAt: ago(28),
    author: { token: 'ache', name: '阿澈', avatarUrl: null },
  },
  {
    slug: 'yunnan-season',
    name: '云南产季日记',
    summary: '从采收到杯测，跟着一个庄园走完一季。',
    coverUrl: null,
    posts: 5,
    updatedAt: ago(90),
    author: { token: 'tangguo', name: '唐果', avatarUrl: null },
  },
]

export const personal = {
  on: true,
  interests: [
    {
      what: 'topic' as const,
      id: '1',
      name: '水质与水温',
      because: '近 60 天读过 14 篇、互动 6 次',
      refused: false,
    },
    {
      what: 'board' as const,
      id: '11',
      name: '参数与复盘',
      because: '近 60 天读过 31 篇、互动 4 次',
      refused: false,
    },
    {
      what: 'topic' as const,
      id: '2',
      name: '磨豆机求推荐',
      because: '近 60 天读过 3 篇、互动 0 次',
      refused: true,
    },
  ],
}
