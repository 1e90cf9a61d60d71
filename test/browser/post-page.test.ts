import { proveStories } from './member-gallery.ts'

proveStories('post', [
  'question',
  'own',
  'stranger',
  'outsider',
  'article',
  'poll',
  'poll-voted',
  'unanswered',
  'hidden',
  'locked',
  'talk-fails',
  'merged',
  'missing',
  'waiting',
])
