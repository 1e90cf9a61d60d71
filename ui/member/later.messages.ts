import { defineMessages } from '#base/i18n/messages.ts'

/** Words of shared components that no first page has: not part of the first load. */
export const later = defineMessages({
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  brokenTitle: { zh: '这里出了点问题', en: 'Something broke here' },
  brokenCode: { zh: '编号 {code}', en: 'Reference {code}' },
})
