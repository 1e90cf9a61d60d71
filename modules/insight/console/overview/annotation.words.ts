import { defineMessages } from '#base/i18n/messages.ts'

export const annotationWords = defineMessages({
  add: { zh: '加标注', en: 'Annotate' },
  title: { zh: '在图上标一笔', en: 'Write on the charts' },
  change: { zh: '改标注', en: 'Change the annotation' },
  text: { zh: '发生了什么', en: 'What happened' },
  textHint: {
    zh: '例如：秋季上新、首页改版、寒假',
    en: 'For example: autumn range, new home page, holidays',
  },
  day: { zh: '哪天', en: 'On' },
  until: { zh: '到哪天（可不填）', en: 'Until (optional)' },
  kind: { zh: '类型', en: 'Kind' },
  release: { zh: '改版与规则', en: 'Release, rules' },
  activity: { zh: '活动', en: 'Activity' },
  campaign: { zh: '群发与投放', en: 'Campaign' },
  content: { zh: '内容', en: 'Content' },
  outside: { zh: '外部', en: 'From outside' },
  other: { zh: '其他', en: 'Other' },
  onlyGroup: { zh: '只标在这个社群', en: 'Only for this group' },
  save: { zh: '标上', en: 'Write it' },
  saved: { zh: '已标上，所有图都能看到', en: 'Written: every chart shows it' },
  remove: { zh: '删除标注', en: 'Remove' },
  removeAsk: { zh: '删除标注「{text}」？', en: 'Remove the annotation “{text}”?' },
  removed: { zh: '已删除', en: 'Removed' },
  more: { zh: '另有 {count} 条', en: '{count} more' },
})
