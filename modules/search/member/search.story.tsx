import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, strangerSession } from '#ui/member/story-data.ts'

const plain = (text: string) => [{ text, hit: false }]
const marked = (text: string, word: string) =>
  text
    .split(word)
    .flatMap((piece, at) => [
      ...(at > 0 ? [{ text: word, hit: true }] : []),
      ...(piece ? [{ text: piece, hit: false }] : []),
    ])
const hit = (id: string, title: string, body: string, note: string, word: string, hours: number) => ({
  source: 'posts',
  id,
  path: `/posts/${id}`,
  title: marked(title, word),
  excerpt: marked(body, word),
  note,
  pictureUrl: null,
  at: ago(hours),
})
const named = (source: string, id: string, title: string, note: string, about: string, word: string) => ({
  source,
  id,
  path: `/${source}/${id}`,
  title: marked(title, word),
  excerpt: about ? plain(about) : [],
  note,
  pictureUrl: null,
  at: null,
})

const topic = named('topics', '水质与水温', '#水质与水温', '68 篇内容', '', '水温')
const answer = {
  items: [
    hit(
      '42',
      '中浅烘耶加，92 ℃ 冲出来还是尖酸，是水温还是研磨的问题？',
      '入口像咬了一口没熟的青橘，尾段很空。试过把水温提到 94 ℃，酸得更直接……',
      '提问 · 新手村 · 新手上手',
      '水温',
      3,
    ),
    hit(
      '43',
      '同一支耶加，五个水温冲了一下午',
      '88 到 96 ℃，每 2 度一杯，盲喝打分。除了水温什么都不动。三个人盲喝，十分制。',
      '文章 · 手冲研究所 · 参数与复盘',
      '水温',
      30,
    ),
    hit(
      '44',
      '公司只有饮水机，怎么把水温弄到 90？',
      '饮水机开水先倒进保温杯，再倒进细口壶，正好 90 左右。',
      '提问 · 手冲研究所 · 提问',
      '水温',
      300,
    ),
  ],
  next: 'x',
  sources: [
    {
      name: 'topics',
      label: '话题',
      total: 4,
      items: [topic, named('topics', '控温壶', '#控温壶', '12 篇内容', '', '水温')],
    },
    { name: 'groups', label: '社群', total: 0, items: [] },
    {
      name: 'members',
      label: '成员',
      total: 1,
      items: [named('members', 'a1', '温水', '杭州', '一天三杯', '水温')],
    },
  ],
  total: 37,
  kinds: [
    { name: 'discussion', label: '讨论' },
    { name: 'question', label: '提问' },
  ],
  meant: null,
  unknown: [],
  popular: [],
}
const none = { ...answer, items: [], next: null, sources: [], total: 0 }
const at = 'GET /api/site/search'
const path = '/search?q=水温'

export default defineStories({
  group: 'search',
  answers: {
    [at]: answer,
    [`${at}/suggestions`]: { items: [topic, answer.items[1]] },
    'POST /api/site/search/openings': null,
  },
  stories: [
    { name: 'start', path: '/search' },
    { name: 'found', path },
    {
      name: 'meant',
      path: '/search?q=水瘟',
      answers: { [at]: { ...answer, meant: '水温', unknown: ['啊呜'] } },
    },
    {
      name: 'narrowed',
      path: '/search?q=水温&source=posts&kind=question&time=week',
      answers: { [at]: { ...answer, sources: [], next: null } },
    },
    {
      name: 'topics',
      path: '/search?q=水温&source=topics',
      answers: { [at]: { ...none, items: [topic], total: 1 } },
    },
    {
      name: 'nothing',
      path: '/search?q=咖啡渣能种菜吗',
      answers: {
        [at]: {
          ...none,
          popular: [topic, named('topics', '磨豆机求推荐', '#磨豆机求推荐', '45 篇内容', '', '无')],
        },
      },
    },
    { name: 'nothing-narrowed', path: '/search?q=水温&time=day', answers: { [at]: none } },
    {
      name: 'stranger',
      path,
      answers: {
        'GET /api/session': strangerSession,
        [at]: { ...answer, sources: answer.sources.slice(0, 1) },
      },
    },
    { name: 'waiting', path, answers: { [at]: pending } },
    { name: 'failing', path, answers: { [at]: fails(503, 'unavailable', '服务暂时不可用') } },
  ],
})
