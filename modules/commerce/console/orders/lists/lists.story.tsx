import type { RefusedRow } from '#ui/console/importing/list.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession } from '#ui/console/story/world.ts'
import type { OrderList, PreviewedOrder, Tally, WholeOrderList } from './lists.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'commerce.orders_read', 'commerce.orders_manage'],
  },
}
const none: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, older: 0, lines: 0, failed: 0 }
const found: Tally = {
  rows: 12_480,
  created: 9_306,
  updated: 214,
  unchanged: 130,
  older: 22,
  lines: 2_764,
  failed: 44,
}
const nothing = { check: false, run: false, stop: false, undo: false, discard: false }
const youzan = { id: '1', name: '有赞微商城', currency: 'CNY' }

const list = (id: string, fileName: string, more: Partial<OrderList>): OrderList => ({
  id,
  source: youzan,
  fileName,
  format: 'csv',
  encoding: 'utf-8',
  separator: ',',
  header: [],
  state: 'done',
  trouble: null,
  jobId: null,
  checked: null,
  outcome: none,
  errorFileUrl: null,
  createdBy: '林晓',
  createdAt: ago(3 * hours),
  finishedAt: null,
  undoUntil: null,
  can: nothing,
  ...more,
})
const lists: readonly OrderList[] = [
  list('9', '有赞订单 2026-10.xlsx', {
    format: 'xlsx',
    encoding: 'xlsx',
    state: 'checked',
    checked: found,
    createdAt: ago(4),
    can: { ...nothing, check: true, run: true, discard: true },
  }),
  list('8', '天猫三年订单.csv', {
    source: { ...youzan, id: '2', name: '天猫旗舰店' },
    encoding: 'gb18030',
    state: 'running',
    jobId: 'j8',
    outcome: { ...found, rows: 41_000, created: 31_020, lines: 9_726, failed: 0, updated: 0, older: 0 },
    createdAt: ago(11),
    createdBy: '陈朗',
    can: { ...nothing, stop: true },
  }),
  list('7', '门店收银 9 月.csv', { outcome: found, createdAt: ago(2 * days) }),
  list('6', '老系统导出.xlsx', {
    format: 'xlsx',
    encoding: 'xlsx',
    state: 'failed',
    trouble: 'locked',
    createdAt: ago(20 * days),
  }),
]

const header = [
  '订单编号',
  '订单状态',
  '应付金额(元)',
  '实付金额',
  '下单时间',
  '付款时间',
  '收货人',
  '手机号',
  '商品名称',
  '数量',
  '备注',
]
const row = (
  number: string,
  status: string,
  total: string,
  at: string,
  who: string,
  item: string,
  count = '1',
) => [number, status, total, total, at, at, who, '13812340001', item, count, '']
const samples = [
  row('E2026100100018', '交易成功', '128.00', '2026-10-01 10:00', '林小满', '云间 · 耶加雪菲 227g', '2'),
  row('E2026100100019', '交易成功', '96.00', '2026-10-01 10:12', '韩小禾', '挂耳 · 日常拼配 30 包'),
  row('E2026100100019', '', '', '', '', 'V60 滤纸 100 张'),
  row('E2026100100020', '交易成功', '六十八', '2026-10-01 11:40', '许木', '山丘日常拼配 227g'),
  row('E2026100100021', '待评价', '268.00', '2026-10-01 12:08', '阿澈', '手摇磨豆机'),
  row('E2026100100022', '交易关闭', '48.00', '2026-10-01 13:30', '青野', '每月订阅杯'),
]
const order = (
  at: number,
  number: string,
  customer: string,
  paidMinor: number,
  items: readonly string[],
  more: Partial<PreviewedOrder> = {},
): PreviewedOrder => ({
  row: at,
  rows: items.length,
  number,
  customer,
  status: 'completed',
  totalMinor: paidMinor,
  paidMinor,
  refundedMinor: 0,
  placedAt: '2026-10-01T02:00:00Z',
  items: [...items],
  reasons: [],
  ...more,
})
const wrong = (at: number, number: string, column: number, message: string): PreviewedOrder =>
  order(at, number, '', 0, [], { status: null, reasons: [{ column, message }] })
