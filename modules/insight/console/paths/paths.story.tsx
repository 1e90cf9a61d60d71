import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import type { PathLink, PathNode, PathsAnswer } from './answer.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'insight.read',
      'insight.edit',
      'audience.read',
      'audience.edit',
    ],
  },
}

const labels: Readonly<Record<string, string>> = {
  'v:/': '首页',
  'v:/groups': '社群广场',
  'v:/shop': '商城',
  'v:/activities': '活动列表',
  'v:/live/*': '直播',
  'v:/me*': '我的',
  'e:post.read': '浏览帖子',
  'e:check_in': '签到',
  'e:reaction.given': '点赞',
  'e:comment.posted': '回复帖子',
  'e:order.paid': '付款',
  'e:tasting_joined': '参加直播杯测',
  other: '其他',
}

/** Moves by column, with how many visits and how long between. */
const moves: readonly (readonly [
  column: number,
  from: string,
  to: string,
  visits: number,
  seconds: number,
])[] = [
  [1, 'v:/', 'e:post.read', 5_212, 38],
  [1, 'v:/', 'v:/groups', 1_846, 22],
  [1, 'v:/', 'v:/shop', 902, 41],
  [1, 'v:/', 'v:/me*', 811, 19],
  [1, 'v:/', 'e:check_in', 1_377, 12],
  [1, 'v:/live/*', 'e:tasting_joined', 212, 2],
  [2, 'e:post.read', 'e:reaction.given', 1_544, 64],
  [2, 'e:post.read', 'v:/groups', 688, 31],
  [2, 'e:post.read', 'v:/shop', 402, 58],
  [2, 'e:post.read', 'e:comment.posted', 496, 142],
  [2, 'v:/groups', 'e:post.read', 912, 26],
  [2, 'v:/groups', 'v:/activities', 244, 33],
  [2, 'v:/shop', 'e:order.paid', 118, 322],
  [2, 'v:/shop', 'e:post.read', 204, 47],
  [2, 'v:/me*', 'e:check_in', 366, 15],
  [2, 'e:check_in', 'e:post.read', 702, 24],
  [2, 'e:check_in', 'other', 188, 40],
  [3, 'e:reaction.given', 'e:post.read', 612, 21],
  [3, 'e:reaction.given', 'e:comment.posted', 288, 96],
  [3, 'e:post.read', 'e:reaction.given', 702, 59],
  [3, 'e:post.read', 'e:comment.posted', 344, 131],
  [3, 'v:/groups', 'e:post.read', 306, 25],
  [3, 'v:/shop', 'e:order.paid', 61, 298],
  [3, 'v:/activities', 'other', 92, 44],
  [4, 'e:post.read', 'e:reaction.given', 301, 61],
  [4, 'e:reaction.given', 'e:post.read', 244, 20],
  [4, 'e:comment.posted', 'v:/groups', 188, 36],
  [4, 'e:comment.posted', 'e:post.read', 171, 29],
]

function answerOf(): PathsAnswer {
  const links: PathLink[] = moves.map(([column, from, to, visits, seconds]) => ({
    column,
    from,
    to,
    visits,
    members: Math.round(visits * 0.31),
    seconds,
  }))
  const sum = (list: readonly PathLink[]) => list.reduce((total, { visits }) => total + visits, 0)
  const first: Readonly<Record<string, number>> = { 'v:/': 13_904, 'v:/live/*': 231 }
  const nodes: PathNode[] = []
  for (let column = 1; column <= 5; column++) {
    const names = new Set([
      ...links.filter((link) => link.column === column).map(({ from }) => from),
      ...links.filter((link) => link.column === column - 1).map(({ to }) => to),
    ])
    for (const node of names) {
      const out = sum(links.filter((link) => link.column === column && link.from === node))
      const into = sum(links.filter((link) => link.column === column - 1 && link.to === node))
      const visits = Math.max(column === 1 ? (first[node] ?? out) : into, out)
      const left = column === 5 ? Math.round(visits * 0.3) : visits - out
      nodes.push({
        column,
        node,
        label: labels[node]!,
        visits,
        members: Math.round(visits * 0.28),
        left: { visits: left, members: Math.round(left * 0.3) },
      })
    }
  }
  return {
    days: { from: '2026-10-21', to: '2026-11-19' },
    visits: 14_135,
    members: 1_284,
    nodes: nodes.sort((one, other) => one.column - other.column || other.visits - one.visits),
    links,
  }
}

const said = {
  says: '2026-10-21 至 2026-11-19，成员每次来访依次做了什么；停顿超过 30 分钟算下一次来访',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const answers = {
  'GET /api/session': session,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/paths': { ...said, answer: answerOf() },
}
const empty: PathsAnswer = {
  days: { from: '2026-11-18', to: '2026-11-19' },
  visits: 0,
  members: 0,
  nodes: [],
  links: [],
}

export default defineStories({
  group: 'paths',
  answers,
  stories: [
    { name: 'visits', path: '/insight/paths' },
    {
      name: 'nothing',
      path: '/insight/paths',
      answers: { 'POST /api/insight/paths': { ...said, answer: empty } },
    },
    { name: 'loading', path: '/insight/paths', answers: { 'POST /api/insight/paths': pending } },
    {
      name: 'too much',
      path: '/insight/paths',
      answers: {
        'POST /api/insight/paths': fails(503, 'timeout', '这个问题要算太久，缩短时间或少看几步再试'),
      },
    },
  ],
})
