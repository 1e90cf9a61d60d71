import { proveStories } from './member-gallery.ts'

proveStories('home', [
  'stranger',
  'newcomer',
  'settled',
  'waiting',
  'trail-broken',
  'me',
  'me-settled',
  'missing',
  'broken',
])
