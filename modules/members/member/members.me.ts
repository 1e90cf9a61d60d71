/** The lines of Me that members answers for. */
import Footprints from 'lucide-react/icons/footprints'
import Tags from 'lucide-react/icons/tags'
import UserPen from 'lucide-react/icons/user-pen'
import { defineMe } from '#ui/member/declare.ts'
import { notes } from './me-notes.messages.ts'
import { titles } from './titles.messages.ts'

export const membersMe = defineMe([
  { path: '/me/profile', label: titles.profile, note: notes.profile, icon: UserPen, order: 10 },
  { path: '/me/data', label: titles.data, note: notes.data, icon: Tags, order: 12 },
  { path: '/me/trail', label: titles.trail, note: notes.trail, icon: Footprints, order: 15 },
])
