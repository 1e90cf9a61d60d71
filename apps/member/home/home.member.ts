import { defineMember } from '#ui/member/declare.ts'
import { shell } from '../app.messages.ts'

export const homeMember = defineMember({
  tabs: [{ path: '/', label: shell.home, glyph: 'home', order: 0 }],
  screens: [
    {
      path: '/',
      title: shell.home,
      for: 'anyone',
      frame: 'shell',
      load: () => import('./MemberHome.tsx'),
      strangersSee: () => import('./PublicHome.tsx'),
    },
  ],
})
