import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the names. */
export const titles = defineMessages({
  profile: { zh: '个人资料', en: 'Profile' },
  data: { zh: '我的数据', en: 'Your data' },
  trail: { zh: '我的足迹', en: 'My trail' },
})
