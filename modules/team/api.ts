/** The face of the team: what higher modules may call. */
export { workingTime } from './calendar/calendar.ts'
export { findColleagues, requireColleagues } from './people/colleagues.ts'
