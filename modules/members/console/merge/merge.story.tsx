import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession } from '#ui/console/story/world.ts'
import type { Merge, Pair, Side, Someone } from './merge.queries.ts'

const someone = (id: string, nickname: string, city: string, joined: number): Someone => ({
  id,
  nickname,
  avatarUrl: null,
  city,
  joinedAt: ago(joined),
})
const pair = (id: string, reason: Pair['reason'], left: Someone, right: Someone, found: number): Pair => ({
  id,
  reason,
  left,
  right,
  foundAt: ago(found),
})

const xiaoman = someone('101', '小满', '成都', 3 * days)
const linman = someone('201', '林小满', '成都', 410 * days)
const pairs: readonly Pair[] = [
  pair('9', 'email', xiaoman, linman, 2 * hours),
  pair(
    '8',
    'phone',
    someone('102', '舟舟', '上海', 9 * days),
    someone('202', '周舟', '', 300 * days),
    5 * hours,
  ),
  pair(
    '7',
    'name',
    someone('103', '青野', '杭州', 186 * days),
    someone('203', '青野', '杭州', 20 * days),
    2 * days,
  ),
  pair(
    '6',
    'external',
    someone('104', 'Kelly_拿铁', '深圳', 33 * days),
    someone('204', 'Kelly', '深圳', 90 * days),
    4 * days,
  ),
]
const merges: readonly Merge[] = [
  {
    id: '3',
    reason: 'phone',
    note: '',
    double: someone('205', '许木（门店）', '广州', 500 * days),
    into: someone('107', '许木', '广州', 301 * days),
    mergedAt: ago(days),
    undoUntil: ago(-29 * days),
    undoneAt: null,
    can: { undo: true },
  },
  {
    id: '2',
    reason: 'hand',
    note: '本人确认',
    double: someone('206', '大橙', '武汉', 80 * days),
    into: someone('111', '大橙子', '武汉', 14 * days),
    mergedAt: ago(6 * days),
    undoUntil: ago(-24 * days),
    undoneAt: ago(5 * days),
    can: { undo: false },
  },
]
const side = (person: Someone, more: Partial<Side>): Side => ({
  ...person,
  lastSeenAt: null,
  channel: 'store',
  bio: '',
  hasAccount: false,
  tags: [],
  contacts: [],
  fields: [],
  events: 0,
  ...more,
})
const owner = {
  'GET /api/session': ownerSession,
  'GET /api/doubles': { items: pairs, next: null, total: 4 },
  'GET /api/merges': { items: merges, next: null },
}

export default defineStories({
  group: 'doubles',
  answers: {
    'GET /api/merges/preview': (url: URL) => {
      const young = side(xiaoman, {
        hasAccount: true,
        lastSeenAt: ago(40),
        tags: ['新人', '手冲'],
        contacts: [{ kind: 'email', masked: 'x***@example.com' }],
        events: 36,
      })
      const old = side(linman, {
        tags: ['老客'],
        contacts: [{ kind: 'phone', masked: '138****0001' }],
        fields: [{ label: '烘焙偏好', value: '浅烘' }],
        events: 4,
      })
      const swapped = url.searchParams.get('doubleId') === '101'
      return {
        double: swapped ? young : old,
        into: swapped ? old : young,
        moving: [
          { label: '联系方式', rows: 1 },
          { label: '标签', rows: 1 },
          { label: '补充资料', rows: 1 },
        ],
      }
    },
  },
  stories: [
    { name: 'pairs', path: '/members/doubles', answers: owner },
    { name: 'merges', path: '/members/doubles?tab=merges', answers: owner },
    {
      name: 'none',
      path: '/members/doubles',
      answers: { ...owner, 'GET /api/doubles': { items: [], next: null, total: 0 } },
    },
    { name: 'loading', path: '/members/doubles', answers: { ...owner, 'GET /api/doubles': pending } },
    {
      name: 'failed',
      path: '/members/doubles',
      answers: { ...owner, 'GET /api/doubles': fails(503, 'unavailable', '服务暂时不可用，请稍后重试') },
    },
  ],
})
