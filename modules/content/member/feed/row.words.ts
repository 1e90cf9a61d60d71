import { defineMessages } from '#base/i18n/messages.ts'

/** What lines and tiles say besides. */
export const rowWords = defineMessages({
  noAnswer: { zh: '还没有人回答', en: 'No answer yet' },
  reactionCount: { zh: '{count} 人喜欢', en: '{count} like it' },
  replyCount: { zh: '{count} 条回复', en: '{count|1 reply|{count} replies}' },
})
