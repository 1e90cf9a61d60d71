import { proveStories } from './member-gallery.ts'

proveStories('doors', [
  'sign-in',
  'sign-in-expired-link',
  'two-factor',
  'join',
  'forgotten',
  'reset',
  'verified',
  'verify-other-browser',
  'verify-failed',
])
