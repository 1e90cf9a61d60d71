import { defineMessages } from '../i18n/messages.ts'

export const mailMessages = defineMessages({
  reason: {
    zh: '这封邮件由 {brand} 自动发送，直接回复无人查收。',
    en: 'Sent automatically by {brand}; replies to this address are not read.',
  },
  unsubscribe: { zh: '不想再收到这类邮件？点此退订', en: 'Stop mails of this kind' },
  copyLink: {
    zh: '按钮打不开时，请把这个地址复制到浏览器：',
    en: 'If the button does not work, copy this address into your browser:',
  },
  sendJob: { zh: '发送邮件', en: 'Send mail' },
  releaseJob: { zh: '发出暂缓的邮件', en: 'Send mail that was held' },
  releaseWhy: {
    zh: '一个地址每小时最多 20 封，超出的按先后在有余量时发出',
    en: 'An address gets 20 an hour; what is over leaves in turn as soon as there is room',
  },
  sweepJob: { zh: '清理过期邮件', en: 'Clear out old mail' },
  sweepWhy: {
    zh: '邮件正文最多保留 7 天，发送记录按日志期限保留',
    en: 'Mail content is kept for 7 days at most, the record of it as long as other logs',
  },
})
