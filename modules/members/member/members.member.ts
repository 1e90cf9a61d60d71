/** The person one is here: profile and trail. */
import Footprints from 'lucide-react/icons/footprints'
import UserPen from 'lucide-react/icons/user-pen'
import { defineMember } from '#ui/member/declare.ts'
import { ownProfileQuery } from './members.queries.ts'
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
      path: '/me/trail',
      title: titles.trail,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./TrailScreen.tsx'),
    },
  ],
  me: [
    { path: '/me/profile', label: titles.profile, note: titles.profileNote, icon: UserPen, order: 10 },
    { path: '/me/trail', label: titles.trail, note: titles.trailNote, icon: Footprints, order: 15 },
  ],
  firstSteps: [
    {
      name: 'profile',
      label: titles.stepProfile,
      action: titles.stepProfileAction,
      path: '/me/profile',
      order: 20,
      isDone: async (client) => {
        const { avatarUrl, bio } = await client.fetchQuery(ownProfileQuery)
        return avatarUrl !== null && bio !== ''
      },
    },
  ],
})
