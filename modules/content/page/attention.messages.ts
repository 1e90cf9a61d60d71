import { defineMessages } from '#base/i18n/messages.ts'

export const attentionWords = defineMessages({
  forget: { zh: '清理浏览去重记录', en: 'Forget who was counted' },
  why: {
    zh: '浏览去重记录只保留两小时',
    en: 'What keeps attention from being counted twice is kept for two hours only',
  },
})
