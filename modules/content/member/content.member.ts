/** Content on the member site. One line for each screen: the first load carries this list. */
import { defineMember } from '#ui/member/declare.ts'
import { trustTitle } from './trust/titles.messages.ts'

export const contentMember = defineMember({
  screens: [
    {
      path: '/me/trust',
      title: trustTitle.trust,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./trust/TrustScreen.tsx'),
    },
  ],
})
