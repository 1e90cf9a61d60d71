import { proveStories } from './member-gallery.ts'

proveStories('parts', ['buttons', 'form', 'people-and-houses', 'states', 'waiting', 'switches', 'sheet'])
