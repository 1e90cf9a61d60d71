import { defineProblems } from '#base/http/problem.ts'

export const commerceProblems = defineProblems({
  productNotFound: { status: 404, message: { zh: '没有找到这件商品', en: 'There is no such product' } },
  skuTaken: {
    status: 409,
    message: { zh: '货号「{sku}」已被别的商品使用', en: 'Another product has the number “{sku}”' },
  },
  orderNotFound: { status: 404, message: { zh: '没有找到这笔订单', en: 'There is no such order' } },
  orderRefused: { status: 422, message: { zh: '订单没有收下：{why}', en: 'The order was not taken: {why}' } },
  orderSourceNotFound: {
    status: 404,
    message: { zh: '没有这个订单来源', en: 'There is no such source of orders' },
  },
  orderSourceUnknown: {
    status: 422,
    message: {
      zh: '没有名为「{key}」的订单来源，请先在「订单来源」里添加',
      en: 'No source of orders is called “{key}”: add it under Sources of orders first',
    },
  },
  orderSourceClosed: {
    status: 409,
    message: { zh: '订单来源「{name}」已停用', en: 'The source “{name}” takes no more orders' },
  },
  orderSourceTaken: {
    status: 409,
    message: { zh: '标识「{key}」已被别的来源使用', en: 'Another source has the key “{key}”' },
  },
  tooManyOrderSources: {
    status: 409,
    message: { zh: '订单来源最多 {limit} 个', en: 'There can be {limit} sources of orders' },
  },
  orderCustomerNotFound: {
    status: 404,
    message: { zh: '没有找到这位顾客', en: 'There is no such customer' },
  },
  orderMemberNotFound: { status: 404, message: { zh: '没有找到这位成员', en: 'There is no such member' } },
  orderCustomerMatched: {
    status: 409,
    message: { zh: '这位顾客已经对应到成员', en: 'This customer is matched with a member already' },
  },
  hookRefused: {
    status: 401,
    message: {
      zh: '签名不正确或已过期：请检查密钥、时间和签名方式',
      en: 'The signature is wrong or too old: check the secret, the clock and how it is signed',
    },
  },
  listUnreadable: {
    status: 422,
    message: {
      zh: '读不出订单：请上传带表头的 CSV 或 XLSX 文件',
      en: 'No orders could be read: send a CSV or XLSX file with a heading',
    },
  },
  listColumnsWrong: {
    status: 422,
    message: {
      zh: '请指明订单号、金额和下单时间各是哪一列，每种只能选一次',
      en: 'Say which columns hold the order number, the amount and the time; each of them once',
    },
  },
})
