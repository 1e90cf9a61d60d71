import { defineMessages } from '#base/i18n/messages.ts'

export const factLabels = defineMessages({
  created: { zh: '创建社群', en: 'A group was created' },
  changed: { zh: '修改社群设置', en: 'A group was changed' },
  archived: { zh: '社群归档', en: 'A group was archived' },
  reopened: { zh: '社群重新开放', en: 'A group was reopened' },
  joined: { zh: '加入社群', en: 'Joined a group' },
  left: { zh: '离开社群', en: 'Left a group' },
  roleChanged: { zh: '社群角色变更', en: 'Role in a group changed' },
  tierChanged: { zh: '社群层级变更', en: 'Tier in a group changed' },
  applied: { zh: '提交入群申请', en: 'Applied to a group' },
  quizTaken: { zh: '参加入群答题', en: 'Took an entry quiz' },
  waiting: { zh: '进入候补名单', en: 'Went on a waiting list' },
  decided: { zh: '入群申请有了结果', en: 'An application was decided' },
  rulesPublished: { zh: '发布群规新版本', en: 'Group rules were published' },
  rulesAccepted: { zh: '同意群规', en: 'Agreed to group rules' },
  announced: { zh: '发布群公告', en: 'An announcement was made' },
  announcementChanged: { zh: '修改群公告', en: 'An announcement was changed' },
  announcementRead: { zh: '已读群公告', en: 'Read an announcement' },
  introduced: { zh: '在社群自我介绍', en: 'Introduced oneself in a group' },
  greeted: { zh: '收到欢迎', en: 'Was greeted' },
  newcomerStep: { zh: '完成新人任务', en: 'Finished a newcomer step' },
})
