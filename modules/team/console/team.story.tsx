import { defineStories, fails } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession, storyNow, viewerSession } from '#ui/console/story/world.ts'
import type { WorkingCalendar } from './calendar.queries.ts'
import type { Meeting, MeetingRow, Trainings } from './meetings.queries.ts'
import type { Guests } from './people.queries.ts'
import type { Departments, Task, TaskPage, Workload } from './tasks.queries.ts'

const later = (minutes: number) => new Date(storyNow + minutes * 60_000).toISOString()
const can = { edit: true, assign: true, close: true, reopen: false, comment: true }
const person = (id: string, name: string) => ({ id, name })
const task = (id: string, title: string, more: Partial<Task> = {}): Task => ({
  id,
  title,
  owner: { id: '1', name: '林晓', gone: false },
  department: { id: '1', name: '社群运营' },
  parentId: null,
  repeats: false,
  dueAt: null,
  late: false,
  urgent: false,
  object: null,
  createdAt: ago(3 * days),
  createdBy: person('1', '林晓'),
  closed: null,
  steps: { done: 0, total: 0 },
  parts: { done: 0, total: 0 },
  can,
  ...more,
})

const tasks: readonly Task[] = [
  task('2', '回访近 30 天流失的 20 位老成员', { dueAt: '2026-11-18T18:00:00+08:00', late: true, owner: { id: '5', name: '程白', gone: true }, steps: { done: 6, total: 20 } }),
  task('1', '提交「冬季器具季」活动方案第 2 版', { dueAt: '2026-11-19T18:00:00+08:00', urgent: true, steps: { done: 3, total: 5 } }),
  task('3', '核对双十二备货清单', { dueAt: '2026-11-19T19:00:00+08:00', owner: null }),
  task('4', '周报', { dueAt: '2026-11-20T18:00:00+08:00', repeats: true, steps: { done: 0, total: 2 } }),
  task('5', '手冲研究所周活跃率回到 30%', { dueAt: '2026-12-01T18:00:00+08:00', owner: { id: '2', name: '陈朗', gone: false }, parts: { done: 1, total: 3 }, object: { kind: 'group', id: '2', name: '手冲研究所', path: '/groups/2' } }),
  task('6', '把磨豆机异响的反馈带给产品', { department: { id: '2', name: '产品' }, owner: { id: '6', name: '老周', gone: false }, dueAt: '2026-11-21T18:00:00+08:00' }),
  task('7', '整理新手常见问题', { owner: { id: '3', name: '唐果', gone: false } }),
] // biome-ignore format: one task a line

