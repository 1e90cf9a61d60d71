import type { RefusedRow } from '#ui/console/importing/list.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession } from '#ui/console/story/world.ts'
import type { Import, PreviewedRow, Tally, WholeImport } from './imports.queries.ts'

const none: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, repeated: 0 }
const nothing = { check: false, run: false, stop: false, undo: false, discard: false }

const list = (id: string, fileName: string, more: Partial<Import>): Import => ({
  id,
  fileName,
  format: 'csv',
  encoding: 'utf-8',
  header: [],
  state: 'done',
  trouble: null,
  jobId: null,
  checked: null,
  outcome: none,
  errorFileUrl: null,
  origin: '',
  createdBy: '林晓',
  createdAt: ago(3 * hours),
  undoUntil: null,
  can: nothing,
  ...more,
})

const found: Tally = { rows: 5_000, created: 4_268, updated: 517, unchanged: 93, failed: 86, repeated: 36 }

const imports: readonly Import[] = [
  list('7', '门店登记 2026-11.xlsx', {
    format: 'xlsx',
    state: 'checked',
    origin: '静安店登记本',
    checked: found,
    createdAt: ago(4),
    can: { ...nothing, check: true, run: true, discard: true },
  }),
  list('6', '有赞客户.csv', {
    state: 'running',
    origin: '有赞导出',
    outcome: { rows: 18_000, created: 15_200, updated: 2_610, unchanged: 120, failed: 41, repeated: 29 },
    createdAt: ago(12),
    createdBy: '陈朗',
    can: { ...nothing, stop: true },
  }),
  list('5', '手冲群名片.csv', {
    outcome: { rows: 486, created: 402, updated: 71, unchanged: 0, failed: 13, repeated: 0 },
    origin: '微信群',
    createdAt: ago(2 * days),
    can: { ...nothing, undo: true },
  }),
  list('4', '展会名片.csv', { state: 'undone', createdAt: ago(9 * days), createdBy: '何川' }),
  list('3', '老系统.xlsx', { format: 'xlsx', state: 'failed', trouble: 'locked', createdAt: ago(20 * days) }),
]

const header = ['姓名', '手机号码', '邮箱', '所在城市', '客户标签', '注册时间', '烘焙偏好', '店员备注']
const samples = [
  ['小满', '13812340001', 'xiaoman@example.com', '成都', '手冲、常客', '2025-03-01', '浅烘', '爱聊水质'],
  ['舟舟', '138 1234 0002', '', '上海', '新人', '2025/3/2', '中烘', ''],
  ['青野', '1381234', 'qingye@example.com', '杭州', '手冲', '2024年12月1日', '浅烘', '周三来'],
  ['宋知意', '13812340004', 'song@example', '北京', '意式', '2024-11-11', '深烘', ''],
  ['许木', '13812340005', '', '广州', '水质控', '31/12/2024', '浅烘', '自带壶'],
  ['韩小禾', '13812340006', 'xiaohe@example.com', '苏州', '', '2026-01-08', '浅烘', ''],
]

const whole = (more: Partial<WholeImport>): WholeImport => ({
  ...list('7', '门店登记 2026-11.xlsx', { format: 'xlsx', origin: '静安店登记本' }),
  header,
  samples,
  plan: {
    columns: ['nickname', 'phone', 'email', 'city', 'tags', 'joinedAt', 'field:roast', null],
    existing: 'update',
    tags: ['门店登记 2026'],
    origin: '静安店登记本',
    card: [],
  },
  targets: [
    { target: 'nickname', label: null },
    { target: 'field:roast', label: '烘焙偏好' },
    { target: 'field:birthday', label: '生日' },
  ],
  ...more,
})

const phone = (value: string) => ({ kind: 'phone', system: '', value })
const person = (row: number, nickname: string, more: Partial<PreviewedRow>): PreviewedRow => ({
  row,
  nickname,
  city: '',
  contacts: [],
  tags: [],
  fields: [],
  joinedAt: null,
  reasons: [],
  ...more,
})
const previewed: readonly PreviewedRow[] = [
  person(2, '小满', { city: '成都', contacts: [phone('+8613812340001')], tags: ['手冲', '常客'] }),
  person(3, '舟舟', { city: '上海', contacts: [phone('+8613812340002')], tags: ['新人'] }),
  person(4, '', { reasons: [{ column: 1, message: '手机号不正确' }] }),
  person(5, '', { reasons: [{ column: 2, message: '邮箱地址不正确' }] }),
  person(6, '', { reasons: [{ column: 5, message: '时间无法识别，请写成 2026-05-20' }] }),
  person(7, '韩小禾', { city: '苏州', contacts: [phone('+8613812340006')] }),
]
const refused: readonly RefusedRow[] = [
  { row: 4, cells: samples[2]!, reasons: [{ column: 1, message: '手机号不正确' }] },
  { row: 5, cells: samples[3]!, reasons: [{ column: 2, message: '邮箱地址不正确' }] },
  {
    row: 6,
    cells: samples[4]!,
    reasons: [
      { column: 5, message: '时间无法识别，请写成 2026-05-20' },
      { column: 6, message: '烘焙偏好：请从选项中选择' },
    ],
  },
  { row: 61, cells: ['小满', '13812340001'], reasons: [{ column: null, message: '与第 2 行是同一个人' }] },
  {
    row: 208,
    cells: ['阿澈', '13812340021'],
    reasons: [{ column: null, message: '这些联系方式分属 2 位成员，请先在「重复成员」里合并' }],
  },
]

