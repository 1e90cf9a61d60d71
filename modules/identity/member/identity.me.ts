/** The lines of Me that identity answers for. */
import KeyRound from 'lucide-react/icons/key-round'
import ShieldCheck from 'lucide-react/icons/shield-check'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { defineMe } from '#ui/member/declare.ts'
import { notes } from './me-notes.messages.ts'
import { titles } from './titles.messages.ts'

export const identityMe = defineMe([
  { path: '/me/account', label: titles.account, note: notes.account, icon: SlidersHorizontal, order: 20 },
  { path: '/me/security', label: titles.security, note: notes.security, icon: KeyRound, order: 30 },
  { path: '/me/privacy', label: titles.privacy, note: notes.privacy, icon: ShieldCheck, order: 40 },
])
