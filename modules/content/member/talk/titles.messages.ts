import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the names. */
export const talkTitles = defineMessages({
  bookmarks: { zh: '我的收藏', en: 'Bookmarks' },
  desk: { zh: '版务', en: 'Desk' },
  follows: { zh: '我的关注', en: 'Following' },
})
