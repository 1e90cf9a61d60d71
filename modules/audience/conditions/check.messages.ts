import { defineMessages } from '#base/i18n/messages.ts'

export const faults = defineMessages({
  fieldGone: {
    zh: '没有「{key}」这个字段，可能已停用',
    en: 'There is no field “{key}”; it may have been archived',
  },
  ofMissing: { zh: '请选择是哪一个{label}', en: 'Choose which {label}' },
  ofUnwanted: { zh: '这个字段不分对象', en: 'This field is not of anything' },
  testUnfit: { zh: '「{field}」不能这样比较', en: '“{field}” cannot be compared like this' },
  emptyText: { zh: '请填写要比较的文字', en: 'Say what to compare with' },
  turnedRange: { zh: '范围的起点大于终点', en: 'The range begins after its end' },
  tooDeep: {
    zh: '条件嵌套超过 {limit} 层，请拆成分群再引用',
    en: 'More than {limit} levels; make a segment of a part and ask for that',
  },
  tooMany: {
    zh: '条件超过 {limit} 个，请拆成分群再引用',
    en: 'More than {limit} conditions; make a segment of a part and ask for that',
  },
  segmentGone: { zh: '这个分群已不存在', en: 'This segment is gone' },
})
