import { defineStories, fails } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession, viewerSession } from '#ui/console/story/world.ts'
import type { TrackKeys } from './TrackingScreen.tsx'

const keys: TrackKeys = {
  items: [
    {
      id: '4',
      name: '小程序商城（联调）',
      prefix: 'wk_v9Tb2',
      test: true,
      createdAt: ago(2 * days),
      lastUsedAt: ago(26 * hours),
      can: { withdraw: true },
    },
    {
      id: '3',
      name: '门店点单屏',
      prefix: 'wk_hq40m',
      test: false,
      createdAt: ago(9 * days),
      lastUsedAt: null,
      can: { withdraw: true },
    },
    {
      id: '2',
      name: '山丘咖啡商店',
      prefix: 'wk_p2Xq7',
      test: false,
      createdAt: ago(140 * days),
      lastUsedAt: ago(40),
      can: { withdraw: true },
    },
    {
      id: '1',
      name: '品牌官网',
      prefix: 'wk_k7RwA',
      test: false,
      createdAt: ago(210 * days),
      lastUsedAt: ago(12),
      can: { withdraw: true },
    },
  ],
  next: null,
}
const none: TrackKeys = { items: [], next: null }

const session = { 'GET /api/session': ownerSession }

export default defineStories({
  group: 'tracking',
  answers: {
    'GET /api/track-keys': keys,
    'POST /api/track-keys': { ...keys.items[1], secret: 'wk_hq40m_an_example' },
  },
  stories: [
    { name: 'keys', path: '/settings/tracking', answers: session },
    { name: 'new key', path: '/settings/tracking?new=1', answers: session },
    { name: 'no keys', path: '/settings/tracking', answers: { ...session, 'GET /api/track-keys': none } },
    {
      name: 'not allowed',
      path: '/settings/tracking',
      answers: { 'GET /api/session': viewerSession },
    },
    {
      name: 'unreachable',
      path: '/settings/tracking',
      answers: { ...session, 'GET /api/track-keys': fails(503, 'busy', '服务暂时不可用，请稍后重试') },
    },
  ],
})
