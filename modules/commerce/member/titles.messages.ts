import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the name. */
export const titles = defineMessages({ orders: { zh: '我的订单', en: 'My orders' } })
