import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the names. */
export const titles = defineMessages({
  profile: { zh: '个人资料', en: 'Profile' },
  profileNote: { zh: '头像、昵称、城市、介绍', en: 'Picture, name, city, a few words' },
  trail: { zh: '我的足迹', en: 'My trail' },
  trailNote: { zh: '做过的事，只有你能看到', en: 'What you did here; only you see it' },
  stepProfile: { zh: '完善资料', en: 'Profile' },
  stepProfileAction: { zh: '放头像、写介绍', en: 'Add a picture and a few words' },
})
