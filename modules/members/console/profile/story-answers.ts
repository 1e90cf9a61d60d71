/** What is noted about one member of the named world and what he did, and what cards of other modules are told. */
import { ago, days, hours } from '#ui/console/story/world.ts'
import type { Moment } from '../members.queries.ts'
import type { Note } from './profile.queries.ts'

export const notes: readonly Note[] = [
  {
    id: '1',
    body: '对深烘过敏（喝了心慌），寄样只寄浅烘和中烘。',
    pinned: true,
    author: '唐果',
    writtenAt: ago(60 * days),
    editedAt: ago(20 * days),
    can: { rewrite: true },
  },
  {
    id: '2',
    body: '周三杯测聊到想出一期「家用磨豆机怎么选」，答应月底前给初稿。\n需要我们借一台 EK43 做对照。',
    pinned: false,
    author: '陈朗',
    writtenAt: ago(3 * days),
    editedAt: null,
    can: { rewrite: true },
  },
  {
    id: '3',
    body: '第 100 杯纪念，送了限定马克杯。',
    pinned: false,
    author: '林晓',
    writtenAt: ago(40 * days),
    editedAt: null,
    can: { rewrite: true },
  },
]

const labels: Readonly<Record<string, string>> = {
  'account.signed_in': '登录',
  'member.joined': '加入品牌社区',
  'member.profile_changed': '修改了资料',
}

const moment = (
  id: string,
  name: string,
  minutes: number,
  props: Record<string, unknown> = {},
  value: string | null = null,
  earlier = false,
): Moment => ({
  id,
  name,
  label: labels[name] ?? null,
  occurredAt: ago(minutes),
  value,
  object: null,
  props,
  earlier,
})

export const timeline: readonly Moment[] = [
  moment('19', 'page_view', 12, { path: '/groups/handdrip' }),
  moment('18', 'page_view', 13, { path: '/groups/handdrip' }),
  moment('17', 'account.signed_in', 14),
  moment('16', 'order.paid', 20 * hours, {}, '12800'),
  moment('15', 'page_view', 20.2 * hours, { path: '/products/yirgacheffe' }),
  moment('14', 'search', 20.4 * hours, { q: '耶加' }),
  moment('13', 'member.tagged', 3 * days, { tag: '体验官' }),
  moment('12', 'member.profile_changed', 40 * days),
  moment('11', 'member.joined', 412 * days),
  moment('10', 'page_view', 412.01 * days, { path: '/groups/handdrip' }, null, true),
  moment('9', 'page_view', 412.02 * days, { path: '/' }, null, true),
]

const stay = (
  id: string,
  group: { name: string; glyph: string; colour: string },
  role: string,
  tier: string,
  joined: number,
) => ({
  membershipId: id,
  group: { id, slug: `group-${id}`, pictureUrl: null, ...group },
  role,
  tier: { id, key: 'advanced', name: tier, promise: '', rank: Number(id) },
  cardName: '',
  number: 12,
  way: 'admission',
  joinedAt: ago(joined),
  leftAt: null,
  leftHow: null,
  leftReason: '',
})

/** What cards of other modules ask about him. */
export const aboutPerson = {
  'GET /api/members/{id}/notes': { items: notes, next: null },
  'GET /api/members/{id}/timeline': { items: timeline, next: null },
  'GET /api/members/{id}/timeline/names': {
    items: [
      { name: 'page_view', label: null, count: 1_284 },
      { name: 'check_in', label: null, count: 210 },
      { name: 'order.paid', label: null, count: 14 },
      { name: 'member.tagged', label: '被打上标签', count: 5 },
    ],
    next: null,
  },
  'GET /api/members/{id}/care': { care: [], visits: { items: [], next: null }, can: { edit: true } },
  'GET /api/merges': { items: [], next: null },
  'GET /api/doubles': { items: [], next: null },
  'GET /api/audience/members/{id}/segments': {
    items: [
      { id: '1', name: '近 30 天爱发帖的手冲党', kind: 'dynamic', since: ago(12 * days) },
      { id: '2', name: '高价值会员', kind: 'dynamic', since: ago(9 * hours) },
    ],
    next: null,
  },
  'GET /api/members/{id}/groups': {
    items: [
      stay('1', { name: '手冲研究所', glyph: '冲', colour: 'clay' }, 'expert', '进阶层', 390 * days),
      stay('2', { name: '产品内测', glyph: '测', colour: 'sky' }, 'member', '核心层', 88 * days),
    ],
    next: null,
  },
  'GET /api/members/{id}/lifecycle': {
    items: [
      {
        model: { id: '1', name: '成员' },
        stage: { key: 'mature', name: '成熟' },
        since: '2026-08-02',
        order: [
          { key: 'new', name: '导入' },
          { key: 'growing', name: '成长' },
          { key: 'mature', name: '成熟' },
          { key: 'dormant', name: '休眠' },
          { key: 'gone', name: '流失' },
        ],
        around: [
          {
            key: 'mature',
            name: '成熟',
            here: true,
            met: true,
            reasons: [
              {
                path: 'who.of.0',
                depth: 1,
                kind: 'event',
                met: true,
                says: '近 30 天来访 ≥ 8 天',
                evidence: '21 天',
                progress: null,
              },
            ],
          },
        ],
        changes: [
          { day: '2025-10-03', from: null, to: 'new' },
          { day: '2025-11-20', from: 'new', to: 'growing' },
          { day: '2026-08-02', from: 'growing', to: 'mature' },
        ],
      },
    ],
    next: null,
  },
  'GET /api/members/{id}/rfm': { items: [], next: null },
  'GET /api/members/{id}/value': { asOf: '2026-11-18', worth: null },
  'GET /api/members/owners': {
    items: [
      { accountId: '1', name: '林晓', members: 4 },
      { accountId: '2', name: '陈朗', members: 128 },
      { accountId: '3', name: '唐果', members: 96 },
    ],
    next: null,
  },
}
