import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  note: { zh: '在各家店买过什么', en: 'What I bought in the shops' },
  about: {
    zh: '商城和门店告诉我们的订单。要改地址、退换货，请回到下单的地方',
    en: 'What the shops tell us. To change or return something, go to where you ordered it',
  },
  empty: { zh: '还没有订单', en: 'No orders yet' },
  emptyBody: {
    zh: '用这里登记的手机号或邮箱购买，订单会自动出现',
    en: 'Buy with the phone or e-mail that we know, and orders appear here',
  },
  more: { zh: '更早的订单', en: 'Earlier orders' },
  times: { zh: '{name} × {count}', en: '{name} × {count}' },
  refunded: { zh: '已退 {amount}', en: '{amount} refunded' },
})
