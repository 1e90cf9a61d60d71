import { proveStories } from './member-gallery.ts'

proveStories('orders', ['mine', 'none', 'waiting', 'failed'])
