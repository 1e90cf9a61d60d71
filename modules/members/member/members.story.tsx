import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, memberSession, ownProfile } from '#ui/member/story-data.ts'

const moment = (id: number, name: string, hours: number, props: object = {}) => ({
  id: String(id),
  name,
  occurredAt: ago(hours),
  value: null,
  object: null,
  props,
})

const officer = {
  'GET /api/session': {
    ...memberSession,
    member: null,
    operator: { role: 'operator', roleName: '运营', permissions: [], twoFactorNeeded: false },
  },
}

export default defineStories({
  group: 'members',
  answers: {
    'GET /api/member': ownProfile,
    'GET /api/member/timeline': {
      items: [
        moment(9, 'page_view', 0.4, { path: '/' }),
        moment(8, 'page_view', 0.5, { path: '/me/profile' }),
        moment(7, 'check_in', 2),
        moment(6, 'comment_posted', 26, { post: 1 }),
        moment(5, 'order_paid', 28),
        moment(4, 'post_viewed', 29, { post: 1 }),
        moment(2, 'member.profile_changed', 96),
        moment(1, 'member.joined', 185 * 24),
      ],
      next: null,
    },
  },
  stories: [
    { name: 'profile', path: '/me/profile' },
    { name: 'not-a-member', path: '/me/profile', answers: officer },
    { name: 'trail', path: '/me/trail' },
    {
      name: 'trail-empty',
      path: '/me/trail',
      answers: { 'GET /api/member/timeline': { items: [], next: null } },
    },
    { name: 'trail-waiting', path: '/me/trail', answers: { 'GET /api/member/timeline': pending } },
    {
      name: 'trail-broken',
      path: '/me/trail',
      answers: { 'GET /api/member/timeline': fails(500, 'internal', '服务器出错了') },
    },
  ],
})
