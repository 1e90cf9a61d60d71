/** The face of search: what other modules may call. */
export { findSimilar } from './find/similar.ts'
export { refresh as refreshIndex } from './index/keep.ts'
