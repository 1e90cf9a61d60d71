/** A question and an article of 山丘咖啡 with what was said to them, for stories. */
import { ago } from '#ui/member/story-data.ts'

const person = (token: string, name: string, role: string | null = 'member', gone = false) => ({
  token,
  name,
  avatarUrl: null,
  role,
  gone,
})
export const zhouzhou = person('tok-zhouzhou', '舟舟', 'novice')
const ache = person('tok-ache-0001', '阿澈', 'owner')
const xumu = person('tok-xumu-0001', '许木')
const tangguo = person('tok-tangguo-1', '唐果', 'expert')
export const qingye = person('q1ngye', '青野')

/** A drawing that needs no network: kraft paper, a hill, a cup. */
const drawing = (tone: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="600" viewBox="0 0 96 60"><rect width="96" height="60" fill="${tone}"/><circle cx="70" cy="16" r="8" fill="#d9a441"/><path d="M0 44c18-12 32-14 48-6s30 4 48-6v28H0z" fill="#8fb39f"/><path d="M30 20h24l-8 14h-8zM34 38h16l4 16H30z" fill="#faf8f4" stroke="#1e2622"/></svg>`,
  )}`

const can = {
  edit: false,
  reply: true,
  react: true,
  accept: false,
  moderate: false,
  tip: false,
  report: true,
  share: true,
  figures: false,
}

export const question = {
  id: '42',
  kind: 'question',
  state: 'published',
  title: '中浅烘耶加，92 ℃ 冲出来还是尖酸，是水温还是研磨的问题？',
  excerpt: '豆子烘焙第 9 天，18 克粉，1:15，C40 26 格，总时间 1 分 50 秒，尾段发涩。',
  author: zhouzhou,
  board: { id: '7', name: '提问' },
  group: { slug: 'pour-over', name: '手冲研究所', glyph: '冲', colour: 'clay' },
  media: [],
  topics: ['磨豆机求推荐', '水质与水温'],
  publishedAt: ago(11),
  activeAt: ago(1),
  editedAt: ago(10),
  commentCount: 5,
  reactionCount: 46,
  bookmarkCount: 12,
  readCount: 318,
  pinned: false,
  featured: false,
  locked: false,
  closed: false,
  solved: true,
  accepted: { name: '阿澈', excerpt: '先别动水温。', reactionCount: 23 },
  poll: null,
  card: null,
  you: { reaction: 'like', bookmarked: false, read: true, newComments: 0 },
  reasons: [],
  html: `<p>豆子烘焙第 9 天，18 克粉，1:15，C40 26 格，总时间 1 分 50 秒，<strong>尾段发涩</strong>。</p><p>试过把水温降到 88 ℃，酸是柔了，可是没有甜感。<a class="mention" href="/members/tok-ache-0001">@阿澈</a> 说过中浅烘不怕高温，那是研磨太粗了吗？</p><ul><li><p>水：净水器后 TDS 85</p></li><li><p>滤杯：V60，三段注水</p></li></ul><p><a class="hashtag" href="/topics/%E6%B0%B4%E8%B4%A8%E4%B8%8E%E6%B0%B4%E6%B8%A9">#水质与水温</a></p>`,
  cards: [],
  shareCount: 3,
  version: 2,
  publishAt: null,
  column: null,
  closedBecause: '',
  stateReason: '',
  mergedInto: null,
  firstAnswerAt: ago(10.5),
  answerMinutes: 120,
  follow: 'following',
  inGroup: true,
  pinnedTo: null,
  can,
}

const commentCan = {
  reply: true,
  react: true,
  edit: false,
  remove: false,
  accept: false,
  report: true,
  moderate: false,
}
const comment = (id: number, author: typeof ache, html: string, more: Record<string, unknown> = {}) => ({
  id: String(id),
  postId: '42',
  parentId: null,
  rootId: null,
  state: 'published',
  author,
  to: null,
  html,
  createdAt: ago(10 - id),
  editedAt: null,
  accepted: false,
  replyCount: 0,
  reactionCount: 0,
  stateReason: '',
  you: { reaction: null },
  can: commentCan,
  ...more,
})
const below = (id: number, author: typeof ache, html: string, more: Record<string, unknown> = {}) =>
  comment(id, author, html, { parentId: '1', rootId: '1', ...more })
const thread = (
  head: ReturnType<typeof comment>,
  replies: readonly ReturnType<typeof comment>[] = [],
  cursor: string | null = null,
) => ({
  ...head,
  replyCount: cursor ? replies.length + 4 : replies.length,
  replies,
  more: cursor,
})

export const threads = {
  accepted: thread(
    comment(
      1,
      ache,
      '<p>先别动水温。把研磨调细两格，闷蒸延长到 40 秒，总时间拉到 2 分 20 秒再尝一次；如果甜感出来了，就是萃取不足。</p>',
      { accepted: true, reactionCount: 23, you: { reaction: 'thanks' } },
    ),
    [
      below(2, zhouzhou, '<p>调到 24 格真的有甜感了！尾段还有一点涩。</p>', { reactionCount: 4 }),
      below(3, ache, '<p>那就收掉最后 20 克水，1:14 试试。</p>', {
        parentId: '2',
        to: { token: zhouzhou.token, name: '舟舟' },
      }),
    ],
    'more',
  ),
  items: [
    thread(
      comment(4, xumu, '<p>我换净水以后苦味少了一半，TDS 85 应该不是水的问题。</p>', { reactionCount: 6 }),
    ),
    thread(comment(5, tangguo, '', { state: 'removed' }), [
      below(6, qingye, '<p>同问，我也是 C40。</p>', {
        parentId: '5',
        rootId: '5',
        can: { ...commentCan, edit: true, remove: true, report: false },
      }),
    ]),
  ],
  next: null,
}

export const none = { accepted: null, items: [], next: null }

export const article = {
  ...question,
  id: '43',
  kind: 'article',
  title: '同一支耶加，五个水温冲了一下午',
  excerpt: '88 到 96 ℃，每 2 度一杯，盲喝打分。90 ℃ 甜感最高，94 ℃ 以上涩感明显。',
  author: ache,
  board: { id: '8', name: '参数与复盘' },
  topics: ['水质与水温'],
  editedAt: null,
  version: 1,
  solved: false,
  accepted: null,
  featured: true,
  pinned: true,
  pinnedTo: 'board',
  firstAnswerAt: null,
  answerMinutes: null,
  follow: null,
  column: { slug: 'ache-notes', name: '阿澈的水温笔记' },
  cards: [
    {
      kind: 'product',
      id: '3',
      title: '埃塞 · 耶加雪菲 沃卡',
      note: '中浅烘 · 柑橘、茉莉、红茶 · 200 克',
      pictureUrl: drawing('#ebdcc2'),
      price: '¥ 68.00',
      path: '/shop/3',
      act: '去看看',
      ended: false,
    },
  ],
  html: `<p>88 到 96 ℃，每 2 度一杯，五个人盲喝打分。先说结论：<strong>90 ℃ 甜感最高，94 ℃ 以上涩感明显。</strong></p><figure><img src="${drawing('#ebdcc2')}" width="960" height="600" alt="吧台上的五只滤杯" loading="eager"></figure><h2>怎么冲的</h2><p>18 克粉，1:15，三段注水，总时间 2 分 10 秒。</p><table><tbody><tr><th scope="col"><p>水温</p></th><th scope="col"><p>甜</p></th><th scope="col"><p>涩</p></th></tr><tr><td><p>88 ℃</p></td><td><p>6.2</p></td><td><p>2.0</p></td></tr><tr><td><p>90 ℃</p></td><td><p>8.1</p></td><td><p>2.4</p></td></tr><tr><td><p>94 ℃</p></td><td><p>6.9</p></td><td><p>5.8</p></td></tr></tbody></table><blockquote><p>水温是调味，研磨是火候。</p></blockquote><figure><img src="${drawing('#d3e2e1')}" width="960" height="600" alt="94 ℃ 的那一杯" loading="lazy"></figure><div class="card-slot" data-card="product:3"></div><p class="attachment"><a href="/files/abcdefghijklmnopqrstuv" download="五个水温.csv">五个水温.csv <span>12 KB</span></a></p><a class="link-card" href="https://example.com/water" rel="nofollow ugc noopener noreferrer" target="_blank"><span><strong>冲煮水的硬度与碱度</strong><span>为什么同一支豆在两座城市喝起来不一样</span><small>example.com</small></span></a>`,
}

export const poll = {
  question: '周三杯测想喝哪一组？',
  choices: 1,
  closesAt: ago(-22.5),
  open: true,
  shown: 'voted',
  voters: 438,
  options: [
    { id: '1', label: '耶加与肯尼亚', votes: 267, share: 0.61, yours: true },
    { id: '2', label: '哥伦比亚三处理法', votes: 118, share: 0.27, yours: false },
    { id: '3', label: '云南新产季', votes: 53, share: 0.12, yours: false },
  ],
  can: { vote: true, close: false },
}

export const unvoted = {
  ...poll,
  options: poll.options.map((option) => ({ ...option, votes: null, share: null, yours: false })),
}

export const figures = {
  impressions: 2_140,
  reads: 318,
  depth: 72,
  comments: 18,
  reactions: 46,
  bookmarks: 12,
  shares: 3,
  interactionRate: 0.248,
  firstAnswerMinutes: 31,
  days: Array.from({ length: 9 }, (_, at) => ({
    day: `2026-11-${String(14 + at).padStart(2, '0')}`,
    impressions: 120 + at * 40,
    reads: [12, 48, 36, 20, 31, 60, 52, 34, 25][at],
    shares: at % 3,
  })),
  people: [ache, xumu, tangguo].map(({ token, name, avatarUrl }) => ({ token, name, avatarUrl })),
}

export const related = {
  items: [
    { ...question, id: '51', title: '闷蒸时粉床塌了一块，是布粉还是注水的问题？', author: qingye },
    { ...question, id: '52', title: '换了净水，苦味少了一半', author: xumu, publishedAt: ago(30) },
    { ...question, id: '53', title: '第一次杯测，闻到的「柑橘」到底是什么味道', publishedAt: ago(200) },
  ],
}
