import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { DefinedField } from '../fields/fields.queries.ts'
import { aboutPerson } from './story-answers.ts'
import { heldFields, person, stranger } from './story-data.ts'

const defined = (at: number, more: Partial<DefinedField> = {}): DefinedField => ({
  ...heldFields[at]!,
  id: String(at + 1),
  memberAccess: 'edit',
  seenBy: [],
  editedBy: [],
  archivedAt: null,
  filled: 1_240 - at * 97,
  ...more,
})

const fields = [
  ...heldFields.map((_, at) =>
    defined(
      at,
      at === 4 ? { memberAccess: 'none', seenBy: ['analyst', 'admin'] } : at === 6 ? { required: false } : {},
    ),
  ),
]

const viewed = {
  ...person,
  can: { tag: false, edit: false, export: false },
  contacts: person.contacts.map((each) => ({ ...each, can: { edit: false, reveal: false } })),
  account: person.account && { ...person.account, can: { reveal: false } },
  fields: person.fields
    .filter((field) => field.key !== 'yearly_spend')
    .map((field) => ({ ...field, can: { edit: false, reveal: false } })),
}

const tag = (id: string, name: string, groupId: string | null, members: number, byRule = 0, note = '') => ({
  id,
  name,
  note,
  groupId,
  members,
  byRule,
})

const request = (id: string, name: string, kind: string, due: number, more: object = {}) => ({
  id,
  kind,
  state: 'open',
  requestedAt: ago((21 - due) * days),
  dueAt: ago(-due * days),
  closedAt: null,
  answer: null,
  accountId: id,
  memberId: id,
  name,
  email: `${'abcdefg'[Number(id) % 7]}***@mail.example`,
  handler: null,
  ...more,
})

/** Other story files answer these too: each story here says what it means. */
const own = {
  ...aboutPerson,
  'GET /api/members/fields': { items: fields, next: null },
  'GET /api/roles': {
    items: [
      { id: '1', key: 'owner', name: '所有者' },
      { id: '2', key: 'admin', name: '管理员' },
      { id: '5', key: 'analyst', name: '分析师' },
      { id: '6', key: 'support', name: '客服' },
    ],
  },
  'GET /api/members/tags': {
    items: [
      tag('1', '手冲', '1', 1_282, 0, '常点或常聊手冲的人'),
      tag('2', '意式', '1', 640),
      tag('3', '浅烘', '2', 412),
      tag('4', '深烘', '2', 198),
      tag('5', '高价值', null, 88, 88, '近 90 天消费前 10%'),
      tag('6', '周三杯测', null, 120),
    ],
    next: null,
  },
  'GET /api/members/tag-groups': {
    items: [
      { id: '1', name: '口味', exclusive: false },
      { id: '2', name: '烘焙度', exclusive: true },
      { id: '3', name: '角色', exclusive: false },
    ],
    next: null,
  },
}

export default defineStories({
  group: 'member-profile',
  answers: {
    'GET /api/session': ownerSession,
    ...aboutPerson,
    'GET /api/members/{id}': person,
    'GET /api/data-requests': {
      items: [
        request('1', '舟舟', 'export', -2),
        request('2', '南星', 'delete', 2),
        request('3', 'Momo', 'export', 11),
      ],
      next: null,
      open: 3,
      overdue: 1,
    },
  },
  stories: [
    { name: 'all round', path: '/members/105', answers: own },
    {
      name: 'imported, little known',
      path: '/members/120',
      answers: { ...own, 'GET /api/members/{id}': stranger },
    },
    {
      name: 'for those who only look',
      path: '/members/105',
      answers: { 'GET /api/session': viewerSession, 'GET /api/members/{id}': viewed },
    },
    {
      name: 'notes and timeline on their way',
      path: '/members/105',
      answers: {
        'GET /api/members/{id}/notes': pending,
        'GET /api/members/{id}/timeline': fails(503, 'unavailable', '服务暂时不可用，请稍后重试'),
      },
    },
    { name: 'fields', path: '/settings/fields', answers: own },
    {
      name: 'fields, none yet',
      path: '/settings/fields',
      answers: { 'GET /api/members/fields': { items: [], next: null } },
    },
    {
      name: 'fields, one archived',
      path: '/settings/fields',
      answers: {
        ...own,
        'GET /api/members/fields': {
          items: [...fields.slice(0, 3), { ...fields[3], archivedAt: ago(9 * days) }],
          next: null,
        },
      },
    },
    { name: 'tags', path: '/members/tags', answers: own },
    {
      name: 'tags, none yet',
      path: '/members/tags',
      answers: {
        'GET /api/members/tags': { items: [], next: null },
        'GET /api/members/tag-groups': { items: [], next: null },
      },
    },
    { name: 'privacy requests', path: '/members/privacy' },
    {
      name: 'privacy requests, answered',
      path: '/members/privacy?state=closed',
      answers: {
        'GET /api/data-requests': {
          items: [
            request('4', '大橙子', 'export', 3, {
              state: 'done',
              closedAt: ago(2 * days),
              answer: '副本已生成，请在「我的 → 隐私设置」里下载。',
              handler: '老周',
            }),
            request('5', 'Kelly_拿铁', 'delete', 3, {
              state: 'refused',
              closedAt: ago(5 * days),
              answer: '登录邮箱与申请人不一致，请先用原邮箱登录。',
              handler: '林晓',
            }),
          ],
          next: null,
          open: 3,
          overdue: 0,
        },
      },
    },
    {
      name: 'privacy requests, none',
      path: '/members/privacy',
      answers: { 'GET /api/data-requests': { items: [], next: null, open: 0, overdue: 0 } },
    },
  ],
})
