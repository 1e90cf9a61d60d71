import { proveStories } from './member-gallery.ts'

proveStories('home', ['stranger', 'newcomer', 'settled', 'me', 'me-settled', 'missing', 'broken'])
