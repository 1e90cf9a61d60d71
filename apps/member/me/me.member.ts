import { defineMember } from '#ui/member/declare.ts'
import { shell } from '../app.messages.ts'

export const meMember = defineMember({
  tabs: [{ path: '/me', label: shell.myPage, glyph: 'person', order: 100, signedIn: true }],
  screens: [
    {
      path: '/me',
      title: shell.myPage,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./MeScreen.tsx'),
    },
  ],
})
