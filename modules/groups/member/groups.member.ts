/** Groups on the member site. */
import { defineMember } from '#ui/member/declare.ts'
import { titles } from './titles.messages.ts'

export const groupsMember = defineMember({
  tabs: [{ path: '/groups', label: titles.groups, glyph: 'houses', order: 20, signedIn: true }],
  screens: [
    {
      path: '/groups',
      title: titles.groups,
      for: 'anyone',
      frame: 'shell',
      load: () => import('./GroupsScreen.tsx'),
    },
    {
      path: '/groups/$slug',
      title: titles.groups,
      for: 'anyone',
      frame: 'shell',
      load: () => import('./GroupScreen.tsx'),
    },
    {
      path: '/groups/$slug/join',
      title: titles.join,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./JoinScreen.tsx'),
    },
    {
      path: '/groups/$slug/members',
      title: titles.members,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./FellowsScreen.tsx'),
    },
    {
      path: '/groups/$slug/newcomers',
      title: titles.newcomers,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./NewcomersScreen.tsx'),
    },
  ],
})
