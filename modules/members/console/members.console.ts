/** Members in the console: the list, a profile, and finding people by name. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import { fieldWords } from './fields/fields.words.ts'
import type { Member } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { privacyWords } from './privacy/privacy.words.ts'
import { tagWords } from './tags/tags.words.ts'

export const membersConsole = defineConsole({
  nav: [
    { area: 'members', path: '/members', label: memberWords.list, order: 10, permission: 'members.read' },
    { area: 'members', path: '/members/tags', label: tagWords.title, order: 80, permission: 'members.read' },
    {
      area: 'members',
      path: '/members/privacy',
      label: privacyWords.nav,
      order: 95,
      permission: 'data_requests.manage',
    },
    {
      area: 'settings',
      path: '/settings/fields',
      label: fieldWords.title,
      order: 15,
      permission: 'members.fields',
      icon: 'table',
      note: fieldWords.navNote,
    },
  ],
  routes: [
    {
      path: '/members',
      title: memberWords.members,
      permission: 'members.read',
      load: () => import('./MembersScreen.tsx'),
    },
    {
      path: '/members/tags',
      title: tagWords.title,
      permission: 'members.read',
      load: () => import('./tags/TagsScreen.tsx'),
    },
    {
      path: '/members/privacy',
      title: privacyWords.title,
      permission: 'data_requests.manage',
      load: () => import('./privacy/PrivacyScreen.tsx'),
    },
    {
      path: '/settings/fields',
      title: fieldWords.title,
      permission: 'members.fields',
      load: () => import('./fields/FieldsScreen.tsx'),
    },
    {
      path: '/members/$id',
      title: memberWords.profile,
      permission: 'members.read',
      load: () => import('./MemberScreen.tsx'),
    },
  ],
  commands: [
    {
      name: memberWords.commandNewcomers,
      icon: 'newcomer',
      words: '新人 newcomers 最近加入',
      permission: 'members.read',
      run: ({ go }) => go('/members?sort=-joinedAt&activeWithinDays=7'),
    },
  ],
  finders: [
    {
      label: memberWords.members,
      permission: 'members.read',
      find: async (text, signal) =>
        (
          await take<{ items: readonly Member[] }>(
            api.GET('/api/members', { params: { query: { q: text.slice(0, 60), limit: 6 } }, signal }),
          )
        ).items.map((member) => ({
          id: member.id,
          name: member.nickname,
          note: member.city || undefined,
          path: `/members/${member.id}`,
        })),
    },
  ],
  today: [
    { place: 'side', order: 20, permission: 'members.read', load: () => import('./Newcomers.tsx') },
    { place: 'side', order: 90, permission: 'demo.manage', load: () => import('./DemoCard.tsx') },
  ],
})
