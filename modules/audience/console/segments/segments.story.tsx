import type { Condition, Definition } from '#ui/console/condition/condition.ts'
import type { Explanation, Preview } from '#ui/console/condition/preview.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, days, hours, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { catalogue } from './catalogue.fixture.ts'
import type { SegmentDetail } from './segments.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...allPermissions, 'audience.read', 'audience.edit'],
  },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'audience.read'] },
}

const event = (
  name: string,
  measure: Extract<Condition, { kind: 'event' }>['measure'],
  last?: number,
): Condition => ({
  kind: 'event',
  event: name,
  ...(last ? { window: { last: { amount: last, unit: 'days' } } } : {}),
  measure,
})
const silentReaders: Definition = {
  version: 1,
  who: {
    kind: 'all',
    of: [
      { kind: 'field', field: 'group.joined_at', of: '12', test: { op: 'beforeLast', value: 30 } },
      {
        kind: 'any',
        of: [
          {
            kind: 'all',
            of: [
              event('post_viewed', { of: 'count', op: 'gte', value: 8 }, 30),
              event('post_published', { of: 'count', op: 'eq', value: 0 }),
            ],
          },
          {
            kind: 'all',
            of: [
              event('answer_adopted', { of: 'count', op: 'gte', value: 1 }),
              event('account.signed_in', { of: 'last', test: { op: 'beforeLast', value: 14 } }),
            ],
          },
        ],
      },
      {
        kind: 'not',
        of: { kind: 'field', field: 'member.consents', test: { op: 'hasNoneOf', value: ['marketing'] } },
      },
    ],
  },
}

const people = [
  '宋知意',
  'Kelly_拿铁',
  '大橙子',
  '许木',
  '莫失莫忘',
  'Jun 的咖啡角',
  '韩小禾',
  '白砂糖',
  '罗西',
  '安之',
] as const
const facts = [17, 9, 23, 12, 0, 31, 8, 0, 14, 10] as const
const preview: Preview = {
  sentence: [
    { text: '成员：', path: null },
    { text: '加入手冲研究所已满 30 天', path: 'who.of.0' },
    { text: '；并且', path: null },
    { text: '近 30 天浏览帖子至少 8 次', path: 'who.of.1.of.0.of.0' },
    { text: '而', path: null },
    { text: '从未发布帖子', path: 'who.of.1.of.0.of.1' },
    { text: '，或者', path: null },
    { text: '回答被采纳至少 1 次', path: 'who.of.1.of.1.of.0' },
    { text: '且', path: null },
    { text: '上次登录早于 14 天前', path: 'who.of.1.of.1.of.1' },
    { text: '；排除', path: null },
    { text: '已退订群发', path: 'who.of.2.of' },
    { text: '的人。', path: null },
  ],
  total: 384,
  members: 38_412,
  nodes: [
    { path: 'who', count: 384 },
    { path: 'who.of.0', count: 1_146 },
    { path: 'who.of.1', count: 702 },
    { path: 'who.of.1.of.0', count: 371 },
    { path: 'who.of.1.of.0.of.0', count: 604 },
    { path: 'who.of.1.of.0.of.1', count: 371 },
    { path: 'who.of.1.of.1', count: 27 },
    { path: 'who.of.1.of.1.of.0', count: 88 },
    { path: 'who.of.1.of.1.of.1', count: 27 },
    { path: 'who.of.2', count: 37_200 },
    { path: 'who.of.2.of', count: 1_212 },
  ],
  steps: [
    { path: null, label: '全部成员', count: 38_412, excludes: false },
    { path: 'who.of.0', label: '加入手冲研究所已满 30 天', count: 1_146, excludes: false },
    { path: 'who.of.1', label: '两组任一成立', count: 398, excludes: false },
    { path: 'who.of.2', label: '排除已退订群发', count: 384, excludes: true },
  ],
  sample: people.map((nickname, place) => ({
    id: String(104 + place),
    nickname,
    avatarUrl: null,
    fact: facts[place] ? `浏览 ${facts[place]} 次` : '被采纳 2 次',
  })),
  reachable: 379,
  ms: 312,
}

