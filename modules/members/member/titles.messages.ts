import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the names. */
export const titles = defineMessages({
  profile: { zh: '个人资料', en: 'Profile' },
  data: { zh: '我的数据', en: 'Your data' },
  trail: { zh: '我的足迹', en: 'My trail' },
  stepProfile: { zh: '完善资料', en: 'Profile' },
  stepProfileAction: { zh: '放头像、写介绍', en: 'Add a picture and a few words' },
})
