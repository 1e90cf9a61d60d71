/** The person one is here: profile and trail. */
import { defineMember } from '#ui/member/declare.ts'
import { titles } from './titles.messages.ts'

export const membersMember = defineMember({
  screens: [
    {
      path: '/me/profile',
      title: titles.profile,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./ProfileScreen.tsx'),
    },
    {
      path: '/me/data',
      title: titles.data,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./data/DataScreen.tsx'),
    },
    {
      path: '/me/trail',
      title: titles.trail,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./TrailScreen.tsx'),
    },
  ],
})
