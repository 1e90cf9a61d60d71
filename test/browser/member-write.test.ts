import { proveStories } from './member-gallery.ts'

proveStories('write', ['new', 'no-board', 'nowhere', 'question', 'poll', 'edit'])
