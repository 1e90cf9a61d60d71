import { defineStories, fails } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import type { Insight, Query } from './insight.queries.ts'

const session = (...permissions: string[]) => ({
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'content.read', ...permissions],
  },
})
const query = (
  text: string,
  searches: number,
  empty: number,
  clicks: number,
  place: number | null,
): Query => ({
  query: text,
  searches,
  empty,
  clicks,
  place,
})
const days = Array.from({ length: 30 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 9, 24 + at)).toISOString().slice(0, 10),
  searches: 42 + ((at * 17) % 29) + (at % 7 > 4 ? 26 : 0),
  empty: 2 + ((at * 5) % 6),
  clicks: 30 + ((at * 13) % 27),
}))
const insight: Insight = {
  days,
  top: [
    query('水温', 186, 0, 141, 1.8),
    query('磨豆机推荐', 152, 0, 118, 2.1),
    query('瑰夏', 97, 0, 58, 3.4),
    query('怎么开发票', 64, 0, 60, 1.1),
    query('低因', 41, 0, 12, 5.6),
  ],
  missing: [
    query('咖啡渣怎么用', 23, 23, 0, null),
    query('虹吸壶保养', 14, 14, 0, null),
    query('门店停车', 9, 9, 0, null),
  ],
}
const at = 'GET /api/search'
const editing = { 'GET /api/session': session('search.read', 'search.edit') }
const path = '/content/search'

export default defineStories({
  group: 'search',
  answers: {
    [`${at}/insight`]: insight,
    [`${at}/synonyms`]: {
      items: [
        { id: '1', words: ['瑰夏', 'geisha', '艺妓'], changedAt: '2026-11-20T02:00:00Z' },
        { id: '2', words: ['电子秤', '厨房秤'], changedAt: '2026-11-18T02:00:00Z' },
      ],
      next: null,
    },
    [`${at}/index`]: {
      sources: [
        { name: 'posts', label: '帖子', things: 12_842, builtAt: '2026-11-21T19:40:00Z', current: true },
        { name: 'topics', label: '话题', things: 64, builtAt: '2026-11-21T19:40:00Z', current: true },
        { name: 'groups', label: '社群', things: 6, builtAt: '2026-11-21T19:40:00Z', current: true },
        { name: 'members', label: '成员', things: 2_031, builtAt: null, current: false },
      ],
    },
  },
  stories: [
    { name: 'insight', path, answers: editing },
    {
      name: 'nothing-yet',
      path,
      answers: {
        ...editing,
        [`${at}/insight`]: {
          days: days.map(({ day }) => ({ day, searches: 0, empty: 0, clicks: 0 })),
          top: [],
          missing: [],
        },
        [`${at}/synonyms`]: { items: [], next: null },
      },
    },
    { name: 'reading-only', path, answers: { 'GET /api/session': session('search.read') } },
    {
      name: 'failed',
      path,
      answers: { ...editing, [`${at}/insight`]: fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
