/** Search on the member site. */
import { defineMember } from '#ui/member/declare.ts'
import { searchTitles } from './titles.messages.ts'

export const searchMember = defineMember({
  screens: [
    {
      path: '/search',
      title: searchTitles.search,
      for: 'anyone',
      frame: 'shell',
      load: () => import('./SearchScreen.tsx'),
    },
  ],
})
