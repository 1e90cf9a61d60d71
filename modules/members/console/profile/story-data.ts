/** One member of the named world as the API tells of him, for stories. */
import { ago, days, hours } from '#ui/console/story/world.ts'
import type { Moment } from '../members.queries.ts'
import type { HeldField, Note, Person } from './profile.queries.ts'

const held = (more: Partial<HeldField> & Pick<HeldField, 'key' | 'label' | 'type'>): HeldField => ({
  hint: '',
  options: [],
  required: false,
  necessary: false,
  sensitive: false,
  purpose: '',
  value: null,
  masked: null,
  source: null,
  setAt: null,
  setBy: null,
  can: { edit: true, reveal: false },
  ...more,
})

export const heldFields: readonly HeldField[] = [
  held({
    key: 'birthday',
    label: '生日',
    type: 'day',
    value: '1992-05-20',
    source: 'member',
    setAt: ago(300 * days),
  }),
  held({
    key: 'region',
    label: '常驻地区',
    type: 'region',
    value: ['浙江', '杭州'],
    source: 'import',
    setAt: ago(88 * days),
  }),
  held({
    key: 'occupation',
    label: '职业',
    type: 'text',
    value: '独立设计师',
    source: 'operator',
    setAt: ago(20 * days),
    setBy: '陈朗',
  }),
  held({
    key: 'interests',
    label: '兴趣',
    type: 'choices',
    options: [
      { value: '手冲', label: '手冲' },
      { value: '器具', label: '器具' },
      { value: '拉花', label: '拉花' },
    ],
    value: ['手冲', '器具'],
    source: 'member',
    setAt: ago(300 * days),
  }),
  held({
    key: 'yearly_spend',
    label: '年消费额',
    type: 'money',
    value: 382_000,
    source: 'rule',
    setAt: ago(9 * hours),
    can: { edit: false, reveal: false },
  }),
  held({
    key: 'subscribed',
    label: '订阅月度豆单',
    type: 'flag',
    value: true,
    source: 'member',
    setAt: ago(40 * days),
  }),
  held({
    key: 'id_number',
    label: '身份证号',
    type: 'text',
    sensitive: true,
    purpose: '线下活动投保',
    masked: '3****1',
    source: 'member',
    setAt: ago(3 * days),
    can: { edit: true, reveal: true },
  }),
  held({ key: 'industry', label: '行业', type: 'choice', options: [{ value: '设计', label: '设计' }] }),
  held({ key: 'grinder', label: '家里的磨豆机', type: 'text', hint: '品牌和型号' }),
]

const can = { edit: true, reveal: true }

export const person: Person = {
  id: '105',
  token: 'm_k7Rw2pXq105',
  nickname: '阿澈',
  avatarUrl: null,
  city: '杭州',
  bio: '每天一支手冲，参数都记在本子上。',
  channel: 'organic',
  tags: ['手冲', '答疑人', '精华作者', '产品体验官', '高价值'],
  joinedAt: ago(412 * days),
  lastSeenAt: ago(12),
  can: { tag: true, edit: true, export: true },
  source: {
    channel: 'organic',
    referrer: 'https://www.zhihu.com/question/277',
    landing: '/groups/handdrip',
    utm: { source: 'zhihu', medium: 'post' },
    at: ago(412 * days),
  },
  accountId: '9',
  owner: { accountId: '3', name: '唐果', since: ago(60 * days) },
  fields: heldFields,
  contacts: [
    {
      id: '1',
      kind: 'phone',
      system: '',
      masked: '138****0001',
      verified: true,
      source: 'import',
      addedAt: ago(88 * days),
      can,
    },
    {
      id: '2',
      kind: 'wechat',
      system: '',
      masked: 'ac****ee',
      verified: false,
      source: 'operator',
      addedAt: ago(20 * days),
      can,
    },
    {
      id: '3',
      kind: 'external',
      system: 'youzan',
      masked: 'YZ****42',
      verified: false,
      source: 'import',
      addedAt: ago(88 * days),
      can,
    },
  ],
  tagged: [
    {
      id: '1',
      name: '手冲',
      note: '常点或常聊手冲的人',
      group: '口味',
      source: 'operator',
      sourceId: null,
      addedBy: '陈朗',
      addedAt: ago(200 * days),
    },
    {
      id: '2',
      name: '答疑人',
      note: '愿意回答新人问题',
      group: '角色',
      source: 'operator',
      sourceId: null,
      addedBy: '唐果',
      addedAt: ago(90 * days),
    },
    {
      id: '4',
      name: '产品体验官',
      note: '',
      group: '角色',
      source: 'import',
      sourceId: '4',
      addedBy: null,
      addedAt: ago(88 * days),
    },
    {
      id: '3',
      name: '精华作者',
      note: '近 90 天有 2 篇以上精华',
      group: '角色',
      source: 'rule',
      sourceId: '2',
      addedBy: null,
      addedAt: ago(30 * days),
    },
    {
      id: '5',
      name: '高价值',
      note: '',
      group: null,
      source: 'rule',
      sourceId: '3',
      addedBy: null,
      addedAt: ago(9 * hours),
    },
  ],
  account: {
    email: 'a***@mail.example',
    can: { reveal: true },
    emailVerified: true,
    createdAt: ago(412 * days),
    suspended: false,
    consents: [
      { purpose: 'terms', label: '用户协议', granted: true, at: ago(412 * days) },
      { purpose: 'privacy', label: '隐私政策', granted: true, at: ago(412 * days) },
      { purpose: 'analytics', label: '使用分析', granted: true, at: ago(412 * days) },
      { purpose: 'marketing', label: '活动与优惠通知', granted: false, at: ago(100 * days) },
    ],
  },
}

/** Known from an import only. */
export const stranger: Person = {
  ...person,
  id: '120',
  nickname: '李女士',
  city: '',
  bio: '',
  tags: [],
  tagged: [],
  lastSeenAt: null,
  joinedAt: ago(2 * days),
  owner: null,
  channel: 'offline',
  source: { channel: 'offline' },
  accountId: null,
  account: null,
  fields: heldFields.map((field) => ({
    ...field,
    value: null,
    masked: null,
    source: null,
    setAt: null,
    setBy: null,
  })),
  contacts: person.contacts.slice(0, 1),
}

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
  'member.joined': '加入社群',
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
  moment('16', 'order_paid', 20 * hours, {}, '12800'),
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
      { name: 'order_paid', label: null, count: 14 },
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
  'GET /api/members/owners': {
    items: [
      { accountId: '1', name: '林晓', members: 4 },
      { accountId: '2', name: '陈朗', members: 128 },
      { accountId: '3', name: '唐果', members: 96 },
    ],
    next: null,
  },
}
