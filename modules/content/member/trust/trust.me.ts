import Sprout from 'lucide-react/icons/sprout'
import { defineMe } from '#ui/member/declare.ts'
import { trustTitle } from './titles.messages.ts'
import { words } from './trust.words.ts'

export const trustMe = defineMe([
  { path: '/me/trust', label: trustTitle.trust, note: words.note, icon: Sprout, order: 18 },
])
