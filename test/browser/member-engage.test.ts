import { proveStories } from './member-gallery.ts'

proveStories('engage', [
  'inbox',
  'inbox-empty',
  'inbox-waiting',
  'inbox-broken',
  'settings',
  'settings-paused-weekly',
  'stop-mail',
  'stop-mail-stopped',
  'stop-mail-wrong',
])