const cards = whole({
  ...list('5', '手冲群名片.csv', { state: 'draft' }),
  format: 'csv',
  header: ['群昵称', '入群时间'],
  samples: [
    ['上海-设计师-小满', '2026-03-01'],
    ['北京-老师-舟舟', '2026-03-02'],
    ['青野', '2026-03-04'],
    ['广州｜产品｜许木', '2026-03-09'],
  ],
  plan: {
    columns: ['card', 'joinedAt'],
    existing: 'fill',
    tags: ['手冲群'],
    origin: '微信群',
    card: ['city', null, 'nickname'],
  },
  checked: null,
  can: { ...nothing, check: true, discard: true },
})

const owner = { 'GET /api/session': ownerSession }
const one = (answer: unknown) => ({ ...owner, 'GET /api/imports/{id}': answer })

export default defineStories({
  group: 'imports',
  answers: {
    'GET /api/imports': { items: imports, next: null },
    'POST /api/imports/{id}/preview': { items: previewed },
    'GET /api/imports/{id}/errors': { items: refused, next: null },
    'GET /api/members/tags': { items: [{ name: '手冲', members: 1_282 }], next: null },
    'GET /api/jobs/{id}': {
      id: 'j6',
      name: 'members.import_run',
      label: '导入成员名单',
      state: 'active',
      attempts: 1,
      retryLimit: 5,
      requestedBy: 'account:1',
      createdAt: ago(12),
      startedAt: ago(2),
      completedAt: null,
      progress: { done: 18_000, total: 41_200, note: null },
      error: null,
      can: { cancel: true, retry: false },
    },
  },
  stories: [
    { name: 'imports', path: '/members/imports', answers: owner },
    {
      name: 'imports empty',
      path: '/members/imports',
      answers: { ...owner, 'GET /api/imports': { items: [], next: null } },
    },
    { name: 'imports loading', path: '/members/imports', answers: { ...owner, 'GET /api/imports': pending } },
    {
      name: 'imports failed',
      path: '/members/imports',
      answers: { ...owner, 'GET /api/imports': fails(503, 'unavailable', '服务暂时不可用，请稍后重试') },
    },
    {
      name: 'import mapping',
      path: '/members/imports/7',
      answers: one(whole({ state: 'draft', can: { ...nothing, check: true, discard: true } })),
    },
    {
      name: 'import checked',
      path: '/members/imports/7',
      answers: one(
        whole({
          state: 'checked',
          checked: found,
          errorFileUrl: '/files/errors',
          can: { ...nothing, check: true, run: true, discard: true },
        }),
      ),
    },
    {
      name: 'import running',
      path: '/members/imports/6',
      answers: one(whole({ ...imports[1], jobId: 'j6', header, checked: { ...found, rows: 41_200 } })),
    },
    {
      name: 'import done',
      path: '/members/imports/7',
      answers: one(
        whole({
          state: 'done',
          checked: found,
          outcome: found,
          errorFileUrl: '/files/errors',
          undoUntil: ago(-30 * days),
          can: { ...nothing, undo: true },
        }),
      ),
    },
    {
      name: 'import group cards',
      path: '/members/imports/5',
      answers: {
        ...one(cards),
        'POST /api/imports/{id}/preview': {
          items: [
            person(2, '小满', { city: '上海' }),
            person(3, '舟舟', { city: '北京' }),
            person(4, '', { reasons: [{ column: 0, message: '群名片不符合「城市-…-昵称」的格式' }] }),
            person(5, '许木', { city: '广州' }),
          ],
        },
      },
    },
    {
      name: 'import unreadable',
      path: '/members/imports/3',
      answers: one(whole({ ...imports[4], header, can: nothing })),
    },
  ],
})
