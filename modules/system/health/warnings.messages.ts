/** Warnings of the health page: what is the matter and what to do. */
import { defineMessages } from '#base/i18n/messages.ts'

export const warnings = defineMessages({
  notDurable: {
    zh: 'PostgreSQL 关闭了 fsync 或 full_page_writes，断电会丢数据，请立即打开',
    en: 'PostgreSQL runs without fsync or full_page_writes: a power cut loses data. Turn them on now',
  },
  commitsUnflushed: {
    zh: 'synchronous_commit 已关闭，崩溃时最近几百毫秒的写入可能丢失',
    en: 'synchronous_commit is off: a crash may lose the last few hundred milliseconds of writes',
  },
  noChecksums: {
    zh: 'PostgreSQL 没有启用数据校验，磁盘损坏可能不会被发现',
    en: 'PostgreSQL has no data checksums: a failing disk may go unnoticed',
  },
  connectionsScarce: {
    zh: '数据库连接已用 {connections}/{maxConnections}，请调大上限或减少进程',
    en: '{connections} of {maxConnections} database connections are in use: raise the limit or run fewer processes',
  },
  transactionHangs: {
    zh: '有一个事务已持续 {seconds} 秒，所有消费者都在等它，请检查是谁没有提交',
    en: 'A transaction has been open for {seconds} s and holds back every consumer: find out who does not commit',
  },
  logMonthsMissing: {
    zh: '事件日志缺少下个月的分区，请在任务列表中查看“预建事件日志的月度分区”为何失败',
    en: 'The log has no partition for next month: see in the list of jobs why “Make the log’s coming months” failed',
  },
  warehouseAway: {
    zh: '分析库暂不可用（{reason}），恢复后会自动补齐数据',
    en: 'The warehouse is away ({reason}); it catches up by itself when it returns',
  },
  consumerBehind: {
    zh: '消费者“{name}”落后 {seconds} 秒，还有 {rows} 条待处理',
    en: 'Consumer “{name}” is {seconds} s behind, with {rows} rows to go',
  },
  consumerPaused: { zh: '消费者“{name}”已暂停', en: 'Consumer “{name}” is paused' },
  deadLetters: {
    zh: '有 {count} 条记录多次处理失败，等待你重试或放弃',
    en: '{count|One failure waits|{count} failures wait} for you to send back or give up',
  },
  queueStuck: {
    zh: '队列“{name}”最早的任务已等待 {minutes} 分钟，可能没有进程在处理',
    en: 'The oldest job of queue “{name}” has waited {minutes} min: perhaps no process works on it',
  },
  jobsFailed: {
    zh: '有 {count} 个后台任务失败，可在任务列表中重试',
    en: '{count|One background job|{count} background jobs} failed; send them back from the list of jobs',
  },
  diskLow: { zh: '数据盘只剩 {percent}% 空间', en: 'Only {percent}% of the data disk is free' },
  noWorker: {
    zh: '没有后台进程在运行，任务和自动化都停住了',
    en: 'No worker process is running: jobs and automation stand still',
  },
})
