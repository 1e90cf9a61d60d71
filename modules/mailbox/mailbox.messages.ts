import { defineMessages } from '#base/i18n/messages.ts'

export const mailboxLabels = defineMessages({
  read: {
    zh: '查看未外发的邮件（含登录链接）',
    en: 'Read mail that is kept instead of sent, sign-in links included',
  },
})
