import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the name. */
export const postTitle = defineMessages({ post: { zh: '帖子', en: 'Post' } })
