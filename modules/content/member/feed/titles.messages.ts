import { defineMessages } from '#base/i18n/messages.ts'

/** Names of screens, in the window's title. */
export const feedTitles = defineMessages({
  topics: { zh: '话题', en: 'Topics' },
  topic: { zh: '话题', en: 'Topic' },
  member: { zh: '成员', en: 'Member' },
  columns: { zh: '专栏', en: 'Columns' },
  gallery: { zh: '优秀作品', en: 'Excellent works' },
  ranking: { zh: '排序与推荐规则', en: 'How posts are ranked' },
})
