import { defineMessages } from '#base/i18n/messages.ts'

export const jobWords = defineMessages({
  created: { zh: '排队中', en: 'Waiting' },
  retry: { zh: '等待重试', en: 'Will retry' },
  active: { zh: '进行中', en: 'Running' },
  completed: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  failed: { zh: '失败', en: 'Failed' },
  done: { zh: '{done} / {total}', en: '{done} of {total}' },
  doneSoFar: { zh: '已处理 {done}', en: '{done} so far' },
  left: { zh: '约还需 {time}', en: 'about {time} left' },
  cancel: { zh: '取消任务', en: 'Cancel the job' },
  cancelTitle: { zh: '取消「{name}」？', en: 'Cancel “{name}”?' },
  cancelDetail: {
    zh: '已完成的部分会保留，剩下的不再执行。',
    en: 'What is done stays; the rest will not be done.',
  },
  keep: { zh: '继续执行', en: 'Keep running' },
  again: { zh: '重新执行', en: 'Run again' },
  download: { zh: '下载文件', en: 'Download the file' },
  rows: { zh: '共 {count} 行', en: '{count|one row|{count} rows}' },
  rowErrors: { zh: '{count} 行未能处理', en: '{count|One row|{count} rows} could not be done' },
  rowErrorsDownload: { zh: '下载错误明细', en: 'Download the errors' },
  row: { zh: '行号', en: 'Row' },
  reason: { zh: '原因', en: 'Reason' },
  details: { zh: '查看任务', en: 'See the job' },
})
