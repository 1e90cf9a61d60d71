/** The face of groups: what other modules may call. */
export { type BoardStanding, findBoardStandings, mayModerate } from './boards/standing.ts'
