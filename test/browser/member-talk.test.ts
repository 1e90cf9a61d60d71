import { proveStories } from './member-gallery.ts'

proveStories('talk', [
  'bookmarks',
  'bookmarks-none',
  'bookmarks-waiting',
  'bookmarks-failed',
  'follows',
  'follows-none',
  'follows-waiting',
  'follows-failed',
])
