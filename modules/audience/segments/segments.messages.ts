import { defineMessages } from '#base/i18n/messages.ts'

export const segmentLabels = defineMessages({
  entered: { zh: '进入分群', en: 'Entered a segment' },
  left: { zh: '离开分群', en: 'Left a segment' },
  changed: { zh: '分群有改动', en: 'A segment was changed' },
  computed: { zh: '分群已更新', en: 'A segment was brought up to date' },
  tagRuleChanged: { zh: '标签规则有改动', en: 'A tag rule was changed' },
  compute: { zh: '更新分群', en: 'Bring a segment up to date' },
  computeAll: { zh: '更新全部分群与标签规则', en: 'Bring all segments and tag rules up to date' },
  computeAllWhy: {
    zh: '每小时按当前数据重算分群成员，进出的人随之触发旅程',
    en: 'Who fits changes with what people do; entering and leaving starts journeys',
  },
  applyRule: { zh: '执行标签规则', en: 'Apply a tag rule' },
  fields: { zh: '分群', en: 'Segments' },
  listed: { zh: '所在名单', en: 'Lists' },
  personal: { zh: '所在分群', en: 'Segments you are in' },
  personalKept: {
    zh: '按你的资料和行为计算，随账号注销删除',
    en: 'Computed from your data and what you did; removed with the account',
  },
})

export const segmentRefusals = defineMessages({
  definitionOrIds: {
    zh: '静态分群需要一个来源：条件、已有分群或成员名单，三选一',
    en: 'A static segment comes from a definition, another segment or a list of members: give one',
  },
  definitionNeeded: { zh: '动态分群需要条件', en: 'A dynamic segment needs a definition' },
  overlapIds: { zh: '请选择 2 到 8 个不同的分群', en: 'Choose 2 to 8 different segments' },
  nothingToDo: { zh: '没有要改的内容', en: 'There is nothing to change' },
})
