import { defineMessages } from '#base/i18n/messages.ts'

export const careLabels = defineMessages({
  read: { zh: '查看关怀与拜访记录', en: 'See care and visits' },
  edit: { zh: '安排关怀、记录拜访', en: 'Plan care and note visits' },
  started: { zh: '被列入关怀名单', en: 'Was taken into care' },
  moved: { zh: '关怀进入新阶段', en: 'Moved on in care' },
  visited: { zh: '有人回访', en: 'Was visited' },
  ended: { zh: '移出关怀名单', en: 'Left care' },
  section: { zh: '关怀', en: 'Care' },
  program: { zh: '所在名单', en: 'Programmes' },
  stage: { zh: '所处阶段', en: 'Stage' },
  inProgram: { zh: '名单', en: 'Programme' },
  visitedAt: { zh: '最近一次拜访', en: 'Last visit' },
  personal: { zh: '关怀与拜访记录', en: 'Care and visits' },
  kept: {
    zh: '为了持续跟进你的需要而保留，注销账号时删除',
    en: 'Kept to follow up on your needs; removed when the account is closed',
  },
})

export const programLabels = defineMessages({
  koc: { zh: 'KOC', en: 'KOC' },
  star: { zh: '明星用户', en: 'Star' },
  vip: { zh: 'VIP', en: 'VIP' },
})

export const stageLabels = defineMessages({
  discovered: { zh: '挖掘', en: 'Discover' },
  supported: { zh: '扶持', en: 'Support' },
  producing: { zh: '产出', en: 'Produce' },
  retained: { zh: '留存', en: 'Retain' },
})

export const careWork = defineMessages({
  source: { zh: '到期的拜访', en: 'Visits due' },
  title: { zh: '该拜访{name}了', en: 'Time to visit {name}' },
  never: { zh: '{program} · {stage} · 还没有拜访过', en: '{program} · {stage} · not visited yet' },
  last: { zh: '{program} · {stage} · 上次拜访 {day}', en: '{program} · {stage} · last visit {day}' },
  act: { zh: '记录拜访', en: 'Note the visit' },
})

export const careRefusals = defineMessages({
  nothing: { zh: '没有要修改的内容', en: 'Nothing to change' },
})
