import { defineMessages } from '../i18n/messages.ts'

/** Of the file of refused rows. */
export const refusedHeadings = defineMessages({
  row: { zh: '原行号', en: 'Original row' },
  reason: { zh: '未导入原因', en: 'Why it was not imported' },
})
