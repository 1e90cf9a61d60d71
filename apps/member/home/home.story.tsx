import { defineStories, fails } from '#ui/console/story/story.ts'
import { memberSession, ownProfile, strangerSession } from '#ui/member/story-data.ts'

const settled = {
  'GET /api/member': { ...ownProfile, avatarUrl: '/icon-192.png' },
  'GET /api/account/passkeys': {
    items: [{ id: '1', name: 'iPhone · Safari', createdAt: ownProfile.joinedAt, backedUp: true }],
  },
}

export default defineStories({
  group: 'home',
  answers: { 'GET /api/session': memberSession },
  stories: [
    { name: 'stranger', path: '/', answers: { 'GET /api/session': strangerSession } },
    { name: 'newcomer', path: '/' },
    { name: 'settled', path: '/', answers: settled },
    { name: 'me', path: '/me' },
    { name: 'me-settled', path: '/me', answers: settled },
    { name: 'missing', path: '/nowhere' },
    {
      name: 'broken',
      path: '/',
      answers: {
        'GET /api/session': fails(
          500,
          'internal',
          '服务器出错了，请稍后重试；如反复出现，请把编号发给管理员',
        ),
      },
    },
  ],
})
