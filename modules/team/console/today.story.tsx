import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession, storyNow } from '#ui/console/story/world.ts'
import type { Today, TodayItem, Week, WorkKind } from './today.queries.ts'

const later = (minutes: number) => new Date(storyNow + minutes * 60_000).toISOString()

const item = (
  key: string,
  kind: WorkKind,
  title: string,
  note: string,
  act: string,
  more: Partial<TodayItem> = {},
): TodayItem => ({
  source: `story.${kind}`,
  key,
  kind,
  label: '',
  title,
  note,
  points: [],
  trend: null,
  since: null,
  dueAt: null,
  first: false,
  act,
  path: '/tasks',
  mine: false,
  department: null,
  taken: null,
  looks: key,
  ...more,
})

const items: readonly TodayItem[] = [
  item(
    '1',
    'signal',
    '手冲研究所周活跃率 27%，低于预警线 30%',
    '连跌 7 周，上周 31.8% · 周活跃 346 人 / 成员 1,282 人',
    '开复盘',
    {
      label: '社群健康',
      first: true,
      since: '2026-11-19T08:30:00+08:00',
      trend: {
        values: [41, 40, 38.6, 38, 36.5, 35.2, 31.8, 27],
        from: '2026-09-28',
        to: '2026-11-16',
        goal: 40,
        line: 30,
        unit: '%',
      },
      points: [
        '周三直播杯测停了 3 周，少 94 位固定参与者',
        '新帖首次回复变慢：2.1 → 6.4 小时',
        '新入群 58 人，51 人还没发过言',
      ],
    },
  ),
  item('2', 'overdue', '磨豆机异响三天，没有人回复我', '反馈 #1042 · 老周 · 已派单，未首次响应', '回复成员', {
    label: '反馈',
    first: true,
    dueAt: ago(72),
    department: { key: 'service', name: '客服' },
  }),
  item(
    '3',
    'approval',
    '群发「双十二拼豆团」将送达 8,412 人',
    '陈朗提交 · 计划 10:30 发出 · 避开 1,206 位本周已触达 2 次的成员',
    '审批',
    {
      label: '待审批的群发',
      first: true,
      dueAt: later(48),
    },
  ),
  item(
    '4',
    'answer',
    '「第一次手冲，水温多少合适？」还没有人回复',
    '新手上手 · 小满的首帖 · 另有 3 位新人在等',
    '去回复',
    {
      label: '等回应的新人',
      since: ago(5 * hours + 20),
      taken: { id: '3', name: '唐果', at: ago(30), mine: false },
    },
  ),
  item(
    '5',
    'approval',
    '产品内测第 4 期「山丘一号磨豆机」入选名单',
    '报名 312 人，拟录 40 人 · 唐果提交',
    '审批',
    { dueAt: '2026-11-19T14:00:00+08:00', label: '入群申请' },
  ),
  item('6', 'task', '提交「冬季器具季」活动方案第 2 版', '任务 · 检查项 3/5', '继续做', {
    dueAt: '2026-11-19T18:00:00+08:00',
    mine: true,
    label: '到期任务',
  }),
  item('7', 'task', '核对双十二备货清单', '部门任务 · 还没有人接', '去接手', {
    dueAt: '2026-11-19T19:00:00+08:00',
    label: '到期任务',
    department: { key: 'operations', name: '社群运营' },
  }),
  item(
    '8',
    'answer',
    '4 位新人入群超过 24 小时，还没有人打招呼',
    '手冲研究所 2 位 · 新手上手 2 位',
    '去招呼',
    { since: ago(26 * hours), label: '等回应的新人' },
  ),
  item(
    '9',
    'signal',
    '新人 24 小时首帖率 18.4%，低于目标 25%',
    '昨日入群 136 人，发帖 25 人 · 卡在「选一个版块」这一步',
    '看漏斗',
    { since: ago(70), label: '社群健康' },
  ),
  item(
    '10',
    'care',
    '老徐 12 天没有登录，此前每天都来',
    '成熟期成员 · 41 篇精华 · 上一次到访看了退款说明',
    '发起回访',
    { since: ago(10 * hours), label: '关怀' },
  ),
  item('11', 'answer', '2 份入群申请等你看', '产品内测 · 最早的等了 1 天', '去审核', {
    since: ago(25 * hours),
    label: '入群申请',
  }),
  item('12', 'task', '「每周例会」还没有写纪要', '议题 9 项', '写纪要', {
    since: ago(2 * days),
    label: '例会',
  }),
  item('13', 'signal', '程白已离开，3 项任务没有人负责', '任务交接 · 其中 1 项已超时', '交接', {
    label: '待交接',
  }),
]

