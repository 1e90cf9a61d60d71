import { proveStories } from './member-gallery.ts'

proveStories('desk', ['reports', 'waiting', 'none', 'not-a-host'])
