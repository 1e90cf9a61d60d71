import { defineMessages } from '#base/i18n/messages.ts'

export const mailWords = defineMessages({
  hello: { zh: '{name}，你好', en: 'Hello {name}' },
  assigned: { zh: '{by}把任务「{title}」交给了你', en: '{by} gave you the task “{title}”' },
  dueAt: { zh: '截止时间：{due}', en: 'Due {due}' },
  open: { zh: '打开任务', en: 'Open the task' },
  dueSubject: {
    zh: '{count} 项任务快到期：{title}',
    en: '{count|A task is|{count} tasks are} due soon: {title}',
  },
  dueText: {
    zh: '你有 {count} 项任务快到截止时间，或者已经过了：',
    en: '{count|One of your tasks is|{count} of your tasks are} due soon, or overdue:',
  },
  line: { zh: '{title}（{due}）', en: '{title} ({due})' },
  more: { zh: '还有 {count} 项', en: 'and {count} more' },
  openToday: { zh: '打开今日', en: 'Open Today' },
  dueNote: {
    zh: '同一个截止时间只提醒一次。时间不合适，就在任务里改期或交给别人。',
    en: 'You are told once for each due time. If it does not fit, move it or hand the task over.',
  },
})