const leaf = (path: string, met: boolean, says: string, evidence: string): Explanation => ({
  path,
  kind: 'event',
  met,
  says,
  evidence,
  progress: null,
  of: [],
})
const explanation: Explanation = {
  path: 'who',
  kind: 'all',
  met: false,
  says: '',
  evidence: null,
  progress: null,
  of: [
    leaf('who.of.0', true, '加入手冲研究所已满 30 天', '412 天'),
    {
      path: 'who.of.1',
      kind: 'any',
      met: false,
      says: '',
      evidence: null,
      progress: null,
      of: [
        {
          path: 'who.of.1.of.0',
          kind: 'all',
          met: false,
          says: '',
          evidence: null,
          progress: null,
          of: [
            leaf('who.of.1.of.0.of.0', true, '近 30 天浏览帖子至少 8 次', '19 次'),
            leaf('who.of.1.of.0.of.1', false, '从未发布帖子', '发过 1 篇，10 月 2 日'),
          ],
        },
        {
          path: 'who.of.1.of.1',
          kind: 'all',
          met: false,
          says: '',
          evidence: null,
          progress: null,
          of: [
            leaf('who.of.1.of.1.of.0', false, '回答被采纳至少 1 次', '0 次'),
            leaf('who.of.1.of.1.of.1', false, '上次登录早于 14 天前', '今天'),
          ],
        },
      ],
    },
    {
      path: 'who.of.2',
      kind: 'not',
      met: true,
      says: '未退订群发',
      evidence: null,
      progress: null,
      of: [leaf('who.of.2.of', false, '已退订群发', '接收中')],
    },
  ],
}

const can = { edit: true, list: false, remove: true, export: true }
const detail: SegmentDetail = {
  id: '7',
  name: '看得多、还没开口的手冲爱好者',
  note: '给他们一个低门槛的话题，请他们说第一句。',
  kind: 'dynamic',
  version: 6,
  definition: silentReaders,
  sentence: preview.sentence.map((part) => part.text).join(''),
  members: 384,
  trend: [301, 308, 322, 319, 334, 346, 356, 361, 368, 372, 384],
  createdBy: '陈朗',
  createdAt: ago(60 * days),
  changedAt: ago(3 * hours),
  computedAt: ago(34),
  current: true,
  failure: null,
  can,
  versions: 6,
  computedMs: 312,
  today: { entered: 21, left: 9 },
  yesterday: 372,
  uses: [
    { by: 'groups.admission', id: '3', name: '产品内测 · 加入条件', path: '/groups/3' },
    { by: 'tag_rule', id: '2', name: '待激活', path: '/tag-rules/2' },
  ],
}
const list: SegmentDetail = {
  ...detail,
  id: '8',
  name: '冬季新品体验官 2026-11-12',
  note: '第一批寄样名单，已和本人确认地址。',
  kind: 'static',
  version: null,
  definition: null,
  sentence: null,
  members: 40,
  trend: [38, 38, 40],
  versions: 0,
  uses: [],
  can: { ...can, list: true },
}
const rows: readonly SegmentDetail[] = [
  detail,
  list,
  {
    ...detail,
    id: '9',
    name: '即将流失',
    sentence: '近 60 天来过至少 6 天，已 10 天以上没有任何行为，不满 30 天。',
    members: 1_873,
    trend: [1_702, 1_733, 1_790, 1_811, 1_820, 1_873],
    uses: [],
  },
  {
    ...detail,
    id: '10',
    name: '高价值会员',
    sentence: '近 180 天支付金额合计至少 ¥800，并且下单至少 4 次。',
    members: 642,
    trend: [655, 650, 651, 644, 642],
    failure: 'warehouse_unavailable',
  },
  {
    ...detail,
    id: '11',
    name: '上海、杭州的意式党',
    sentence: '城市是上海、杭州；标签含意式。',
    members: 0,
    trend: [],
    computedAt: null,
    current: false,
  },
]

const listed = people.map((nickname, place) => ({
  id: String(104 + place),
  nickname,
  avatarUrl: null,
  city: ['上海', '深圳', '武汉', '广州', ''][place % 5],
  since: ago((place * 7 + 2) * hours),
}))
const sizes = Array.from({ length: 30 }, (_, place) => ({
  day: new Date(Date.parse('2026-10-21T00:00:00Z') + place * 86_400_000).toISOString().slice(0, 10),
  members: 290 + place * 3 + ((place * 7) % 11),
  entered: 8 + (place % 5),
  left: 3 + (place % 4),
}))
const presets = [
  ['silent', '沉默用户', '加入后只来过一两天，再没出现。发一次个人化的欢迎，问问卡在哪里。'],
  ['lurkers', '潜水成员', '常来看，从没开过口。给一个低门槛的话题，请他们说第一句。'],
  ['slipping', '即将流失', '以前常来，最近 10 到 30 天没动静。趁还记得，主动问一声。'],
  [
    'value',
    '价值用户（月 2 单满 200 元）',
    '近 30 天至少 2 单、满 200 元。维持节奏，用组合和会员权益再进一步。',
  ],
  ['once', '只买过一次', '首单后 30 天没有复购。发一张第二单券，或推荐搭配。'],
  ['creators', '活跃创作者', '近 30 天发帖 4 篇以上。精华、专栏和共创名额给他们。'],
] as const
const rule = {
  id: '2',
  tag: '待激活',
  definition: silentReaders,
  sentence: detail.sentence ?? '',
  active: true,
  takesAway: true,
  members: 384,
  createdBy: '陈朗',
  changedAt: ago(2 * days),
  computedAt: ago(34),
  failure: null,
  can: { edit: true },
}

