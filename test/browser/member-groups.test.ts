import { proveStories } from './member-gallery.ts'

proveStories('groups', [
  'list',
  'list-stranger',
  'list-empty',
  'page',
  'page-newcomer',
  'page-stranger',
  'page-quiet',
  'page-removed',
  'page-waiting',
  'page-missing',
  'join',
  'join-open',
  'join-form',
  'join-review',
  'join-queue',
  'join-refused',
  'members',
  'members-none',
  'newcomers',
  'newcomers-none',
])
