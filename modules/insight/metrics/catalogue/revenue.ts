/** 变现: orders and what they bring. */
import { anyone, count, entry, formula, members, metric, people, population, ratio, sum } from './entry.ts'

const paid = ['order.paid']
const bought = { event: 'order.paid', ...anyone }

export const revenue = [
  entry(
    'revenue',
    ['成交额', 'Revenue'],
    ['当期支付金额 − 当期退款金额', 'Paid in the period − refunded in it'],
    formula('a - b', { a: sum(paid, anyone), b: sum(['order.refunded'], anyone) }),
    'money',
    { ids: ['S1-10', 'S3-56'] },
  ),
  entry(
    'orders',
    ['支付订单', 'Paid orders'],
    ['当期支付的订单数', 'Orders paid in the period'],
    count(paid, anyone),
    'times',
  ),
  entry(
    'buyers',
    ['购买会员', 'Buyers'],
    ['当期支付过订单的会员数', 'Members who paid an order in the period'],
    members(paid, anyone),
    'members',
  ),
  entry(
    'purchase_frequency',
    ['购买频次 F', 'Purchases per buyer (F)'],
    ['支付订单数 ÷ 购买会员数', 'Paid orders ÷ buyers'],
    ratio(count(paid, anyone), members(paid, anyone)),
    'number',
    { ids: ['S2-24'] },
  ),
  entry(
    'recent_buyer_share',
    ['近期购买占比 R', 'Share of recent buyers (R)'],
    ['近 30 天购买的会员数 ÷ 购买过的会员数', 'Members who bought in the last 30 days ÷ all who ever bought'],
    ratio(members(paid, { rolling: 30, ...anyone }), people({ ...bought, when: 'ever' })),
    'share',
    { ids: ['S2-23'] },
  ),
  entry(
    'average_order_value',
    ['客单价', 'Average order value'],
    ['支付金额 ÷ 支付订单数', 'Paid ÷ paid orders'],
    ratio(sum(paid, anyone), count(paid, anyone)),
    'money',
  ),
  entry(
    'arpu',
    ['ARPU', 'ARPU'],
    ['成交额 ÷ 活跃会员数', 'Revenue ÷ active members'],
    ratio(metric('revenue'), members(['*'])),
    'money',
    { ids: ['S1-36'] },
  ),
  entry(
    'arppu',
    ['ARPPU', 'ARPPU'],
    ['成交额 ÷ 购买会员数', 'Revenue ÷ buyers'],
    ratio(metric('revenue'), members(paid, anyone)),
    'money',
    { ids: ['S2-25', 'S1-36'] },
  ),
  entry(
    'revenue_per_member',
    ['人均成交额', 'Revenue per member'],
    ['成交额 ÷ 期末会员数', 'Revenue ÷ members at the end'],
    ratio(metric('revenue'), population()),
    'money',
    { ids: ['S1-36'] },
  ),
  entry(
    'buyer_rate',
    ['购买转化率', 'Buyers among the active'],
    ['购买会员数 ÷ 活跃会员数', 'Buyers ÷ active members'],
    ratio(members(paid, anyone), members(['*'])),
    'share',
    { ids: ['S4-01'] },
  ),
  entry(
    'repurchase_rate',
    ['复购率', 'Repurchase rate'],
    [
      '近 90 天支付 ≥ 2 单的会员数 ÷ 支付 ≥ 1 单的会员数',
      'Members with 2 orders or more in 90 days ÷ members with 1 or more',
    ],
    ratio(members(paid, { atLeast: 2, rolling: 90, ...anyone }), members(paid, { rolling: 90, ...anyone })),
    'share',
    { ids: ['S0-07', 'S1-46', 'S2-34', 'S4-14'] },
  ),
  entry(
    'repurchase_rate_new',
    ['新客复购率', 'Repurchase of new buyers'],
    [
      '当期首购的会员中，之后又买过的人数占比',
      'Of members who first bought in the period, those who bought again later',
    ],
    ratio(
      people(
        bought,
        { ...bought, when: 'before', not: true },
        {
          event: 'order.paid',
          where: [{ property: 'first', test: { op: 'is', value: 'false' } }],
          ...anyone,
        },
      ),
      people(bought, { ...bought, when: 'before', not: true }),
    ),
    'share',
    { ids: ['S2-33'] },
  ),
  entry(
    'repurchase_rate_old',
    ['老客复购率', 'Repurchase of old buyers'],
    [
      '此前买过、当期又买的会员数 ÷ 此前买过的会员数',
      'Members who bought before and again in the period ÷ members who bought before',
    ],
    ratio(people(bought, { ...bought, when: 'before' }), people({ ...bought, when: 'before' })),
    'share',
    { ids: ['S2-33'] },
  ),
  entry(
    'refund_rate',
    ['退款率', 'Refund rate'],
    ['退款金额 ÷ 支付金额', 'Refunded ÷ paid'],
    ratio(sum(['order.refunded'], anyone), sum(paid, anyone)),
    'share',
    { better: 'less' },
  ),
  entry(
    'roi',
    ['ROI', 'Return on spending'],
    ['（成交额 − 渠道花费）÷ 渠道花费', '(Revenue − spent on channels) ÷ spent on channels'],
    formula('(a - b) / b', { a: metric('revenue'), b: sum(['channel.spent'], anyone) }),
    'share',
    { ids: ['S2-42', 'S3-56'] },
  ),
]
