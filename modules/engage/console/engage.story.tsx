import { defineStories, fails } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'

const days = Array.from({ length: 14 }, (_, n) => ({
  day: `2026-11-${String(n + 9).padStart(2, '0')}`,
  inbox: 380 + ((n * 53) % 140),
  pushSent: 120 + ((n * 37) % 60),
  pushFailed: n === 6 ? 14 : n % 5 === 0 ? 2 : 0,
  mailSent: 60 + ((n * 11) % 25),
  mailFailed: n === 9 ? 3 : 0,
}))

const answer = {
  days,
  reasons: [
    { state: 'dropped', reason: 'read', count: 214 },
    { state: 'dropped', reason: 'gone', count: 31 },
    { state: 'failed', reason: 'status 503', count: 14 },
    { state: 'dropped', reason: 'unseen', count: 9 },
    { state: 'failed', reason: 'timeout', count: 4 },
  ],
  waiting: 3,
  waitingSince: '2026-11-22T11:28:00.000Z',
  browsers: 642,
  told: 6_318,
  read: 4_102,
}

const quiet = days.map(({ day }) => ({
  day,
  inbox: 0,
  pushSent: 0,
  pushFailed: 0,
  mailSent: 0,
  mailFailed: 0,
}))

const session = {
  'GET /api/session': {
    ...ownerSession,
    operator: {
      ...ownerSession.operator!,
      permissions: [...ownerSession.operator!.permissions, 'engage.read'],
    },
  },
}

export default defineStories({
  group: 'engage',
  answers: { 'GET /api/notice-deliveries': answer },
  stories: [
    { name: 'deliveries', path: '/settings/notices', answers: session },
    {
      name: 'deliveries-failing',
      path: '/settings/notices',
      answers: {
        ...session,
        'GET /api/notice-deliveries': { ...answer, days: days.map((day) => ({ ...day, pushFailed: 40 })) },
      },
    },
    {
      name: 'deliveries-none',
      path: '/settings/notices',
      answers: {
        ...session,
        'GET /api/notice-deliveries': {
          days: quiet,
          reasons: [],
          waiting: 0,
          waitingSince: null,
          browsers: 0,
          told: 0,
          read: 0,
        },
      },
    },
    {
      name: 'deliveries-broken',
      path: '/settings/notices',
      answers: { ...session, 'GET /api/notice-deliveries': fails(503, 'unavailable', '服务暂时不可用') },
    },
  ],
})
