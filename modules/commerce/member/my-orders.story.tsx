import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago } from '#ui/member/story-data.ts'

const order = (
  id: string,
  status: string,
  paidMinor: number,
  items: readonly object[],
  more: object = {},
) => ({
  id,
  externalId: `E20261119000${id}`,
  source: { id: '1', name: '微信小店' },
  status,
  currency: 'CNY',
  totalMinor: paidMinor,
  paidMinor,
  refundedMinor: 0,
  itemCount: items.length,
  names: [],
  lines: items.length,
  placedAt: ago(20 + Number(id) * 200),
  paidAt: ago(20 + Number(id) * 200),
  items,
  ...more,
})
const items = [
  order('1', 'shipped', 9_600, [
    { name: '云间 · 耶加雪菲 227g', quantity: 1, totalMinor: 6_800 },
    { name: 'V60 滤纸 100 张', quantity: 1, totalMinor: 2_800 },
  ]),
  order(
    '2',
    'partly_refunded',
    17_600,
    [{ name: '挂耳 · 日常拼配 30 包', quantity: 2, totalMinor: 17_600 }],
    {
      refundedMinor: 8_800,
    },
  ),
]

export default defineStories({
  group: 'orders',
  answers: { 'GET /api/me/orders': { items, next: 'more' } },
  stories: [
    { name: 'mine', path: '/me/orders' },
    { name: 'none', path: '/me/orders', answers: { 'GET /api/me/orders': { items: [], next: null } } },
    { name: 'waiting', path: '/me/orders', answers: { 'GET /api/me/orders': pending } },
    {
      name: 'failed',
      path: '/me/orders',
      answers: { 'GET /api/me/orders': fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
