import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import type { Case, Experts, Question } from './talk.queries.ts'

const person = (memberId: string, name: string) => ({
  memberId,
  token: `m${memberId}`,
  name,
  avatarUrl: null,
})
const [ache, zhouzhou, xumu, ye] = [
  person('11', '阿澈'),
  person('12', '舟舟'),
  person('13', '许木'),
  person('14', '野'),
]
const report = (
  id: string,
  reporter: ReturnType<typeof person>,
  reason: Case['reports'][number]['reason'],
  note: string,
  upheld = 0,
  dismissed = 0,
) => ({ id, reporter, reason, note, at: '2026-11-19T08:40:00+08:00', upheld, dismissed })

const spam: Case = {
  key: '301',
  postId: '301',
  commentId: null,
  title: '低价出一批进口咖啡机，加微信',
  words: '全新未拆封，支持验货，量大从优。加微信 coffee-machine-88，前十名送磨豆机。',
  author: person('21', '咖啡机批发小李'),
  board: '闲聊',
  group: '手冲研究所',
  thing: 'hidden',
  reports: [
    report('1', zhouzhou, 'spam', '连着发了三个群', 4, 0),
    report('2', xumu, 'spam', '', 0, 0),
    report('3', ye, 'illegal', '说是水货，疑似走私', 1, 2),
  ],
  count: 3,
  since: '2026-11-19T07:12:00+08:00',
  state: 'open',
  decided: null,
  can: { decide: true },
}
const rude: Case = {
  ...spam,
  key: '288:9102',
  postId: '288',
  commentId: '9102',
  title: '深烘到底有没有必要养豆？',
  words: '这都不懂就别出来教人了，回去多喝两年速溶。',
  author: ye,
  thing: 'published',
  reports: [report('4', ache, 'abuse', '语气太冲了', 2, 1)],
  count: 1,
  since: '2026-11-18T21:30:00+08:00',
}
const decided: Case = {
  ...rude,
  state: 'upheld',
  thing: 'removed',
  decided: { by: '糖果', at: '2026-11-19T09:05:00+08:00', answer: '已提醒作者，评论已删除，谢谢你。' },
  can: { decide: false },
}
const page = <Item,>(items: readonly Item[]) => ({ items, next: null, total: items.length })

const question = (id: string, title: string, more: Partial<Question>): Question => ({
  id,
  title,
  excerpt: '',
  kind: 'question',
  author: zhouzhou,
  board: { id: '2', name: '提问' },
  group: { id: '2', name: '手冲研究所' },
  publishedAt: '2026-11-18T16:20:00+08:00',
  activeAt: '2026-11-18T16:20:00+08:00',
  commentCount: 0,
  dueAt: '2026-11-18T18:20:00+08:00',
  overdue: true,
  waitedMinutes: 141,
  asked: 0,
  ...more,
})
const waiting = [
  question('401', '浅烘耶加冲出来又涩又薄，是水温还是研磨的问题？', {}),
  question('402', '北方自来水硬度 300+，软水壶够用吗', {
    author: xumu,
    publishedAt: '2026-11-19T09:10:00+08:00',
    dueAt: '2026-11-19T11:10:00+08:00',
    overdue: false,
    asked: 2,
  }),
  question('403', '门店的意式拼配最近是不是换豆了？', {
    author: ache,
    board: { id: '5', name: '闲聊' },
    group: { id: '1', name: '新手上手' },
    publishedAt: '2026-11-17T20:00:00+08:00',
    dueAt: null,
    overdue: false,
  }),
]
const stalled = [
  question('390', 'C40 和国产刀盘差多少，三千块值吗', {
    commentCount: 14,
    activeAt: '2026-11-08T22:10:00+08:00',
    publishedAt: '2026-11-05T12:00:00+08:00',
  }),
]
const experts: Experts = {
  items: [
    {
      person: person('31', '许老师'),
      accepted: 6,
      thanked: 41,
      answers: 12,
      lastSeenAt: '2026-11-19T08:50:00+08:00',
      open: 0,
      askedAt: null,
      score: 42.8,
      reasons: [
        '同类问题被采纳 6 次',
        '本群专家',
        '同类回答获得 41 次表态',
        '今天来过',
        '手上没有待答的邀请',
      ],
    },
    {
      person: xumu,
      accepted: 2,
      thanked: 9,
      answers: 5,
      lastSeenAt: '2026-11-17T08:50:00+08:00',
      open: 1,
      askedAt: '2026-11-19T09:20:00+08:00',
      score: 8.3,
      reasons: ['同类问题被采纳 2 次', '同类回答获得 9 次表态', '2 天前来过', '还有 1 个邀请没回'],
    },
  ],
}
const answers = {
  'GET /api/content/reports': page([rude, spam]),
  'GET /api/content/report-settings': { hideReports: 3 },
  'GET /api/content/questions': page(waiting),
  'GET /api/content/posts/{id}/experts': experts,
}

export default defineStories({
  group: 'talk',
  answers,
  stories: [
    { name: 'reports', path: '/content/reports' },
    { name: 'reports from today', path: '/content/reports?case=301' },
    {
      name: 'reports decided',
      path: '/content/reports?state=decided',
      answers: { 'GET /api/content/reports': page([decided, { ...spam, ...decidedAs('dismissed') }]) },
    },
    { name: 'reports none', path: '/content/reports', answers: { 'GET /api/content/reports': page([]) } },
    { name: 'reports loading', path: '/content/reports', answers: { 'GET /api/content/reports': pending } },
    {
      name: 'reports failed',
      path: '/content/reports',
      answers: { 'GET /api/content/reports': fails(503, 'unavailable', '服务暂时不可用') },
    },
    { name: 'questions', path: '/content/questions' },
    {
      name: 'questions stalled',
      path: '/content/questions?what=stalled',
      answers: { 'GET /api/content/questions': page(stalled) },
    },
    {
      name: 'questions none',
      path: '/content/questions',
      answers: { 'GET /api/content/questions': page([]) },
    },
    { name: 'whom to ask', path: '/content/questions?question=401' },
    {
      name: 'nobody to ask',
      path: '/content/questions?question=401',
      answers: { 'GET /api/content/posts/{id}/experts': { items: [] } },
    },
  ],
})

function decidedAs(state: 'upheld' | 'dismissed'): Partial<Case> {
  return {
    state,
    thing: 'published',
    decided: { by: '糖果', at: '2026-11-18T18:05:00+08:00', answer: '' },
    can: { decide: false },
  }
}
