/** The line of Me that leads to the wishes about notices. */
import BellRing from 'lucide-react/icons/bell-ring'
import { defineMe } from '#ui/member/declare.ts'
import { inboxWords as words } from './inbox.words.ts'
import { titles } from './titles.messages.ts'

export const engageMe = defineMe([
  { path: '/me/notices', label: titles.settings, note: words.settingsNote, icon: BellRing, order: 28 },
])
