import { defineMessages } from '#base/i18n/messages.ts'

/** What the states of an order are called. */
export const statusWords = defineMessages({
  placed: { zh: '待付款', en: 'Placed' },
  paid: { zh: '已付款', en: 'Paid' },
  shipped: { zh: '已发货', en: 'Shipped' },
  completed: { zh: '已完成', en: 'Completed' },
  partly_refunded: { zh: '部分退款', en: 'Partly refunded' },
  refunded: { zh: '已退款', en: 'Refunded' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
})