const page: TaskPage = {
  ...task('5', '手冲研究所周活跃率回到 30%', {
    dueAt: '2026-12-01T18:00:00+08:00',
    owner: { id: '2', name: '陈朗', gone: false },
    parts: { done: 1, total: 3 },
    steps: { done: 1, total: 3 },
    object: { kind: 'group', id: '2', name: '手冲研究所', path: '/groups/2' },
  }),
  detail: '连跌 7 周，主要是周三杯测停了、新帖没人接。先把固定节目恢复，再看新人首帖。',
  checkHow: '连续两周高于 30%',
  parent: null,
  series: { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', leadDays: 7, nextAt: '2026-12-31T10:00:00Z', ended: false },
  checklist: [
    { id: '1', text: '和阿澈约好每周三 20:00', done: true },
    { id: '2', text: '值班表：两小时内回每一个新帖', done: false },
    { id: '3', text: '欢迎语里加上「先发一杯你今天的咖啡」', done: false },
  ],
  tree: [
    task('8', '恢复周三杯测', { closed: { at: ago(1 * days), outcome: 'done', note: '' }, owner: { id: '2', name: '陈朗', gone: false } }),
    task('9', '新帖两小时内有人回', { owner: { id: '3', name: '唐果', gone: false }, dueAt: later(4 * days) }),
    task('10', '新人首帖率到 25%', { owner: null, dueAt: ago(3 * hours), late: true }),
  ],
  entries: [
    { id: '1', kind: 'made', body: '', from: null, to: null, author: person('1', '林晓'), at: ago(3 * days) },
    { id: '2', kind: 'owner', body: '', from: '林晓', to: '陈朗', author: person('1', '林晓'), at: ago(3 * days - 5) },
    { id: '3', kind: 'comment', body: '杯测停了三周，是因为主持人出差。我找阿澈顶上，他愿意。', from: null, to: null, author: person('2', '陈朗'), at: ago(26 * hours) },
    { id: '4', kind: 'due', body: '', from: null, to: later(12 * days), author: person('2', '陈朗'), at: ago(25 * hours) },
    { id: '5', kind: 'comment', body: '好，本周三我也在。', from: null, to: null, author: person('1', '林晓'), at: ago(5 * hours) },
  ],
} // biome-ignore format: one line each

const colleagues: Departments['colleagues'] = [
  { id: '1', name: '林晓', roleKey: 'owner', roleName: '所有者' },
  { id: '4', name: '何川', roleKey: 'admin', roleName: '管理员' },
  { id: '2', name: '陈朗', roleKey: 'operator', roleName: '运营' },
  { id: '3', name: '唐果', roleKey: 'moderator', roleName: '版主' },
  { id: '6', name: '老周', roleKey: 'support', roleName: '客服' },
  { id: '7', name: '叶榆', roleKey: 'viewer', roleName: '只读' },
]
const [lin, he, chen, tang, zhou] = colleagues
const departments: Departments = {
  items: [
    { id: '1', key: 'operations', name: '社群运营', focus: '社群日常、活动和成员关系', lead: person('1', '林晓'), people: [lin!, chen!, tang!], tasks: { open: 5, late: 1 } },
    { id: '2', key: 'product', name: '产品', focus: '接住社群里的需求，回告进展', lead: person('4', '何川'), people: [he!], tasks: { open: 1, late: 0 } },
    { id: '3', key: 'marketing', name: '市场', focus: '推广活动，把人带进来', lead: null, people: [], tasks: { open: 0, late: 0 } },
    { id: '4', key: 'service', name: '客服', focus: '处理问题，按时答复', lead: person('6', '老周'), people: [zhou!], tasks: { open: 2, late: 0 } },
  ],
  colleagues,
  can: { manage: true },
} // biome-ignore format: one department a line

const guests: Guests = {
  items: [
    { id: '20', name: '许老师', role: 'expert', joinedAt: ago(60 * days), agreement: { field: '烘焙', organisation: '青禾烘焙工作室', agreement: '每月一堂烘焙课，审校讲义；社群内署名', keeper: person('2', '陈朗'), endsOn: '2026-11-30' } },
    { id: '21', name: '顾维', role: 'partner', joinedAt: ago(20 * days), agreement: { field: '器具供应', organisation: '一器一物', agreement: '内测器具首批 40 件，优先反馈', keeper: null, endsOn: null } },
    { id: '22', name: '贺舟', role: 'expert', joinedAt: ago(2 * days), agreement: null },
  ],
  can: { manage: true },
} // biome-ignore format: one guest a line

const load = (
  id: string,
  name: string,
  gone: boolean,
  figures: readonly [number, number, number, number, number],
) => {
  const [open, late, thisWeek, done, inTime] = figures
  return { id, name, gone, open, late, thisWeek, done, inTime }
}
const workload: Workload = {
  items: [
    load('5', '程白', true, [3, 1, 0, 4, 4]),
    load('2', '陈朗', false, [9, 2, 4, 12, 10]),
    load('1', '林晓', false, [6, 0, 3, 8, 8]),
    load('3', '唐果', false, [4, 0, 2, 9, 9]),
    load('6', '老周', false, [2, 0, 1, 15, 14]),
    load('7', '叶榆', false, [0, 0, 0, 0, 0]),
  ],
  unowned: 2,
  can: { handOver: true },
}

const special = (day: string, name: string, works: boolean, own = false) => ({
  day,
  name,
  works,
  own,
  hours: null,
})
const run = (from: number, to: number, month: string, name: string) =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    special(`2026-${month}-${String(from + index).padStart(2, '0')}`, name, false),
  )
const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  year: 2026,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:30', closes: '12:30' },
    { weekday, opens: '13:30', closes: '18:30' },
  ]),
  followsHolidays: true,
  holidaysKnownTo: 2026,
  days: [
    ...run(1, 3, '01', '元旦'), special('2026-01-04', '元旦', true), special('2026-02-14', '春节', true), ...run(15, 23, '02', '春节'), special('2026-02-28', '春节', true),
    ...run(4, 6, '04', '清明'), ...run(1, 5, '05', '劳动节'), special('2026-05-09', '劳动节', true), ...run(19, 21, '06', '端午'), special('2026-09-20', '国庆节', true),
    ...run(25, 27, '09', '中秋'), ...run(1, 7, '10', '国庆节'), special('2026-10-10', '国庆节', true), special('2026-11-21', '店庆', false, true), special('2026-12-12', '双十二值班', true, true),
  ],
  workingDays: 247,
  now: { working: true },
  can: { manage: true },
} // biome-ignore format: a year in three lines

