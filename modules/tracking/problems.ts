import { defineProblems } from '#base/http/problem.ts'

export const trackingProblems = defineProblems({
  trackKeyRequired: {
    status: 401,
    message: {
      zh: '请提供埋点密钥（X-Track-Key），或从本站登录后上报',
      en: 'Send a track key (X-Track-Key), or send from this site',
    },
  },
  trackKeyUnknown: {
    status: 401,
    message: { zh: '埋点密钥无效或已停用', en: 'The track key is unknown or withdrawn' },
  },
  batchMalformed: {
    status: 400,
    message: { zh: '无法读取事件批次：{reason}', en: 'The batch cannot be read: {reason}' },
  },
  batchTooLong: {
    status: 413,
    message: { zh: '一次最多上报 {limit} 个事件', en: 'A batch has at most {limit} events' },
  },
  batchTooLarge: {
    status: 413,
    message: { zh: '一次上报最大 1 MiB', en: 'A batch has at most 1 MiB' },
  },
  ingestBusy: {
    status: 503,
    message: {
      zh: '事件太多，暂时收不下，请稍后重试',
      en: 'Too many events at the moment; try again shortly',
    },
  },
  trackKeyGone: {
    status: 404,
    message: { zh: '没有这个密钥，或已停用', en: 'There is no such key, or it was withdrawn' },
  },
})
