import { defineMessages } from '#base/i18n/messages.ts'

export const workWords = defineMessages({
  health: { zh: '系统自检', en: 'System check' },
  seeHealth: { zh: '查看状态', en: 'See health' },
  letters: { zh: '没送达的效果', en: 'Effects not done' },
  lettersTitle: {
    zh: '{count} 条事实的效果没有执行',
    en: '{count|One effect was|{count} effects were} not done',
  },
  lettersNote: { zh: '死信 · {consumer} · {reason}', en: 'Dead letters · {consumer} · {reason}' },
  redrive: { zh: '重新投递', en: 'Send again' },
  jobs: { zh: '失败的后台任务', en: 'Failed jobs' },
  jobsTitle: {
    zh: '{count} 个后台任务失败',
    en: '{count|One background job|{count} background jobs} failed',
  },
  jobsNote: { zh: '最近一个：{job} · {reason}', en: 'Latest: {job} · {reason}' },
  seeJobs: { zh: '看失败任务', en: 'See failures' },
})
