/** Segments of 山丘咖啡, for stories. */
import type { Condition, Definition } from '#ui/console/condition/condition.ts'
import type { Explanation, Preview } from '#ui/console/condition/preview.ts'
import { ago, days, hours } from '#ui/console/story/world.ts'
import type { SegmentDetail } from './segments.queries.ts'

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
export const silentReaders: Definition = {
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
              event('post.read', { of: 'count', op: 'gte', value: 8 }, 30),
              event('post.published', { of: 'count', op: 'eq', value: 0 }),
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
export const preview: Preview = {
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
export const explanation: Explanation = {
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
export const detail: SegmentDetail = {
  id: '7',
  name: '看得多、还没开口的手冲爱好者',
  note: '给他们一个低门槛的话题，请他们说第一句。',
  kind: 'dynamic',
  version: 6,
  definition: silentReaders,
  sentence: preview.sentence.map((part) => part.text).join(''),
  parts: preview.sentence,
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
export const list: SegmentDetail = {
  ...detail,
  id: '8',
  name: '冬季新品体验官 2026-11-12',
  note: '第一批寄样名单，已和本人确认地址。',
  kind: 'static',
  version: null,
  definition: null,
  sentence: null,
  parts: null,
  members: 40,
  trend: [38, 38, 40],
  versions: 0,
  uses: [],
  can: { ...can, list: true },
}
export const rows: readonly SegmentDetail[] = [
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

export const listed = people.map((nickname, place) => ({
  id: String(104 + place),
  nickname,
  avatarUrl: null,
  city: ['上海', '深圳', '武汉', '广州', ''][place % 5],
  since: ago((place * 7 + 2) * hours),
}))
export const sizes = Array.from({ length: 30 }, (_, place) => ({
  day: new Date(Date.parse('2026-10-21T00:00:00Z') + place * 86_400_000).toISOString().slice(0, 10),
  members: 290 + place * 3 + ((place * 7) % 11),
  entered: 8 + (place % 5),
  left: 3 + (place % 4),
}))
export const presets = [
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
export const rule = {
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
