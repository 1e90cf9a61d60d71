import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  retention: { zh: '留存', en: 'Retention' },
  bracketsAscend: { zh: '分段天数须从小到大，且不重复', en: 'The days of brackets must ascend' },
  goalColumn: { zh: '目标所在的一列不在所问的范围里', en: 'The column of the goal is not asked for' },
  first: { zh: '首次「{event}」的成员', en: 'Members who did “{event}” for the first time' },
  recurring: { zh: '每期「{event}」过的成员', en: 'Members who did “{event}” in each period' },
  exact: { zh: '恰在该期又「{event}」', en: 'and did “{event}” again in exactly that period' },
  orLater: { zh: '在该期或之后又「{event}」', en: 'and did “{event}” again in that period or later' },
  within: { zh: '截至该期至少又「{event}」一次', en: 'and did “{event}” again by the end of that period' },
  says: { zh: '{start}，{again}', en: '{start} {again}' },
})
