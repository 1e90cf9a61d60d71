/** Notices on the member site. */
import { defineMember } from '#ui/member/declare.ts'
import { titles } from './titles.messages.ts'

export const engageMember = defineMember({
  screens: [
    {
      path: '/inbox',
      title: titles.inbox,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./InboxScreen.tsx'),
    },
    {
      path: '/me/notices',
      title: titles.settings,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./SettingsScreen.tsx'),
    },
    {
      path: '/stop-mail/$token',
      title: titles.stopMail,
      for: 'anyone',
      frame: 'door',
      load: () => import('./StopMailScreen.tsx'),
    },
  ],
})
