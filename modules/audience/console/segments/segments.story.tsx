import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, allPermissions, days, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { catalogue } from './catalogue.fixture.ts'
import {
  detail,
  explanation,
  list,
  listed,
  presets,
  preview,
  rows,
  rule,
  silentReaders,
  sizes,
} from './segments.fixture.ts'

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
