import { proveStories } from './member-gallery.ts'

proveStories('search', [
  'start',
  'found',
  'meant',
  'narrowed',
  'topics',
  'nothing',
  'nothing-narrowed',
  'stranger',
  'waiting',
  'failing',
])
