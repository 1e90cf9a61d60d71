import { defineMessages } from '#base/i18n/messages.ts'

/** Why a row was refused. Read in the console and in the file of refused rows. */
export const rowReasons = defineMessages({
  noNumber: { zh: '缺少订单号', en: 'The order number is missing' },
  amount: { zh: '金额不正确，请写成 68.00', en: 'Not an amount; write 68.00' },
  time: { zh: '时间无法识别，请写成 2026-11-22 10:05:00', en: 'Not a time; write 2026-11-22 10:05:00' },
  status: { zh: '不认识的订单状态', en: 'An unknown status' },
  quantity: { zh: '数量不正确', en: 'Not a quantity' },
  long: { zh: '内容过长或含有控制字符', en: 'Too long, or with control characters' },
  manyLines: { zh: '一笔订单的商品行过多', en: 'Too many lines in one order' },
  refundMissing: { zh: '部分退款需要给出退款金额', en: 'A partial refund needs its amount' },
  repeated: {
    zh: '同一订单号在前面出现过；一笔订单的多行请放在一起',
    en: 'The number came before; put the lines of one order below each other',
  },
})
export type RowReason = keyof typeof rowReasons