const meetings: readonly MeetingRow[] = [
  { id: '3', title: '每周例会', startsAt: '2026-11-23T02:00:00Z', closedAt: null, items: 9, tasks: 0 },
  { id: '2', title: '双十二碰头会', startsAt: '2026-11-19T02:30:00Z', closedAt: null, items: 4, tasks: 1 },
  {
    id: '1',
    title: '每周例会',
    startsAt: '2026-11-16T02:00:00Z',
    closedAt: '2026-11-16T04:00:00Z',
    items: 11,
    tasks: 4,
  },
]
const matter = (id: string, text: string, more: Partial<Meeting['items'][number]> = {}) => ({
  id,
  origin: 'task' as const,
  text,
  path: '/tasks/1',
  department: person('1', '社群运营'),
  decision: '',
  task: null,
  ...more,
})
const meeting: Meeting = {
  id: '2',
  title: '每周例会',
  startsAt: '2026-11-19T02:30:00Z',
  closedAt: null,
  minutes: '周活跃率连跌七周，先恢复固定节目，再补新人接待。\n双十二不另开新群，统一在福利小铺。',
  items: [
    matter('1', '回访近 30 天流失的 20 位老成员', { decision: '陈朗本周电话回访前 20 位，周五同步结论', task: { id: '2', title: '电话回访前 20 位', closed: false } }),
    matter('2', '手冲研究所周活跃率 27%，低于预警线 30%', { origin: 'work', decision: '周三杯测本周恢复' }),
    matter('3', '把磨豆机异响的反馈带给产品', { department: person('2', '产品') }),
    matter('4', '双十二要不要开预售', { origin: 'hand', path: null, department: null }),
  ],
  can: { manage: true },
} // biome-ignore format: one item a line

const trainings: Trainings = {
  items: [
    { id: '2', topic: '看懂留存：三张图', skill: 'data', heldOn: '2026-11-12', minutes: 90, trainer: '程白', notes: '作业：各自挑一个群讲给大家听', attendees: [person('1', '林晓'), person('2', '陈朗')] },
    { id: '1', topic: '选题与内容日历', skill: 'content', heldOn: '2026-10-22', minutes: 60, trainer: '何川', notes: '', attendees: [person('2', '陈朗'), person('3', '唐果')] },
  ],
  next: null,
  coverage: [
    { id: '1', name: '林晓', last: { data: '2026-11-12', content: '2026-06-03', events: '2026-05-20' } },
    { id: '2', name: '陈朗', last: { data: '2026-11-12', content: '2026-10-22' } },
    { id: '3', name: '唐果', last: { content: '2026-10-22' } },
    { id: '6', name: '老周', last: { service: '2026-08-09' } },
  ],
  can: { manage: true },
} // biome-ignore format: one training a line

const owner = { 'GET /api/session': ownerSession }
const away = fails(503, 'unavailable', '服务暂时不可用，请稍后重试')

export default defineStories({
  group: 'team',
  answers: {
    'GET /api/tasks': { items: tasks, next: null, total: tasks.length, can: { create: true, assign: true } },
    'GET /api/tasks/workload': workload,
    'GET /api/tasks/{id}': page,
    'GET /api/departments': departments,
    'GET /api/guests': guests,
    'GET /api/working-calendar': calendar,
    'GET /api/meetings': { items: meetings, next: null, can: { manage: true } },
    'GET /api/meetings/{id}': meeting,
    'GET /api/trainings': trainings,
  },
  stories: [
    { name: 'tasks', path: '/tasks?tab=all', answers: owner },
    {
      name: 'tasks empty',
      path: '/tasks',
      answers: {
        ...owner,
        'GET /api/tasks': { items: [], next: null, total: 0, can: { create: true, assign: true } },
      },
    },
    { name: 'tasks failed', path: '/tasks', answers: { ...owner, 'GET /api/tasks': away } },
    { name: 'new task', path: '/tasks?new=1', answers: owner },
    { name: 'task', path: '/tasks/5', answers: owner },
    {
      name: 'task to read',
      path: '/tasks/5',
      answers: {
        'GET /api/session': viewerSession,
        'GET /api/tasks/{id}': {
          ...page,
          can: { edit: false, assign: false, close: false, reopen: false, comment: false },
          closed: { at: ago(2 * hours), outcome: 'done', note: '两周分别 31.2% 和 32.8%' },
        },
      },
    },
    { name: 'workload', path: '/tasks/workload', answers: owner },
    { name: 'hand over', path: '/tasks/workload?from=5', answers: owner },
    { name: 'departments', path: '/settings/departments', answers: owner },
    {
      name: 'no guests',
      path: '/settings/departments',
      answers: { ...owner, 'GET /api/guests': { items: [], can: { manage: true } } },
    },
    { name: 'working time', path: '/settings/working-time', answers: owner },
    {
      name: 'working time to read',
      path: '/settings/working-time',
      answers: { ...owner, 'GET /api/working-calendar': { ...calendar, can: { manage: false } } },
    },
    { name: 'meetings', path: '/meetings', answers: owner },
    { name: 'meeting', path: '/meetings/2', answers: owner },
    { name: 'training', path: '/settings/training', answers: owner },
    {
      name: 'training empty',
      path: '/settings/training',
      answers: {
        ...owner,
        'GET /api/trainings': { items: [], next: null, coverage: [], can: { manage: true } },
      },
    },
  ],
})
