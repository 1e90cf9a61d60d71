import { defineMessages } from '#base/i18n/messages.ts'

/** What the schema of an order says. */
export const given = defineMessages({
  notAnAmount: {
    zh: '金额必须是以分为单位的整数',
    en: 'Amounts are whole numbers of the smallest unit of the currency',
  },
  control: { zh: '不能含有控制字符', en: 'Control characters are not taken' },
})

/** Why an order was not taken; keys, in snake case, are the codes. */
export const orderFaults = defineMessages({
  updatedMissing: {
    zh: '缺少 updatedAt：回调会重发，要靠商城最后修改订单的时间分清新旧',
    en: 'updatedAt is missing: webhooks are sent again, and only when the shop last changed the order tells old from new',
  },
  updatedAhead: {
    zh: '订单的更新时间（updatedAt）比现在晚五分钟以上，请检查商城的时钟和时区',
    en: 'When the order was changed (updatedAt) is more than five minutes ahead; check clock and zone of the shop',
  },
  tooNew: {
    zh: '时间比现在晚一天以上，请检查时钟和时区',
    en: 'A moment is more than a day ahead; check clock and zone',
  },
  tooOld: { zh: '时间早于 2000 年', en: 'A moment lies before the year 2000' },
  paidUnpaid: {
    zh: '未付款的订单不能有实付金额：请给出付款时间',
    en: 'An order that is not paid cannot have a paid amount: say when it was paid',
  },
  refundTwice: { zh: '同一个退款单号出现了两次', en: 'A refund number is there twice' },
  refundTooMuch: { zh: '退款合计超过实付金额', en: 'Refunds exceed what was paid' },
  refundChanged: {
    zh: '已登记的退款金额不能再改：请用新的退款单号补登差额',
    en: 'A refund that was told of cannot change its amount: tell the difference under a number of its own',
  },
  wrongCurrency: {
    zh: '这个来源只收另一种货币的订单',
    en: 'This source takes orders of another currency',
  },
  hugeLine: { zh: '一行商品的金额过大', en: 'The amount of a line is too large' },
  manyThings: { zh: '商品件数过多', en: 'Too many things in one order' },
})

export const personalWords = defineMessages({
  orders: { zh: '订单', en: 'Orders' },
  ordersKept: {
    zh: '商城告知的购买记录，用于会员权益与售后；注销账号后只保留不指向个人的金额',
    en: 'What the shops say was bought, for benefits and service; when an account ends only amounts remain that point at nobody',
  },
})

export const orderLabels = defineMessages({
  write: { zh: '写入订单', en: 'Send orders' },
  read: { zh: '查看订单', en: 'See orders' },
  manage: { zh: '管理订单来源、导入与顾客对应', en: 'Manage sources, imports and customers of orders' },
  export: { zh: '导出订单', en: 'Export orders' },
  exportJob: { zh: '导出订单', en: 'Export orders' },
  checkJob: { zh: '试运行订单导入', en: 'Try an import of orders' },
  runJob: { zh: '导入订单', en: 'Import orders' },
  purgeJob: { zh: '清理订单导入文件和回调记录', en: 'Remove lists of orders and old webhook messages' },
  purgeWhy: {
    zh: '导入文件里有个人信息，三十天后只留数字；回调去重记录两天后无用',
    en: 'Lists hold personal data and go after thirty days; webhook messages are needed for two days',
  },
  listEnded: { zh: '订单导入结束', en: 'An import of orders ended' },
})

/** Headings of the exported file. */
export const orderColumns = defineMessages({
  number: { zh: '订单号', en: 'Order' },
  source: { zh: '来源', en: 'Source' },
  member: { zh: '成员', en: 'Member' },
  customer: { zh: '顾客', en: 'Customer' },
  status: { zh: '状态', en: 'Status' },
  currency: { zh: '币种', en: 'Currency' },
  total: { zh: '应付金额', en: 'Total' },
  paid: { zh: '实付金额', en: 'Paid' },
  refunded: { zh: '退款金额', en: 'Refunded' },
  items: { zh: '商品', en: 'Items' },
  count: { zh: '件数', en: 'Things' },
  placedAt: { zh: '下单时间', en: 'Placed at' },
  paidAt: { zh: '付款时间', en: 'Paid at' },
})
