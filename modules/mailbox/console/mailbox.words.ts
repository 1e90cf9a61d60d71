import { defineMessages } from '#base/i18n/messages.ts'

export const mailboxWords = defineMessages({
  title: { zh: '邮件箱', en: 'Mailbox' },
  lead: {
    zh: '还没有配置发信服务，系统发出的邮件都留在这里，里面的链接可以直接用',
    en: 'No mail server is set, so every mail stays here; its links work',
  },
  subject: { zh: '主题', en: 'Subject' },
  to: { zh: '收件人', en: 'To' },
  template: { zh: '模板', en: 'Template' },
  state: { zh: '状态', en: 'State' },
  at: { zh: '时间', en: 'When' },
  queued: { zh: '排队中', en: 'Waiting' },
  sent: { zh: '已发出', en: 'Sent' },
  kept: { zh: '已留存', en: 'Kept' },
  held: { zh: '收件人邮件太多，稍后发', en: 'Held: too many this hour' },
  dropped: { zh: '收件人邮件太多，没有发', en: 'Not sent: too many this hour' },
  failed: { zh: '发送失败', en: 'Failed' },
  cleared: { zh: '内容已清除', en: 'Content was cleared' },
  openHtml: { zh: '按收件人看到的样子打开', en: 'Open as the reader sees it' },
  empty: { zh: '还没有邮件', en: 'No mail yet' },
  emptyHint: {
    zh: '发出邀请、登录链接或重设密码邮件后会出现在这里',
    en: 'Invitations, sign-in links and resets appear here',
  },
  off: { zh: '邮件正常外发，这里不留存', en: 'Mail is sent out and not kept here' },
  offHint: {
    zh: '已配置发信服务，邮件直接送达收件人',
    en: 'A mail server is set; mails go to their readers',
  },
  note: { zh: '没有外发的邮件', en: 'Mail that was not sent out' },
})
