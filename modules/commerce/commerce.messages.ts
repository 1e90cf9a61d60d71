import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  read: { zh: '查看商品', en: 'See products' },
  edit: { zh: '管理商品', en: 'Manage products' },
  product: { zh: '商品', en: 'Product' },
  buy: { zh: '去看看', en: 'Have a look' },
  gone: { zh: '已下架', en: 'No longer sold' },
  orderPlaced: { zh: '下单', en: 'Order placed' },
  orderPaid: { zh: '付款', en: 'Order paid' },
  orderAmended: { zh: '付款金额更正', en: 'Amount of an order corrected' },
  orderRefunded: { zh: '退款', en: 'Order refunded' },
  changed: { zh: '商品变更', en: 'Product changed' },
})
