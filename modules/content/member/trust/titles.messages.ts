import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the name. */
export const trustTitle = defineMessages({ trust: { zh: '信任等级', en: 'Trust level' } })
