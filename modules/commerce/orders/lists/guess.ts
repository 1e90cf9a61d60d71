/** What the columns of a list of orders probably are, by what shops call them. */
import { foldText } from '#base/text/normalise.ts'
import type { Target } from './plan.ts'

const names: Readonly<Record<Target, readonly string[]>> = {
  number: [
    '订单号',
    '订单编号',
    '订单id',
    '主订单编号',
    '单号',
    '交易号',
    'order',
    'order id',
    'order no',
    'order number',
    'id',
  ],
  status: ['订单状态', '状态', '交易状态', 'status', 'order status', 'state'],
  total: [
    '应付金额',
    '订单金额',
    '订单总额',
    '总金额',
    '总价',
    '金额',
    '合计',
    '订单总价',
    'total',
    'amount',
    'order total',
    'grand total',
  ],
  paid: [
    '实付金额',
    '实付',
    '买家实付',
    '实际支付金额',
    '支付金额',
    '付款金额',
    '实收金额',
    'paid',
    'paid amount',
    'amount paid',
  ],
  refunded: ['退款金额', '已退款金额', '退款', 'refund', 'refunded', 'refund amount', 'refunded amount'],
  placedAt: [
    '下单时间',
    '创建时间',
    '订单创建时间',
    '下单日期',
    '订单时间',
    '日期',
    'placed at',
    'created at',
    'order date',
    'date',
    'ordered at',
  ],
  paidAt: ['付款时间', '支付时间', '订单付款时间', 'paid at', 'payment time', 'payment date'],
  shippedAt: ['发货时间', 'shipped at', 'ship date', 'fulfilled at'],
  completedAt: ['完成时间', '交易完成时间', '确认收货时间', '签收时间', 'completed at', 'delivered at'],
  cancelledAt: ['取消时间', '关闭时间', 'cancelled at', 'canceled at'],
  refundedAt: ['退款时间', '退款完成时间', 'refunded at', 'refund time'],
  updatedAt: ['更新时间', '修改时间', '最后更新时间', 'updated at', 'modified at'],
  customer: [
    '客户编号',
    '客户id',
    '买家id',
    '买家编号',
    '会员号',
    '会员id',
    '用户id',
    'customer id',
    'buyer id',
    'user id',
    'member id',
  ],
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '买家手机',
    '收货人手机',
    '收货人手机号',
    '联系手机',
    'phone',
    'mobile',
    'phone number',
  ],
  email: ['邮箱', '电子邮箱', 'e-mail', 'email', 'customer email'],
  name: [
    '收货人',
    '收货人姓名',
    '买家',
    '买家昵称',
    '买家姓名',
    '姓名',
    '客户姓名',
    '昵称',
    'name',
    'customer',
    'customer name',
    'buyer',
  ],
  sku: ['货号', 'sku', '商品编码', '商家编码', '规格编码', '商品货号', 'sku id', 'item sku'],
  item: [
    '商品',
    '商品名称',
    '宝贝标题',
    '商品标题',
    '品名',
    'item',
    'product',
    'product name',
    'item name',
    'title',
  ],
  quantity: ['数量', '商品数量', '件数', '购买数量', '宝贝总数量', 'quantity', 'qty', 'count'],
  unit: ['单价', '商品单价', '商品价格', 'price', 'unit price', 'item price'],
}

/** Targets in the order of the columns; each is given once, null where nothing fits. */
export function guessColumns(header: readonly string[]): (Target | null)[] {
  const taken = new Set<Target>()
  return header.map((heading) => {
    // 实付金额(元) and 手机号* mean the same without what is around.
    const name = foldText(heading)
      .replace(/[(（【[].*$/u, '')
      .replace(/[*:：#]/g, '')
      .replace(/_/g, ' ')
      .trim()
    const found = (Object.keys(names) as Target[]).find((target) => names[target].includes(name))
    if (!found || taken.has(found)) return null
    taken.add(found)
    return found
  })
}
