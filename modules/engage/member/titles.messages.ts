import { defineMessages } from '#base/i18n/messages.ts'

/** Titles of screens; part of the first load. */
export const titles = defineMessages({
  inbox: { zh: '消息', en: 'Inbox' },
  settings: { zh: '通知设置', en: 'Notices' },
  stopMail: { zh: '邮件摘要', en: 'Mail digest' },
})
