/** The face of the team: what higher modules may call. */
export { workingTime } from './calendar/calendar.ts'
