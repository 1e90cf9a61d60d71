/** Words of the system's permissions, facts, jobs and problems. */
import { defineMessages } from '#base/i18n/messages.ts'

export const messages = defineMessages({
  mayRead: {
    zh: '查看系统状态、后台任务与日程',
    en: 'See the state of the system, background jobs and the schedule',
  },
  mayOperate: {
    zh: '暂停与恢复消费者、重试或取消后台任务、处理失败记录',
    en: 'Pause and resume consumers, retry or cancel jobs, settle failures',
  },
  consumerPaused: { zh: '暂停了消费者', en: 'A consumer was paused' },
  consumerResumed: { zh: '恢复了消费者', en: 'A consumer was resumed' },
  letterRedriven: { zh: '重新处理了一条失败记录', en: 'A failure was sent back' },
  letterDiscarded: { zh: '放弃了一条失败记录', en: 'A failure was given up' },
  jobCancelled: { zh: '取消了后台任务', en: 'A job was cancelled' },
  jobRetried: { zh: '重试了后台任务', en: 'A job was sent back' },
  monthsJob: { zh: '预建事件日志的月度分区', en: 'Make the log’s coming months' },
  monthsWhy: {
    zh: '事件日志按月分区，提前三个月建好，避免月初写入无处可去',
    en: 'The log is kept in one partition per month; three are ready ahead of time',
  },
  sweepJob: { zh: '清理过期的去重键与已处理的失败记录', en: 'Sweep old keys and settled failures' },
  sweepWhy: {
    zh: '去重键在游标越过之后就不再需要，及时清理让数据库保持轻巧',
    en: 'Keys are not needed once the cursor has passed; sweeping keeps the database light',
  },
  forgetJob: {
    zh: '清理任务进度与停止的进程记录',
    en: 'Forget progress of old jobs and processes that ended',
  },
  forgetWhy: {
    zh: '任务删除后其进度记录没有用处；停止一天以上的进程不再显示',
    en: 'Progress outlives its job for nothing; processes gone for a day are not shown',
  },
  notPausable: { zh: '没有名为“{name}”的消费者', en: 'There is no consumer called “{name}”' },
  settledAlready: { zh: '这条失败记录已经处理过了', en: 'This failure has been settled already' },
  jobOver: { zh: '任务已经结束，不能取消', en: 'The job is over and cannot be cancelled' },
  jobNotFailed: {
    zh: '只有失败或已取消的任务可以重试',
    en: 'Only failed or cancelled jobs can be sent back',
  },
})
