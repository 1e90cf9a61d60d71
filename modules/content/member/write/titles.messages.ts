import { defineMessages } from '#base/i18n/messages.ts'

export const writeTitles = defineMessages({
  write: { zh: '写帖子', en: 'Write' },
  edit: { zh: '编辑帖子', en: 'Edit' },
})
