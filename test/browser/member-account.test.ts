import { proveStories } from './member-gallery.ts'

proveStories('account', ['policy', 'account', 'security', 'privacy'])
