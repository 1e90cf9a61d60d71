import { defineMessages } from '#base/i18n/messages.ts'

export const stepWords = defineMessages({
  stepProfile: { zh: '完善资料', en: 'Profile' },
  stepProfileAction: { zh: '放头像、写介绍', en: 'Add a picture and a few words' },
})
