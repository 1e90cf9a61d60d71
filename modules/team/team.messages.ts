/** Words of the team's permissions, facts, jobs and work. */
import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  mayReadTasks: { zh: '查看全部任务', en: 'See all tasks' },
  mayWork: { zh: '处理任务', en: 'Work on tasks' },
  mayManageTasks: { zh: '调整别人的任务、交接任务', en: 'Change others’ tasks and hand tasks over' },
  mayManageTeam: {
    zh: '管理部门、例会、培训与合作',
    en: 'Manage departments, meetings, training and guests',
  },
  mayManageCalendar: { zh: '设置工作时间与节假日', en: 'Set working hours and holidays' },
  taskCreated: { zh: '新建任务', en: 'A task was made' },
  taskChanged: { zh: '修改了任务', en: 'A task was changed' },
  taskClosed: { zh: '任务结束', en: 'A task was closed' },
  taskReopened: { zh: '重新打开任务', en: 'A task was reopened' },
  tasksHandedOver: { zh: '交接了任务', en: 'Tasks were handed over' },
  departmentChanged: { zh: '调整了部门', en: 'A department was changed' },
  guestChanged: { zh: '更新了合作信息', en: 'An agreement was changed' },
  calendarChanged: { zh: '调整了工作日历', en: 'The working calendar was changed' },
  meetingChanged: { zh: '更新了例会', en: 'A meeting was changed' },
  trainingChanged: { zh: '更新了培训记录', en: 'A training was changed' },
  roundJob: { zh: '生成重复任务、提醒到期任务', en: 'Make repeating tasks, remind of due ones' },
  roundWhy: {
    zh: '按规则生成快到期的重复任务，并在工作时间提醒负责人',
    en: 'Makes the tasks whose turn comes, and reminds owners in working hours',
  },
  sweepJob: { zh: '清理今日里过期的标记', en: 'Sweep old marks of Today' },
  sweepWhy: {
    zh: '推迟和忽略只对还在的事项有意义，90 天后不再保留',
    en: 'Putting off and dismissing matter only while the item is there; 90 days are plenty',
  },
})

export const departmentNames = defineMessages({
  operations: { zh: '社群运营', en: 'Community' },
  product: { zh: '产品', en: 'Product' },
  marketing: { zh: '市场', en: 'Marketing' },
  service: { zh: '客服', en: 'Customer service' },
})

/** What the built-in departments are for, until somebody says it better. */
export const departmentFocus = defineMessages({
  operations: {
    zh: '社群日常、活动和成员关系',
    en: 'Daily life of the community, its activities and people',
  },
  product: { zh: '接住社群里的需求，回告进展', en: 'Takes up what members ask for, and reports back' },
  marketing: { zh: '推广活动，把人带进来', en: 'Promotes activities and brings people in' },
  service: { zh: '处理问题，按时答复', en: 'Solves problems, and answers in time' },
})

export const isBuiltInDepartment = (key: string): key is keyof typeof departmentNames =>
  Object.hasOwn(departmentNames, key)
