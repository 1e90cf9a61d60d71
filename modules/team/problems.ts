import { defineProblems } from '#base/http/problem.ts'

export const teamProblems = defineProblems({
  taskNotFound: { status: 404, message: { zh: '没有找到这项任务', en: 'There is no such task' } },
  taskClosed: {
    status: 409,
    message: { zh: '任务已经结束，先重新打开再修改', en: 'The task is closed; reopen it first' },
  },
  taskOpen: { status: 409, message: { zh: '任务还没有结束', en: 'The task is not closed' } },
  childrenOpen: {
    status: 409,
    message: {
      zh: '还有 {count} 项子任务没有完成',
      en: '{count|One part is|{count} parts are} not done yet',
    },
  },
  proofNeeded: {
    status: 422,
    message: {
      zh: '请写下验证结果：{check}',
      en: 'Say what you found when you checked: {check}',
    },
  },
  treeTooDeep: {
    status: 422,
    message: { zh: '任务最多拆成 {limit} 层', en: 'A task can be broken down {limit} levels deep' },
  },
  tooManySteps: {
    status: 422,
    message: { zh: '一项任务最多 {limit} 个检查项', en: 'A task has at most {limit} steps' },
  },
  ruleInvalid: {
    status: 422,
    message: { zh: '这个重复规则无法识别', en: 'This rule for repeating cannot be read' },
  },
  ruleNeedsDue: {
    status: 422,
    message: { zh: '重复的任务要有第一次的截止时间', en: 'A task that repeats needs a first due time' },
  },
  ownerUnknown: {
    status: 422,
    message: { zh: '负责人不在运营团队里，或已停用', en: 'The owner is not on the team, or suspended' },
  },
  departmentNotFound: { status: 404, message: { zh: '没有这个部门', en: 'There is no such department' } },
  departmentNameTaken: {
    status: 409,
    message: { zh: '已有同名部门「{name}」', en: 'There is a department named “{name}” already' },
  },
  departmentBusy: {
    status: 409,
    message: {
      zh: '这个部门还有 {count} 项任务没有结束，请先交接',
      en: '{count|One task is|{count} tasks are} still open here; hand them over first',
    },
  },
  tooManyDepartments: {
    status: 422,
    message: { zh: '最多 {limit} 个部门', en: 'At most {limit} departments' },
  },
  notGuest: {
    status: 409,
    message: {
      zh: '只有「特邀专家」和「合作伙伴」角色的人才有合作信息',
      en: 'Only people in the roles Expert and Partner have an agreement',
    },
  },
  hoursOverlap: {
    status: 422,
    message: {
      zh: '同一天的工作时段不能重叠，结束要晚于开始',
      en: 'Hours of one day must not overlap, and end after they begin',
    },
  },
  exceptionNotFound: {
    status: 404,
    message: { zh: '这一天没有单独设置', en: 'Nothing is set for this day' },
  },
  meetingNotFound: { status: 404, message: { zh: '没有这次例会', en: 'There is no such meeting' } },
  meetingClosed: { status: 409, message: { zh: '这次例会已经归档', en: 'This meeting is closed' } },
  itemNotFound: { status: 404, message: { zh: '没有这个议题', en: 'There is no such item' } },
  itemHasTask: {
    status: 409,
    message: { zh: '这个议题已经转成任务', en: 'This item has become a task already' },
  },
  tooManyItems: {
    status: 422,
    message: { zh: '一次例会最多 {limit} 个议题', en: 'A meeting has at most {limit} items' },
  },
  trainingNotFound: { status: 404, message: { zh: '没有这次培训', en: 'There is no such training' } },
})
