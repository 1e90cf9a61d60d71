import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'commerce.orders_read',
      'commerce.orders_manage',
      'commerce.orders_export',
    ],
  },
}
const order = (id: string, names: readonly string[], paidMinor: number, more: object = {}) => ({
  id,
  externalId: `E2026111900${id.padStart(4, '0')}`,
  source: { id: '1', name: '有赞微商城' },
  member: { id: `10${id}`, nickname: ['阿澈', '韩小禾', '许木', '青野'][Number(id) % 4], avatarUrl: null },
  customer: { id: `20${id}`, name: '' },
  status: 'completed',
  currency: 'CNY',
  totalMinor: paidMinor,
  paidMinor,
  refundedMinor: 0,
  itemCount: names.length,
  names,
  lines: names.length,
  placedAt: `2026-11-${String(19 - Number(id)).padStart(2, '0')}T02:00:00Z`,
  paidAt: `2026-11-${String(19 - Number(id)).padStart(2, '0')}T02:02:00Z`,
  ...more,
})
const items = [
  order('1', ['云间 · 耶加雪菲 227g', 'V60 滤纸 100 张'], 9_600, { status: 'paid' }),
  order('2', ['挂耳 · 日常拼配 30 包'], 8_800, { status: 'shipped' }),
  order('3', ['手摇磨豆机'], 26_800, { status: 'partly_refunded', refundedMinor: 5_000 }),
  order('4', ['山丘日常拼配 227g'], 4_800, { member: null, customer: { id: '204', name: '王女士' } }),
  order('5', ['分享壶 600ml', '海盐曲奇 6 片', 'V60 滤纸 100 张'], 14_300),
  order('6', ['每月订阅杯'], 3_200, { status: 'cancelled', paidMinor: 0, paidAt: null }),
]
const customer = (id: string, name: string, phone: string | null, more: object = {}) => ({
  id,
  source: { id: '1', name: '有赞微商城' },
  name,
  external: null,
  phone,
  email: null,
  several: false,
  matchedBy: null,
  orders: 3,
  paidMinor: 28_400,
  currency: 'CNY',
  lastAt: '2026-11-16T02:00:00Z',
  can: { match: true },
  ...more,
})
const source = (id: string, key: string, name: string, more: object = {}) => ({
  id,
  key,
  name,
  currency: 'CNY',
  hookPath: `/api/orders/hooks/${key}`,
  secretAt: null,
  formerUntil: null,
  archivedAt: null,
  createdAt: '2026-08-01T02:00:00Z',
  can: { change: true },
  ...more,
})

const whole = (shown: (typeof items)[number], more: object = {}) => ({
  ...shown,
  customer: customer('20', '', '139****7712', { matchedBy: 'phone', can: { match: false } }),
  items: [
    {
      line: 1,
      productId: '8',
      sku: 'MOJ-01',
      name: '手摇磨豆机',
      quantity: 1,
      unitMinor: 21_800,
      totalMinor: 21_800,
    },
    {
      line: 2,
      productId: '9',
      sku: 'V60-100',
      name: 'V60 滤纸 100 张',
      quantity: 2,
      unitMinor: 2_500,
      totalMinor: 5_000,
    },
  ],
  refunds: [
    {
      id: '7',
      externalId: 'R1',
      amountMinor: 5_000,
      reason: '滤纸少发',
      refundedAt: '2026-11-18T03:20:00Z',
    },
  ],
  changes: [
    {
      was: 'paid',
      became: 'shipped',
      updatedAt: '2026-11-16T09:00:00Z',
      receivedAt: '2026-11-16T09:00:02Z',
    },
    {
      was: 'shipped',
      became: 'partly_refunded',
      updatedAt: '2026-11-18T03:20:00Z',
      receivedAt: '2026-11-18T03:20:04Z',
    },
  ],
  shippedAt: '2026-11-16T09:00:00Z',
  completedAt: null,
  cancelledAt: null,
  receivedAt: '2026-11-18T03:20:04Z',
  arrivedBy: 'hook',
  ...more,
})

export default defineStories({
  group: 'orders',
  answers: {
    'GET /api/session': session,
    'GET /api/orders/views': { items: [] },
    'GET /api/orders': { items, next: null },
    'GET /api/orders/{id}': whole(items[2]!),
    'GET /api/order-customers': {
      items: [
        customer('1', '王女士', '138****0004'),
        customer('2', '', '139****2210', { orders: 1, paidMinor: 6_800 }),
        customer('3', '小满妈妈', '136****8801', { several: true }),
      ],
      next: null,
      total: 3,
    },
    'GET /api/order-sources': {
      items: [
        source('1', 'youzan', '有赞微商城', {
          secretAt: '2026-10-02T02:00:00Z',
          formerUntil: '2026-11-20T02:00:00Z',
        }),
        source('2', 'till', '门店收银'),
        source('3', 'old', '旧小程序', { archivedAt: '2026-09-01T02:00:00Z' }),
      ],
    },
  },
  stories: [
    { name: 'list', path: '/orders' },
    { name: 'empty', path: '/orders', answers: { 'GET /api/orders': { items: [], next: null } } },
    { name: 'waiting', path: '/orders', answers: { 'GET /api/orders': pending } },
    {
      name: 'failed',
      path: '/orders',
      answers: { 'GET /api/orders': fails(503, 'unavailable', '服务暂时不可用') },
    },
    { name: 'order', path: '/orders?order=3' },
    {
      name: 'order of nobody',
      path: '/orders?order=4',
      answers: {
        'GET /api/orders/{id}': whole(items[3]!, {
          customer: customer('4', '王女士', '138****0004'),
          items: [
            {
              line: 1,
              productId: '3',
              sku: 'SQ-227',
              name: '山丘日常拼配 227g',
              quantity: 1,
              unitMinor: 4_800,
              totalMinor: 4_800,
            },
          ],
          refunds: [],
          changes: [],
        }),
      },
    },
    { name: 'unmatched', path: '/orders/unmatched' },
    { name: 'sources', path: '/settings/orders' },
  ],
})
