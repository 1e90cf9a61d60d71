import { proveStories } from './member-gallery.ts'

proveStories('members', [
  'profile',
  'not-a-member',
  'data',
  'data-agreed-and-ready',
  'data-nothing-asked',
  'trail',
  'trail-empty',
  'trail-waiting',
  'trail-broken',
])
