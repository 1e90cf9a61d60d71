import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  lifecycle: { zh: '生命周期', en: 'Life cycle' },
  day: { zh: '每天', en: 'Per day' },
  week: { zh: '每周', en: 'Per week' },
  month: { zh: '每月', en: 'Per month' },
  says: {
    zh: '{unit}「{event}」的成员：新增、留存、回流，以及不再活跃的',
    en: '{unit}, members by “{event}”: new, returning, back again, and fallen silent',
  },
})
