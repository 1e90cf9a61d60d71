/** The face of groups: what other modules may call. */
export { type BoardsAsOf, boardsAsOf } from './boards/remembered.ts'
export { type BoardStanding, findBoardStandings, mayModerate } from './boards/standing.ts'
export { activeMembersOf } from './health/health.sql.ts'
export { findGroupHealth, type GroupHealth } from './health/latest.ts'
export { findActivityLines } from './health/measuring.ts'
