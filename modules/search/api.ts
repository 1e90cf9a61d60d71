/** The face of search: what other modules may call. */
export { refresh as refreshIndex } from './index/keep.ts'
