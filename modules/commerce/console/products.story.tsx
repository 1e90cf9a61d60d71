import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'commerce.read', 'commerce.edit'],
  },
}
const product = (id: string, name: string, summary: string, priceMinor: number, more: object = {}) => ({
  id,
  sku: `SQ-${id.padStart(4, '0')}`,
  name,
  summary,
  priceMinor,
  currency: 'CNY',
  pictureFileId: null,
  pictureUrl: null,
  link: 'https://shop.shanqiu.example/p/227',
  miniAppId: '',
  miniPath: '',
  createdAt: '2026-10-08T02:00:00Z',
  archivedAt: null,
  ...more,
})
const items = [
  product('1', '云间 · 耶加雪菲 227g', '柑橘与茉莉，浅烘手冲', 6800),
  product('2', '日常 · 拼配挂耳 10 片', '办公室一分钟一杯', 4500, {
    link: '',
    miniAppId: 'wx0123456789abcdef',
    miniPath: 'pages/goods?id=2',
  }),
  product('3', '山丘 V60 陶瓷滤杯', '01 号，哑光松绿', 12800, { pictureUrl: '/console/icon-192.png' }),
]

export default defineStories({
  group: 'products',
  answers: {
    'GET /api/session': session,
    'GET /api/members/views': { items: [] },
    'GET /api/products': { items, next: null },
  },
  stories: [
    { name: 'list', path: '/products' },
    { name: 'empty', path: '/products', answers: { 'GET /api/products': { items: [], next: null } } },
    { name: 'waiting', path: '/products', answers: { 'GET /api/products': pending } },
    {
      name: 'failed',
      path: '/products',
      answers: { 'GET /api/products': fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
