/** The face of content: what other modules may call. */
export {
  findCommentsOn,
  findOpenBoards,
  findSaidComments,
  findSaidPosts,
  listSaid,
  type Said,
} from './talk/said.ts'