const previewed: readonly PreviewedOrder[] = [
  order(2, 'E2026100100018', '林小满 · 13812340001', 12_800, ['云间 · 耶加雪菲 227g × 2']),
  order(3, 'E2026100100019', '韩小禾 · 13812340001', 9_600, ['挂耳 · 日常拼配 30 包', 'V60 滤纸 100 张'], {
    status: 'partly_refunded',
    refundedMinor: 1_800,
  }),
  wrong(5, 'E2026100100020', 2, '金额不正确，请写成 68.00'),
  wrong(6, 'E2026100100021', 1, '不认识的订单状态'),
  order(7, 'E2026100100022', '青野 · 13812340001', 0, ['每月订阅杯'], { status: 'cancelled' }),
]
const refused: readonly RefusedRow[] = [
  { row: 5, cells: samples[3]!, reasons: [{ column: 2, message: '金额不正确，请写成 68.00' }] },
  { row: 6, cells: samples[4]!, reasons: [{ column: 1, message: '不认识的订单状态' }] },
  {
    row: 431,
    cells: row('E2026100100018', '交易成功', '128.00', '2026-10-01 10:00', '林小满', '耶加雪菲'),
    reasons: [{ column: 0, message: '同一订单号在前面出现过；一笔订单的多行请放在一起' }],
  },
  {
    row: 902,
    cells: row('E2026100300107', '已退款', '68.00', '2026-10-03 09:10', '舟舟', '山丘日常拼配 227g'),
    reasons: [{ column: null, message: '退款合计超过实付金额' }],
  },
]

const whole = (more: Partial<WholeOrderList>): WholeOrderList => ({
  ...list('9', '有赞订单 2026-10.xlsx', { format: 'xlsx', encoding: 'xlsx' }),
  header,
  samples,
  plan: {
    columns: [
      'number',
      'status',
      'total',
      'paid',
      'placedAt',
      'paidAt',
      'name',
      'phone',
      'item',
      'quantity',
      null,
    ],
    amounts: 'major',
  },
  planned: true,
  targets: ['number', 'status', 'total', 'placedAt'],
  ...more,
})
const source = (id: string, key: string, name: string) => ({
  id,
  key,
  name,
  currency: 'CNY',
  hookPath: `/api/orders/hooks/${key}`,
  secretAt: null,
  formerUntil: null,
  archivedAt: null,
  createdAt: ago(90 * days),
  can: { change: true },
})
const one = (answer: unknown) => ({ 'GET /api/order-lists/{id}': answer })

export default defineStories({
  group: 'order-imports',
  answers: {
    'GET /api/session': session,
    'GET /api/order-lists': { items: lists, next: null },
    'POST /api/order-lists/{id}/preview': { items: previewed },
    'GET /api/order-lists/{id}/errors': { items: refused, next: null },
    'GET /api/order-sources': {
      items: [source('1', 'youzan', '有赞微商城'), source('2', 'tmall', '天猫旗舰店')],
    },
    'GET /api/jobs/{id}': {
      id: 'j8',
      name: 'commerce.order_list_run',
      label: '导入订单',
      state: 'active',
      attempts: 1,
      retryLimit: 5,
      requestedBy: 'account:1',
      createdAt: ago(11),
      startedAt: ago(2),
      completedAt: null,
      progress: { done: 41_000, total: 96_400, note: null },
      error: null,
      can: { cancel: true, retry: false },
    },
  },
  stories: [
    { name: 'order imports', path: '/orders/imports' },
    {
      name: 'order imports empty',
      path: '/orders/imports',
      answers: { 'GET /api/order-lists': { items: [], next: null } },
    },
    { name: 'order imports loading', path: '/orders/imports', answers: { 'GET /api/order-lists': pending } },
    {
      name: 'order imports failed',
      path: '/orders/imports',
      answers: { 'GET /api/order-lists': fails(503, 'unavailable', '服务暂时不可用，请稍后重试') },
    },
    { name: 'order imports upload', path: '/orders/imports?upload=yes' },
    {
      name: 'order imports without a source',
      path: '/orders/imports?upload=yes',
      answers: { 'GET /api/order-sources': { items: [] } },
    },
    {
      name: 'order import mapping',
      path: '/orders/imports/9',
      answers: one(whole({ state: 'draft', can: { ...nothing, check: true, discard: true } })),
    },
    {
      name: 'order import columns wrong',
      path: '/orders/imports/9',
      answers: {
        ...one(whole({ state: 'draft', can: { ...nothing, check: true, discard: true } })),
        'POST /api/order-lists/{id}/preview': fails(
          422,
          'list_columns_wrong',
          '请指明订单号、金额和下单时间各是哪一列，每种只能选一次',
        ),
      },
    },
    {
      name: 'order import checked',
      path: '/orders/imports/9',
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
      name: 'order import running',
      path: '/orders/imports/8',
      answers: one(whole({ ...lists[1], header, checked: { ...found, rows: 96_400 } })),
    },
    {
      name: 'order import done',
      path: '/orders/imports/9',
      answers: one(
        whole({
          state: 'done',
          checked: found,
          outcome: found,
          errorFileUrl: '/files/errors',
          finishedAt: ago(2),
        }),
      ),
    },
    {
      name: 'order import unreadable',
      path: '/orders/imports/6',
      answers: one(whole({ ...lists[3], header, can: nothing })),
    },
  ],
})
