import { defineMessages } from '#base/i18n/messages.ts'

export const digestTexts = defineMessages({
  subject: {
    zh: '{brand}：{count} 条消息等你看',
    en: '{brand}: {count|one notice waits for you|{count} notices wait for you}',
  },
  preview: { zh: '{first}', en: '{first}' },
  hello: { zh: '{name}，你不在的时候', en: '{name}, while you were away' },
  lead: {
    zh: '这些是你还没看的消息，已经看过的不会出现在这里。',
    en: 'This is what you have not read yet; what you have seen is left out.',
  },
  line: { zh: '{text}「{quote}」', en: '{text} “{quote}”' },
  more: {
    zh: '还有 {count} 条，打开消息查看。',
    en: '{count|One more is|{count} more are} in your inbox.',
  },
  open: { zh: '打开消息', en: 'Open the inbox' },
  why: {
    zh: '你选择了按{how}接收未读摘要。可以在「我的 → 通知设置」里换时间、换频率，或点下面的链接一键退订。',
    en: 'You receive a {how} digest of what you have not read. Change hour and frequency under Me → Notices, or stop it with one click below.',
  },
  daily: { zh: '天', en: 'daily' },
  weekly: { zh: '周', en: 'weekly' },
})
