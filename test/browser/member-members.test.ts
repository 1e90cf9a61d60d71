import { proveStories } from './member-gallery.ts'

proveStories('members', ['profile', 'not-a-member', 'trail', 'trail-empty', 'trail-waiting', 'trail-broken'])
