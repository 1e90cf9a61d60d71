/** The face of the team: what higher modules may call. */
export { workingTime } from './calendar/calendar.ts'
export { findColleagues } from './people/colleagues.ts'
export { departmentName, findDepartments } from './people/departments.ts'
export { handOverTasks } from './tasks/handover.ts'
export type { LinkedObject, TaskInput } from './tasks/records.ts'
export { changeTask, closeTask, createTask } from './tasks/tasks.ts'
