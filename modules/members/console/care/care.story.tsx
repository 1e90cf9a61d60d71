import { defineStories, fails } from '#ui/console/story/story.ts'
import { ago, days, ownerSession } from '#ui/console/story/world.ts'
import type { Care, CareOfMember, Occasions } from './care.queries.ts'

const care = (
  id: string,
  nickname: string,
  program: Care['program'],
  stage: Care['stage'],
  dueInDays: number | null,
  more: Partial<Care> = {},
): Care => ({
  id,
  member: { id: `10${id}`, nickname, avatarUrl: null },
  program,
  stage,
  owner: { id: '2', name: '唐果' },
  cadenceDays: 14,
  nextOn: dueInDays === null ? null : new Date(Date.UTC(2026, 10, 19 + dueInDays)).toISOString().slice(0, 10),
  dueInDays,
  lastVisitOn: '2026-11-05',
  visits: 3,
  needs: '',
  why: '三篇精华，乐于回答新人',
  startedAt: ago(90 * days),
  endedAt: null,
  can: { edit: true },
  ...more,
})

const people: readonly Care[] = [
  care('1', '小满', 'koc', 'discovered', 2, { lastVisitOn: null, visits: 0 }),
  care('2', 'Jun 的咖啡角', 'koc', 'discovered', null, { owner: null }),
  care('3', '韩小禾', 'star', 'supported', -3, { needs: '想要拉花课的进阶视频\n周末有空' }),
  care('4', '许木', 'koc', 'supported', 0, { needs: '想开一家自己的小店，缺选址经验' }),
  care('5', '青野', 'star', 'producing', 5, { needs: '想办一场百杯展，愿意讲给大家听' }),
  care('6', '阿澈', 'koc', 'producing', 9, { owner: { id: '1', name: '林晓' } }),
  care('7', '老徐', 'vip', 'retained', -6, { needs: '每天一杯，换豆子前先告诉他' }),
]

const ofMember: CareOfMember = {
  care: [
    {
      ...people[2]!,
      steps: [{ from: 'discovered', to: 'supported', why: '给了新品试用', movedAt: ago(20 * days) }],
    },
  ],
  visits: {
    items: [
      {
        id: '2',
        program: 'star',
        purpose: 'care',
        way: 'wechat',
        summary: '拉花比赛拿了第三，想练压纹；答应下周给她留一台试用机。',
        found: '要安静的练习时间',
        given: '练习用奶 10 盒',
        visitedOn: '2026-11-05',
        by: '唐果',
      },
      {
        id: '1',
        program: 'star',
        purpose: 'thanks',
        way: 'meeting',
        summary: '感谢她帮三位新人看了视频。',
        found: '',
        given: '',
        visitedOn: '2026-10-18',
        by: '林晓',
      },
    ],
    next: null,
  },
  can: { edit: true },
}

const occasions: Occasions = {
  occasions: [
    {
      key: 'double_eleven',
      name: '双十一',
      kind: 'shopping',
      day: '2026-11-11',
      lunar: '十月初三',
      note: '',
    },
    { key: 'own:1', name: '店庆', kind: 'own', day: '2026-11-21', lunar: '十月十三', note: '送拼配小样' },
    { key: 'own:2', name: '手冲节', kind: 'own', day: '2026-11-28', lunar: '十月二十', note: '' },
  ],
  people: [
    { day: '2026-11-08', birthday: 3, anniversary: 0 },
    { day: '2026-11-19', birthday: 6, anniversary: 2 },
    { day: '2026-11-21', birthday: 0, anniversary: 4 },
    { day: '2026-11-27', birthday: 5, anniversary: 0 },
  ],
  can: { edit: true },
}

const programs = ['koc', 'star', 'vip'] as const
const stages = ['discovered', 'supported', 'producing', 'retained'] as const
const summary = programs.flatMap((program) =>
  stages.map((stage) => {
    const here = people.filter((one) => one.program === program && one.stage === stage)
    return {
      program,
      stage,
      members: here.length,
      overdue: here.filter((one) => one.dueInDays !== null && one.dueInDays < 0).length,
    }
  }),
)

export default defineStories({
  group: 'care',
  answers: {
    'GET /api/session': ownerSession,
    'GET /api/care': (url: URL) => ({
      items: people.filter((one) => one.stage === url.searchParams.get('stage')),
      next: null,
    }),
    'GET /api/care/summary': { items: summary },
    'GET /api/members/{id}/care': ofMember,
    'GET /api/members/owners': {
      items: [
        { accountId: '1', name: '林晓' },
        { accountId: '2', name: '唐果' },
      ],
    },
    'GET /api/occasions': occasions,
    'GET /api/occasions/people': {
      items: [
        { id: '101', nickname: '小满', avatarUrl: null, years: 28 },
        { id: '107', nickname: '许木', avatarUrl: null, years: null },
      ],
      next: null,
    },
  },
  stories: [
    { name: 'board', path: '/members/care' },
    {
      name: 'nobody yet',
      path: '/members/care',
      answers: { 'GET /api/care': { items: [], next: null }, 'GET /api/care/summary': { items: [] } },
    },
    {
      name: 'failed',
      path: '/members/care',
      answers: { 'GET /api/care': fails(503, 'unavailable', '服务暂时不可用，请稍后重试') },
    },
    { name: 'greeting days', path: '/members/care/calendar' },
    { name: 'birthdays', path: '/members/care/calendar?day=2026-11-19&what=birthday' },
    {
      name: 'no greeting days',
      path: '/members/care/calendar',
      answers: { 'GET /api/occasions': { occasions: [], people: [], can: { edit: true } } },
    },
  ],
})
