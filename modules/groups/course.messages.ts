import { defineMessages } from '#base/i18n/messages.ts'

/** Labels of facts and jobs about the course of groups and of members in them. */
export const courseLabels = defineMessages({
  tierChanged: { zh: '社群分层变更', en: 'Tier of the community changed' },
  tierAtRisk: { zh: '分层即将变更', en: 'Tier is about to change' },
  tierRuleChanged: { zh: '修改分层规则', en: 'A tier rule was changed' },
  eliminationChanged: { zh: '修改淘汰规则', en: 'An elimination rule was changed' },
  warned: { zh: '收到淘汰预警', en: 'Was warned of elimination' },
  recovered: { zh: '解除淘汰预警', en: 'Recovered from the warning' },
  decided: { zh: '淘汰处理有了结果', en: 'An elimination was decided' },
  appealed: { zh: '提出申诉或完成复活任务', en: 'Appealed, or did the task to return' },
  healthChanged: { zh: '社群健康状况变化', en: 'Health of a group changed' },
  measure: { zh: '测量社群健康度', en: 'Measure the health of groups' },
  measureWhy: {
    zh: '每小时更新健康卡、生命阶段和聚落等级',
    en: 'Health, life stage and level of every group',
  },
  moveTiers: { zh: '按规则升降分层', en: 'Move members between tiers by rule' },
  moveTiersWhy: { zh: '每天按分层规则升降成员', en: 'Rises and falls by the rules of tiers' },
  eliminate: { zh: '执行淘汰规则', en: 'Apply elimination rules' },
  eliminateWhy: {
    zh: '每天预警、解除预警，并把到期的交给人确认',
    en: 'Warns, takes warnings back, and hands on what is due',
  },
})