const countOf = (list: readonly TodayItem[]): Today['counts'] => {
  const of = (kind: WorkKind) => list.filter((each) => each.kind === kind).length
  return {
    all: list.length,
    signal: of('signal'),
    overdue: of('overdue'),
    approval: of('approval'),
    answer: of('answer'),
    task: of('task'),
    care: of('care'),
  }
}
const today = (list: readonly TodayItem[], troubled: Today['troubled'] = []): Today => ({
  items: [...list],
  counts: countOf(list),
  troubled,
  staleWith: ['tasks'],
})

const at = (day: number, time: string) => `2026-11-${day}T${time}:00+08:00`
const week: Week = {
  days: [
    { day: '2026-11-16', works: true, name: null, items: [{ kind: 'task', title: '周报', at: at(16, '18:00'), path: '/tasks/1', done: true }, { kind: 'meeting', title: '每周例会', at: at(16, '10:00'), path: '/meetings/1', done: true }] },
    { day: '2026-11-17', works: true, name: null, items: [{ kind: 'task', title: '盘点优惠券', at: at(17, '18:00'), path: '/tasks/1', done: true }] },
    { day: '2026-11-18', works: true, name: null, items: [{ kind: 'task', title: '周三杯测主持稿', at: at(18, '19:00'), path: '/tasks/1', done: true }, { kind: 'department', title: '晒单评选', at: at(18, '20:00'), path: '/tasks/1', done: false }] },
    { day: '2026-11-19', works: true, name: null, items: [{ kind: 'meeting', title: '双十二碰头会', at: at(19, '10:30'), path: '/meetings/1', done: false }, { kind: 'task', title: '提交「冬季器具季」活动方案第 2 版', at: at(19, '18:00'), path: '/tasks/1', done: false }, { kind: 'department', title: '核对双十二备货清单', at: at(19, '19:00'), path: '/tasks/2', done: false }] },
    { day: '2026-11-20', works: true, name: null, items: [{ kind: 'task', title: '周报', at: at(20, '18:00'), path: '/tasks/1', done: false }] },
    { day: '2026-11-21', works: false, name: '店庆', items: [{ kind: 'department', title: '门店体验日', at: at(21, '14:00'), path: '/tasks/1', done: false }] },
    { day: '2026-11-22', works: false, name: null, items: [] },
  ],
} // biome-ignore format: one day a line

const owner = { 'GET /api/session': ownerSession }
const away = fails(503, 'unavailable', '服务暂时不可用，请稍后重试')

export default defineStories({
  group: 'queue',
  answers: { 'GET /api/today': today(items), 'GET /api/today/week': week },
  stories: [
    { name: 'full', path: '/', answers: owner },
    { name: 'signals', path: '/?kind=signal', answers: owner },
    { name: 'clear', path: '/', answers: { ...owner, 'GET /api/today': today([]) } },
    {
      name: 'one source away',
      path: '/',
      answers: {
        ...owner,
        'GET /api/today': today(items.slice(3, 6), [{ source: 'story', label: '社群健康' }]),
      },
    },
    { name: 'failed', path: '/', answers: { ...owner, 'GET /api/today': away } },
    {
      name: 'loading',
      path: '/',
      answers: { ...owner, 'GET /api/today': pending, 'GET /api/today/week': pending },
    },
  ],
})
