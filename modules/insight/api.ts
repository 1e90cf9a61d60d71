/** The face of insight: what other modules may call. */
export { type Assignment, assign, expose } from './experiments/assign.ts'
