/** Words of the rail, the week and titles. */
import { defineMessages } from '#base/i18n/messages.ts'

export const teamWords = defineMessages({
  tasks: { zh: '任务', en: 'Tasks' },
  task: { zh: '任务', en: 'Task' },
  workload: { zh: '工作量', en: 'Workload' },
  meetings: { zh: '例会', en: 'Meetings' },
  meeting: { zh: '例会', en: 'Meeting' },
  departments: { zh: '部门与合作', en: 'Departments and guests' },
  departmentsNote: {
    zh: '谁负责什么，专家和伙伴约定了什么',
    en: 'Who answers for what; experts and partners',
  },
  workingTime: { zh: '工作时间与节假日', en: 'Hours and holidays' },
  workingTimeNote: { zh: '时限按工作时间计算，含调休', en: 'Time limits count in working time' },
  training: { zh: '团队培训', en: 'Training' },
  trainingNote: { zh: '学过什么，还缺什么', en: 'What was learned, and what is missing' },
  commandTask: { zh: '新建任务', en: 'New task' },
  commandMeeting: { zh: '召集例会', en: 'Call a meeting' },
  week: { zh: '本周日历', en: 'My week' },
  openTasks: { zh: '全部任务', en: 'All tasks' },
  weekEmpty: { zh: '这周还没有到期的任务和例会', en: 'No tasks due and no meetings this week' },
  dayEmpty: { zh: '这天没有安排', en: 'Nothing on this day' },
  mine: { zh: '我的任务', en: 'My tasks' },
  ofDepartment: { zh: '部门待接', en: 'For the department' },
  off: { zh: '休', en: 'off' },
  makeUp: { zh: '班', en: 'work' },
  done: { zh: '已完成', en: 'done' },
  itemsOn: { zh: '{count} 件', en: '{count|one thing|{count} things}' },
})
