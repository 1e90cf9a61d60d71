import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, memberSession, ownProfile } from '#ui/member/story-data.ts'

const moment = (id: number, name: string, hours: number, props: object = {}) => ({
  id: String(id),
  name,
  occurredAt: ago(hours),
  value: null,
  object: null,
  props,
})

const officer = {
  'GET /api/session': {
    ...memberSession,
    member: null,
    operator: { role: 'operator', roleName: '运营', permissions: [], twoFactorNeeded: false },
  },
}

const field = (key: string, label: string, type: string, value: unknown, more: object = {}) => ({
  key,
  label,
  type,
  value,
  hint: '',
  options: [],
  required: false,
  necessary: false,
  sensitive: false,
  purpose: '',
  source: value === null ? null : 'member',
  setAt: value === null ? null : ago(90),
  can: { edit: true },
  ...more,
})

const ownFields = [
  field('birthday', '生日', 'day', '1994-05-20', { hint: '只用来在当天送上祝福' }),
  field('occupation', '职业', 'text', '插画师'),
  field('gender', '性别', 'choice', null, {
    options: [
      { value: '女', label: '女' },
      { value: '男', label: '男' },
      { value: '不想说', label: '不想说' },
    ],
  }),
  field('interests', '兴趣', 'choices', ['手冲'], {
    options: ['手冲', '意式', '拉花', '烘焙', '器具'].map((value) => ({ value, label: value })),
  }),
  field('region', '常驻地区', 'region', ['上海'], { necessary: true, purpose: '寄样品和线下聚会' }),
  field('id_number', '身份证号', 'text', null, { sensitive: true, purpose: '线下活动投保' }),
  field('roast', '口味画像', 'text', '偏爱浅烘、果酸', { can: { edit: false }, source: 'operator' }),
]

const ownTag = (id: string, name: string, source = 'operator') => ({
  id,
  name,
  note: '',
  source,
  addedAt: ago(200),
  can: { remove: true },
})

export default defineStories({
  group: 'members',
  answers: {
    'GET /api/member/fields': { items: ownFields, sensitiveAgreed: false, next: null },
    'GET /api/member/tags': {
      items: [ownTag('1', '手冲'), ownTag('2', '周三杯测'), ownTag('3', '高价值', 'rule')],
      next: null,
    },
    'GET /api/member/copy': { state: 'none', requestedAt: null, readyAt: null, url: null },
    'GET /api/member': ownProfile,
    'GET /api/member/timeline': {
      items: [
        moment(9, 'page_view', 0.4, { path: '/' }),
        moment(8, 'page_view', 0.5, { path: '/me/profile' }),
        moment(7, 'check_in', 2),
        moment(6, 'comment.posted', 26, { post: 1 }),
        moment(5, 'order.paid', 28),
        moment(4, 'post.read', 29, { post: 1 }),
        moment(2, 'member.profile_changed', 96),
        moment(1, 'member.joined', 185 * 24),
      ],
      next: null,
    },
  },
  stories: [
    { name: 'profile', path: '/me/profile' },
    { name: 'not-a-member', path: '/me/profile', answers: officer },
    { name: 'data', path: '/me/data' },
    {
      name: 'data-agreed-and-ready',
      path: '/me/data',
      answers: {
        'GET /api/member/fields': { items: ownFields, sensitiveAgreed: true, next: null },
        'GET /api/member/tags': { items: [], next: null },
        'GET /api/member/copy': {
          state: 'ready',
          requestedAt: ago(2),
          readyAt: ago(1.9),
          url: '/files/abc',
        },
      },
    },
    {
      name: 'data-nothing-asked',
      path: '/me/data',
      answers: {
        'GET /api/member/fields': { items: [], sensitiveAgreed: false, next: null },
        'GET /api/member/copy': { state: 'making', requestedAt: ago(0.01), readyAt: null, url: null },
      },
    },
    { name: 'trail', path: '/me/trail' },
    {
      name: 'trail-empty',
      path: '/me/trail',
      answers: { 'GET /api/member/timeline': { items: [], next: null } },
    },
    { name: 'trail-waiting', path: '/me/trail', answers: { 'GET /api/member/timeline': pending } },
    {
      name: 'trail-broken',
      path: '/me/trail',
      answers: { 'GET /api/member/timeline': fails(500, 'internal', '服务器出错了') },
    },
  ],
})
