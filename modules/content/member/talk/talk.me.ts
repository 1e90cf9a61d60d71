import Rss from 'lucide-react/icons/rss'
import Star from 'lucide-react/icons/star'
import { defineMe } from '#ui/member/declare.ts'
import { talkWords as words } from './talk.words.ts'
import { talkTitles } from './titles.messages.ts'

export const talkMe = defineMe([
  { path: '/me/bookmarks', label: talkTitles.bookmarks, note: words.bookmarksNote, icon: Star, order: 13 },
  { path: '/me/follows', label: talkTitles.follows, note: words.followsNote, icon: Rss, order: 13 },
])
