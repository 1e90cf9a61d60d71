import { defineMessages } from '#base/i18n/messages.ts'

export const factLabels = defineMessages({
  goalSet: { zh: '设定了目标', en: 'A goal was set' },
  goalChanged: { zh: '目标有变更', en: 'A goal was changed' },
  goalClosed: { zh: '目标结束', en: 'A goal ended' },
  signalRaised: { zh: '触发信号', en: 'A signal was raised' },
  signalClosed: { zh: '信号已关闭', en: 'A signal was closed' },
  alertChanged: { zh: '预警规则变更', en: 'An alert was changed' },
  valueChanged: { zh: '客户价值变化', en: 'Value of a customer changed' },
  valueComputed: { zh: '客户价值计算完成', en: 'Value of customers computed' },
  experimentChanged: { zh: '实验有变更', en: 'An experiment was changed' },
  experimentExposed: { zh: '进入实验', en: 'Met an experiment' },
  dashboardChanged: { zh: '看板有变更', en: 'A dashboard was changed' },
  holdoutChanged: { zh: '全局对照组变更', en: 'The global control group was changed' },
  productStageChosen: { zh: '确定了产品阶段', en: 'The stage of the product was chosen' },
  reportMade: { zh: '生成报告', en: 'Report made' },
  reportWritten: { zh: '写了报告小结', en: 'Report written in' },
  channelChanged: { zh: '渠道有变更', en: 'A channel was changed' },
  channelPlanned: { zh: '获粉计划有变更', en: 'The plan for fans was changed' },
  improvementChanged: { zh: '改进有变动', en: 'Improvement changed' },
  improvementStarted: { zh: '改进开始', en: 'Improvement started' },
  improvementDecided: { zh: '改进有了结论', en: 'Improvement decided' },
})