const withSession = { 'GET /api/session': session }

export default defineStories({
  group: 'segments',
  answers: {
    'GET /api/audience/catalogue': catalogue,
    'GET /api/audience/values': { items: [] },
    'POST /api/audience/preview': { ...preview, share: 0.01 },
    'POST /api/audience/explanation': {
      member: { id: '120', nickname: '顾青', avatarUrl: null, city: '上海' },
      explanation,
      oneShort: 233,
    },
    'POST /api/audience/people': {
      items: listed.map(({ id, nickname, avatarUrl, city }) => ({ id, nickname, avatarUrl, city })),
      next: null,
    },
    'GET /api/audience/segments': { items: rows, next: null, total: rows.length },
    'GET /api/audience/segments/{id}': detail,
    'GET /api/audience/segments/8': list,
    'GET /api/audience/segments/{id}/members': { items: listed, next: 'more', total: 384 },
    'GET /api/audience/segments/{id}/sizes': { items: sizes },
    'GET /api/audience/segments/{id}/versions': {
      items: [6, 5, 4].map((number) => ({
        number,
        definition: silentReaders,
        sentence: detail.sentence,
        madeAt: ago((7 - number) * 3 * days),
        madeBy: number === 5 ? '林晓' : '陈朗',
        restoredFrom: number === 5 ? 3 : null,
      })),
    },
    'GET /api/audience/segment-presets': {
      items: presets.map(([key, name, note]) => ({
        key,
        name,
        note,
        definition: silentReaders,
        sentence: note,
      })),
      missing: ['expiring'],
    },
    'GET /api/audience/segment-overlap': {
      segments: [
        { id: '7', name: detail.name, members: 384 },
        { id: '9', name: '即将流失', members: 1_873 },
        { id: '10', name: '高价值会员', members: 642 },
      ],
      together: 2_571,
      parts: [
        { of: [1], members: 1_702 },
        { of: [2], members: 470 },
        { of: [0], members: 203 },
        { of: [0, 1], members: 24 },
        { of: [1, 2], members: 15 },
        { of: [0, 2], members: 25 },
        { of: [0, 1, 2], members: 132 },
      ],
      both: [
        [384, 156, 157],
        [156, 1_873, 147],
        [157, 147, 642],
      ],
    },
    'GET /api/audience/members/{id}/segments': {
      items: rows.slice(0, 3).map(({ id, name, kind }, place) => ({
        id,
        name,
        kind,
        since: ago((place + 1) * 2 * days),
      })),
    },
    'GET /api/audience/tag-rules': {
      items: [
        rule,
        { ...rule, id: '3', tag: '30 天未活跃', sentence: '已 30 天没有任何行为。', members: 4_120 },
        {
          ...rule,
          id: '4',
          tag: '手冲爱好者',
          sentence: '加入手冲研究所，并且近 90 天浏览帖子至少 5 次。',
          active: false,
        },
      ],
    },
    'GET /api/audience/tag-rules/{id}': rule,
  },
  stories: [
    { name: 'list', path: '/segments', answers: withSession },
    {
      name: 'none',
      path: '/segments',
      answers: { ...withSession, 'GET /api/audience/segments': { items: [], next: null, total: 0 } },
    },
    { name: 'edit', path: '/segments/7/edit', answers: withSession },
    {
      name: 'counting',
      path: '/segments/7/edit',
      answers: { ...withSession, 'POST /api/audience/preview': pending },
    },
    {
      name: 'no warehouse',
      path: '/segments/7/edit',
      answers: {
        ...withSession,
        'POST /api/audience/preview': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
      },
    },
    {
      name: 'nobody',
      path: '/segments/7/edit',
      answers: {
        ...withSession,
        'POST /api/audience/preview': {
          ...preview,
          total: 0,
          sample: [],
          steps: preview.steps.map((step, place) => (place > 1 ? { ...step, count: 0 } : step)),
        },
      },
    },
    { name: 'new', path: '/segments/new', answers: withSession },
    { name: 'dynamic', path: '/segments/7', answers: withSession },
    { name: 'static', path: '/segments/8', answers: withSession },
    {
      name: 'read only',
      path: '/segments/7',
      answers: {
        'GET /api/session': reader,
        'GET /api/audience/segments/{id}': {
          ...detail,
          can: { edit: false, list: false, remove: false, export: false },
        },
      },
    },
    { name: 'overlap', path: '/segments/overlap?ids=7,9,10', answers: withSession },
    { name: 'overlap begun', path: '/segments/overlap', answers: withSession },
    { name: 'tag rules', path: '/tag-rules', answers: withSession },
    { name: 'tag rule', path: '/tag-rules/2', answers: withSession },
    { name: 'new tag rule', path: '/tag-rules/new', answers: withSession },
  ],
})
