import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { MemberRow } from './members.queries.ts'
import { aboutPerson } from './profile/story-answers.ts'
import { person } from './profile/story-data.ts'

const can = { tag: true, edit: true, export: true }
const member = (
  id: string,
  nickname: string,
  city: string,
  channel: string,
  tags: readonly string[],
  joined: number,
  seen: number | null,
): MemberRow => ({
  id,
  token: `m_${id.padStart(12, 'k7Rw2pXq')}`,
  nickname,
  avatarUrl: null,
  city,
  bio: '',
  channel,
  tags,
  joinedAt: ago(joined),
  lastSeenAt: seen === null ? null : ago(seen),
  can,
  owner: Number(id) % 3 === 0 ? { accountId: '3', name: '唐果' } : null,
  fields: {},
})

const people: readonly MemberRow[] = [
  member('101', '小满', '成都', 'wechat', ['新人'], 3 * hours, 40),
  member('102', '舟舟', '上海', 'search', ['新人', '手冲'], 9 * hours, 85),
  member('103', '青野', '杭州', 'referral', ['手冲', '常客'], 186 * days, 3 * hours),
  member('104', '宋知意', '北京', 'wechat', ['意式', '体验官'], 240 * days, 26 * hours),
  member('105', '阿澈', '上海', 'organic', ['手冲', '答疑人', '精华作者', '体验官'], 412 * days, 12),
  member('106', '韩小禾', '苏州', 'store', ['手冲'], 58 * days, 5 * hours),
  member('107', '许木', '广州', 'organic', ['水质控', '常客'], 301 * days, 2.6 * hours),
  member('108', '老徐', '南京', 'offline', ['精华作者'], 520 * days, 12 * days),
  member('109', 'Kelly_拿铁', '深圳', 'ad', [], 33 * days, 9 * days),
  member('110', 'Jun 的咖啡角', '厦门', 'search', ['晒单'], 77 * days, null),
  member('111', '大橙子', '武汉', 'invite', ['拼豆团'], 14 * days, 3 * days),
]

const list = (url: URL) => {
  const q = url.searchParams.get('q') ?? ''
  const limit = Number(url.searchParams.get('limit') ?? 50)
  const found = people.filter((person) => person.nickname.includes(q))
  return { items: found.slice(0, limit), next: limit < 50 ? null : 'more', total: q ? found.length : 38_412 }
}

export default defineStories({
  group: 'members',
  answers: {
    'GET /api/members': list,
    ...aboutPerson,
    'GET /api/members/{id}': person,
    'GET /api/members/fields': { items: [], next: null },
    'GET /api/members/tags': {
      items: [
        { id: '1', name: '手冲', note: '', groupId: null, members: 1_282, byRule: 0 },
        { id: '2', name: '意式', note: '', groupId: null, members: 640, byRule: 0 },
        { id: '3', name: '体验官', note: '', groupId: null, members: 40, byRule: 0 },
      ],
      next: null,
    },
    'GET /api/views': {
      items: [
        { id: '1', list: 'members', name: '本周新人', query: { activeWithinDays: '7', sort: '-joinedAt' } },
        { id: '2', list: 'members', name: '体验官', query: { tag: '体验官' } },
      ],
      next: null,
    },
  },
  stories: [
    { name: 'list', path: '/members', answers: { 'GET /api/session': ownerSession } },
    { name: 'search', path: '/members?q=小', answers: { 'GET /api/session': ownerSession } },
    {
      name: 'loading',
      path: '/members',
      answers: { 'GET /api/session': ownerSession, 'GET /api/members': pending },
    },
    {
      name: 'failed',
      path: '/members',
      answers: {
        'GET /api/session': ownerSession,
        'GET /api/members': fails(503, 'unavailable', '服务暂时不可用，请稍后重试'),
      },
    },
    {
      name: 'empty',
      path: '/members',
      answers: {
        'GET /api/session': ownerSession,
        'GET /api/members': { items: [], next: null, total: 0 },
        'GET /api/views': { items: [], next: null },
      },
    },
    {
      name: 'nothing found',
      path: '/members?q=拿铁艺术家',
      answers: { 'GET /api/session': ownerSession },
    },
    { name: 'profile', path: '/members/105', answers: { 'GET /api/session': ownerSession } },
    {
      name: 'no permission',
      path: '/settings/health',
      answers: { 'GET /api/session': viewerSession },
    },
  ],
})
