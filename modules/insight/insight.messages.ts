import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  read: { zh: '查看数据分析', en: 'See the figures' },
  edit: { zh: '管理指标、目标、预警与看板', en: 'Keep metrics, goals, alerts and dashboards' },
  rangeBackwards: { zh: '结束日期不能早于开始日期', en: 'The end must not lie before the start' },
  rangeTooLong: { zh: '时间范围最长三年', en: 'A range may span three years at most' },
  tooManyPoints: {
    zh: '范围太长，按天看不清了，请改为按周或按月',
    en: 'Too many points for this range; choose weeks or months',
  },
  questionTooLong: {
    zh: '这个问题太长，存不下了',
    en: 'The question is too long to be kept',
  },
})
