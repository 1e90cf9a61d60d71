import type { Condition, Definition } from '#ui/console/condition/condition.ts'
import { defineStories, fails } from '#ui/console/story/story.ts'
import { ago, days, ownerSession } from '#ui/console/story/world.ts'
import type { Matrix, Persona, Portrait } from './personas.queries.ts'

const city = (value: string): Condition => ({
  kind: 'field',
  field: 'member.city',
  test: { op: 'is', value },
})
const who = (of: Condition): Definition => ({ version: 1, who: { kind: 'all', of: [of] } })
const sizes = (from: number, to: number) =>
  Array.from({ length: 30 }, (_, at) => ({
    day: new Date(Date.UTC(2026, 9, 21 + at)).toISOString().slice(0, 10),
    members: Math.round(from + ((to - from) * at) / 29 + Math.sin(at) * (to - from) * 0.06),
    ofAll: 38_412,
  }))
const persona = (id: string, name: string, tagline: string, over: Partial<Persona>): Persona => ({
  id,
  name,
  tagline,
  definition: who(city('上海')),
  needs: '',
  approach: '',
  tone: 'pine',
  says: '成员：城市是上海',
  failure: null,
  changedAt: ago(2 * days),
  sizes: sizes(4_000, 4_600),
  can: { edit: true },
  ...over,
})

const personas: readonly Persona[] = [
  persona('1', '周末手冲党', '工作日喝速溶，周末认真冲一壶，参数记在本子上', {
    says: '成员：近 30 天浏览帖子 ≥ 8 次；并且标签含「手冲」',
    needs: '想知道同一支豆子别人怎么冲\n怕问题太基础被笑话',
    approach: '每周五发参数表；提问两小时内有人回',
  }),
  persona('2', '门店常客', '每天路过，认得店员，偶尔带朋友', {
    tone: 'wheat',
    says: '成员：来源渠道是门店；并且近 90 天下单 ≥ 6 次',
    sizes: sizes(2_900, 2_720),
  }),
  persona('3', '沉默的新人', '加入不到一个月，看得多，一句话没说过', {
    tone: 'sky',
    says: '成员：加入不到 30 天；并且从未发帖、从未评论',
    sizes: sizes(1_100, 1_912),
  }),
  persona('4', '小店主', '开着一家小店，想把水质和成本弄明白', {
    tone: 'plum',
    says: '',
    failure: '字段「职业」已归档',
    sizes: [],
  }),
]

const portrait: Portrait = {
  members: 4_600,
  ofAll: 38_412,
  traits: [
    {
      field: 'a',
      fieldLabel: '标签',
      value: '1',
      label: '手冲',
      members: 4_600,
      share: 1,
      shareOfAll: 0.18,
      lift: 5.6,
    },
    {
      field: 'b',
      fieldLabel: '职业',
      value: '2',
      label: '设计与研发',
      members: 2_116,
      share: 0.46,
      shareOfAll: 0.17,
      lift: 2.7,
    },
    {
      field: 'c',
      fieldLabel: '城市级别',
      value: '3',
      label: '一线',
      members: 3_082,
      share: 0.67,
      shareOfAll: 0.39,
      lift: 1.7,
    },
    {
      field: 'd',
      fieldLabel: '来源渠道',
      value: '4',
      label: '好友推荐',
      members: 1_288,
      share: 0.28,
      shareOfAll: 0.12,
      lift: 2.3,
    },
    {
      field: 'e',
      fieldLabel: '年龄段',
      value: '5',
      label: '25–34 岁',
      members: 2_990,
      share: 0.65,
      shareOfAll: 0.44,
      lift: 1.5,
    },
  ],
  middles: [
    { field: 'm', fieldLabel: '近一年消费', type: 'money', median: 86_400, medianOfAll: 31_200 },
    { field: 'n', fieldLabel: '家里滤杯数', type: 'number', median: 2, medianOfAll: 1 },
  ],
  typical: { id: '105', nickname: '阿澈', avatarUrl: null, city: '杭州' },
}

const cells = (...members: number[]) =>
  members.map((count) => ({ members: count, definition: who(city('上海')) }))
const matrix: Matrix = {
  field: { key: 'member.city', label: '城市' },
  behaviour: '近 30 天活跃',
  members: 38_412,
  columns: [
    { key: 'away', label: '没有来过', members: 21_000 },
    { key: 'seldom', label: '1–3 天', members: 9_800 },
    { key: 'often', label: '4–11 天', members: 5_400 },
    { key: 'always', label: '12 天以上', members: 2_212 },
  ],
  rows: [
    { value: '上海', label: '上海', members: 9_402, cells: cells(4_120, 2_600, 1_812, 870) },
    { value: '杭州', label: '杭州', members: 5_210, cells: cells(2_480, 1_402, 890, 438) },
    { value: '成都', label: '成都', members: 4_011, cells: cells(2_300, 980, 531, 200) },
    { value: '', label: '', members: 6_020, cells: cells(4_800, 900, 320, 0) },
  ],
}

export default defineStories({
  group: 'personas',
  answers: {
    'GET /api/session': ownerSession,
    'GET /api/personas': { items: personas, can: { edit: true } },
    'GET /api/personas/matrix': matrix,
    'GET /api/personas/{id}': personas[0],
    'GET /api/personas/{id}/portrait': portrait,
    'GET /api/audience/catalogue': {
      fields: [
        {
          key: 'member.city',
          label: '城市',
          section: '资料',
          type: 'text',
          unit: null,
          of: null,
          options: null,
          searchable: true,
        },
      ],
      events: [],
      tests: {},
    },
  },
  stories: [
    { name: 'list', path: '/members/personas' },
    {
      name: 'none yet',
      path: '/members/personas',
      answers: { 'GET /api/personas': { items: [], can: { edit: true } } },
    },
    {
      name: 'warehouse away',
      path: '/members/personas',
      answers: {
        'GET /api/personas/matrix': fails(503, 'warehouse_unavailable', '分析库还没就绪，稍后自动恢复'),
      },
    },
    { name: 'portrait', path: '/members/personas/1' },
    {
      name: 'nothing stands out',
      path: '/members/personas/1',
      answers: {
        'GET /api/personas/{id}/portrait': { ...portrait, traits: [], middles: [], typical: null },
      },
    },
  ],
})
