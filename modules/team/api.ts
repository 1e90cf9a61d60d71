/** The face of the team: what higher modules may call. */
export { workingTime } from './calendar/calendar.ts'
export { requireColleagues } from './people/colleagues.ts'
