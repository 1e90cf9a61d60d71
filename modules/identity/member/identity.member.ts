/** Doors, policies and the account: what identity adds to the member site. */
import { defineMember, type MemberScreen } from '#ui/member/declare.ts'
import { titles } from './titles.messages.ts'

const doors: readonly MemberScreen[] = [
  {
    path: '/join',
    title: titles.join,
    for: 'stranger',
    frame: 'door',
    load: () => import('./JoinScreen.tsx'),
  },
  {
    path: '/sign-in',
    title: titles.signIn,
    for: 'stranger',
    frame: 'door',
    load: () => import('./SignInScreen.tsx'),
  },
  {
    path: '/sign-in/two-factor',
    title: titles.twoFactor,
    for: 'stranger',
    frame: 'door',
    load: () => import('./TwoFactorScreen.tsx'),
  },
  {
    path: '/forgotten',
    title: titles.forgotten,
    for: 'stranger',
    frame: 'door',
    load: () => import('./ForgottenScreen.tsx'),
  },
  {
    path: '/reset',
    title: titles.reset,
    for: 'anyone',
    frame: 'door',
    load: () => import('./ResetScreen.tsx'),
  },
  {
    path: '/verify',
    title: titles.verify,
    for: 'anyone',
    frame: 'door',
    load: () => import('./VerifyScreen.tsx'),
  },
]

export const identityMember = defineMember({
  screens: [
    ...doors,
    {
      path: '/policies/$kind',
      title: titles.policies,
      for: 'anyone',
      frame: 'shell',
      load: () => import('./PolicyScreen.tsx'),
    },
    {
      path: '/me/account',
      title: titles.account,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./AccountScreen.tsx'),
    },
    {
      path: '/me/security',
      title: titles.security,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./SecurityScreen.tsx'),
    },
    {
      path: '/me/privacy',
      title: titles.privacy,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./PrivacyScreen.tsx'),
    },
  ],
})
