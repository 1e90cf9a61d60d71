import { defineStories } from '#ui/console/story/story.ts'
import { ago } from '#ui/member/story-data.ts'

const group = { slug: 'pour-over', name: '手冲研究所', glyph: '冲', colour: 'pine' }
const doc = (content: readonly unknown[]) => ({ type: 'doc', content })
const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const everything = [
  'discussion',
  'question',
  'picture_question',
  'idea',
  'article',
  'photo',
  'video',
  'poll',
  'product',
]
const boards = [
  {
    id: '11',
    name: '冲煮交流',
    summary: '水温、研磨、手法，什么都能聊',
    rules: '1. 提问写清器具、豆子和参数\n2. 不发广告，推荐要自己用过\n3. 有分歧先自己冲一杯再争',
    group,
    kinds: everything,
    answerMinutes: 120,
    templates: [
      {
        id: '1',
        boardId: '11',
        kind: 'question',
        name: '冲煮求助',
        title: '',
        document: doc([
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '我的参数' }] },
          {
            type: 'bulletList',
            content: ['豆子与烘焙日期：', '粉量与水量：', '水温与研磨：', '总时间：'].map((line) => ({
              type: 'listItem',
              content: [words(line)],
            })),
          },
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '喝起来怎样' }] },
        ]),
      },
    ],
  },
  {
    id: '12',
    name: '晒单与器具',
    summary: '新到手的、用了十年的',
    rules: '',
    group,
    kinds: ['photo', 'video', 'discussion', 'product'],
    answerMinutes: null,
    templates: [],
  },
  {
    id: '21',
    name: '闲聊',
    summary: '',
    rules: '',
    group: { slug: 'shanghai', name: '上海咖啡散步', glyph: '沪', colour: 'sky' },
    kinds: ['discussion', 'photo', 'poll'],
    answerMinutes: null,
    templates: [],
  },
]

const long = doc([
  words('上周换了新磨，同样的豆子突然尖酸。92 °C、1:15、总时间 2 分 05 秒，水流不快。'),
  {
    type: 'paragraph',
    content: [
      { type: 'mention', attrs: { id: 'Yb3kQ9x_ache', label: '阿澈' } },
      { type: 'text', text: ' 之前说先别动水温，那就只动研磨？' },
      { type: 'text', marks: [{ type: 'bold' }], text: '我先调细两格' },
      { type: 'text', text: '，闷蒸拉到 40 秒，记录在下面 ' },
      { type: 'hashtag', attrs: { tag: '手冲记录' } },
    ],
  },
  {
    type: 'table',
    content: [
      ['次数', '研磨', '感受'],
      ['第一杯', '24 格', '酸、薄'],
      ['第二杯', '22 格', '柑橘、甜感出来了'],
    ].map((row, at) => ({
      type: 'tableRow',
      content: row.map((text) => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [words(text)] })),
    })),
  },
  { type: 'blockquote', content: [words('酸不是问题，尖才是。')] },
  { type: 'card', attrs: { kind: 'product', id: '7' } },
  { type: 'file', attrs: { file: 'p'.repeat(22), name: '杯测表.pdf', size: 182_340 } },
  {
    type: 'linkCard',
    attrs: {
      href: 'https://hill.example/brew/water',
      title: '水质对风味的影响：从总硬度说起',
      summary: '同一支豆子，三种水，三种酸。附可打印的记录表。',
    },
  },
])

const draftLine = {
  id: '5',
  postId: null,
  boardId: '11',
  kind: 'question',
  title: '中浅烘耶加，92 °C 冲出来还是尖酸',
  device: 'iPhone · Safari',
  revision: 3,
  updatedAt: ago(2),
}
const draft = { ...draftLine, document: long, extras: {} }
const thing = {
  kind: 'product',
  id: '7',
  title: '埃塞 耶加雪菲 中浅烘 200g',
  note: '柑橘、茉莉、蜂蜜',
  pictureUrl: null,
  price: '¥ 68.00',
  path: '/shop/7',
  act: '去看看',
  ended: false,
}

export default defineStories({
  group: 'write',
  answers: {
    'GET /api/site/boards': { items: boards },
    'GET /api/member/drafts': { items: [] },
    'GET /api/member/drafts/{id}': draft,
    'GET /api/member/columns': { items: [], mayOpen: true },
    'GET /api/member/writing/things': { kinds: [{ kind: 'product', label: '商品' }], items: [thing] },
    'GET /api/site/search/similar': {
      items: [
        {
          source: 'posts',
          id: '31',
          path: '/posts/31',
          title: [{ text: '浅烘豆怎么冲都尖酸，是水温还是研磨？', hit: false }],
          excerpt: [],
          note: '已解决',
          pictureUrl: null,
          at: ago(300),
        },
      ],
    },
    'GET /api/site/posts/{id}/document': {
      id: '31',
      boardId: '11',
      kind: 'discussion',
      state: 'published',
      title: '换了新磨之后的三杯记录',
      document: long,
      columnId: null,
      publishAt: null,
      poll: null,
      version: 2,
    },
  },
  stories: [
    { name: 'new', path: '/write?board=11', answers: { 'GET /api/member/drafts': { items: [draftLine] } } },
    { name: 'no-board', path: '/write' },
    { name: 'nowhere', path: '/write', answers: { 'GET /api/site/boards': { items: [] } } },
    { name: 'question', path: '/write?draft=5' },
    { name: 'poll', path: '/write?board=11&kind=poll&title=周末杯测选哪支豆' },
    { name: 'edit', path: '/posts/31/edit' },
  ],
})
