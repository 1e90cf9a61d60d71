import { defineMessages } from '#base/i18n/messages.ts'

export const valueWords = defineMessages({
  nav: { zh: '分层与价值', en: 'Tiers & value' },
  title: { zh: '客户价值', en: 'Value of customers' },
  command: { zh: '看客户价值', en: 'See the value of customers' },
  lead: {
    zh: '从每个人买东西的节奏，估计谁还会再买、之后一年大概消费多少。是估计，不是承诺：都带区间。',
    en: 'From the rhythm in which people buy: who will buy again, and what that may be worth within a year. Estimates, with intervals.',
  },
  compute: { zh: '立即重算', en: 'Compute now' },
  computing: { zh: '估计客户价值', en: 'Estimating value' },
  computingNote: {
    zh: '按截至今天的订单重新拟合，再更新每位买家的数字。关闭此窗口不影响计算。',
    en: 'Fits to orders up to today, then brings every buyer up to date. Closing this does not stop it.',
  },
  tiers: { zh: 'RFM 分层', en: 'RFM tiers' },
  never: { zh: '还没有估计过', en: 'Nothing was estimated yet' },
  neverHint: {
    zh: '每天凌晨会自动估计一次；等不及就点「立即重算」。',
    en: 'It is done every night; or choose “Compute now”.',
  },
  tooFew: {
    zh: '只有 {repeaters} 位复购客户，少于 {least} 位，不估计',
    en: '{repeaters} bought again, fewer than {least}: nothing is estimated',
  },
  tooFewHint: {
    zh: '人太少时，估计出来的数字会误导人。先看 RFM 分层，等复购的人多了再来。',
    en: 'With so few people an estimate would mislead. Look at RFM tiers until more have bought again.',
  },
  notConverged: {
    zh: '这次没有估计出稳定的结果，不显示数字',
    en: 'No stable estimate was found this time, so no figures are shown',
  },
  noMean: {
    zh: '消费金额差别太大，算不出可信的平均值，不显示数字',
    en: 'What people spend differs so much that no mean can be trusted; no figures are shown',
  },
  failedHint: {
    zh: '通常是数据里有异常大的订单，或买家太同质。检查订单后再重算。',
    en: 'Usually some orders are extremely large, or all buyers are alike. Check the orders and compute again.',
  },
  // facts
  revenue: { zh: '未来一年预计消费', en: 'Expected within a year' },
  between: { zh: '95% 在 {low}–{high}', en: '95%: {low}–{high}' },
  betweenUnknown: { zh: '区间未知', en: 'interval not known' },
  alive: { zh: '还会再买的客户', en: 'Still customers' },
  aliveOf: { zh: '{buyers} 位买家里', en: 'of {buyers} buyers' },
  purchases: { zh: '预计再买', en: 'Purchases to come' },
  times: { zh: '{count} 次', en: '{count}' },
  perBuyer: { zh: '人均 {count} 次', en: '{count} each' },
  asOf: { zh: '订单截至', en: 'Orders up to' },
  // alive
  aliveTitle: {
    zh: '{share}的买家多半还会再买，{gone} 位多半已经走了',
    en: '{share} of buyers will likely buy again; {gone} have likely gone',
  },
  aliveNote: {
    zh: '单位：人 · P(alive) 每 10% 一档；只买过一次的人算作还在，因为看不出节奏',
    en: 'Members by P(alive) in tenths; who bought once counts as there: he has no rhythm yet',
  },
  aliveSummary: {
    zh: '按还会再买的概率分成十档的人数',
    en: 'Members in ten steps of the chance to buy again',
  },
  bin: { zh: '{from}–{to}%', en: '{from}–{to}%' },
  chance: { zh: '还会再买的概率', en: 'Chance to buy again' },
  members: { zh: '人数', en: 'Members' },
  // by
  byTitle: {
    zh: '{name}最值钱：{members} 人，未来一年预计 {revenue}',
    en: '{name} is worth most: {members} members, {revenue} within a year',
  },
  byNote: {
    zh: '单位：元 · 点是预计值，横线是 95% 区间（偶然与参数都算在内）；一人可属于多个，各行相加可能超过总数',
    en: 'Expected, with an interval of 95% that holds chance and parameters; one may be in several rows',
  },
  byEmpty: {
    zh: '选一个维度，看看值钱的客户在哪',
    en: 'Cut by something to see where the valuable customers are',
  },
  byEmptyHint: {
    zh: '点上方「不拆分」，按层级、来源渠道、标签或几个分群拆开。',
    en: 'Use the chip above: tiers, channels, tags, or some segments.',
  },
  byNobody: { zh: '这些取值里没有买过东西的人', en: 'Nobody of these ever bought' },
  perMember: { zh: '人均', en: 'Each' },
  value: { zh: '取值', en: 'Value' },
  // holdout
  holdoutTitle: {
    zh: '用前三分之二的时间拟合，之后预计买 {expected} 次，实际 {actual} 次（差 {error}）',
    en: 'Fitted on the first two thirds: {expected} purchases expected after it, {actual} came ({error} off)',
  },
  holdoutNote: {
    zh: '单位：次，累计 · {cut} 之后的订单没有参与拟合 · 虚线是实际',
    en: 'Purchases, added up; orders after {cut} were not fitted on; dotted is what came',
  },
  holdoutSummary: {
    zh: '留出期每周累计购买次数，预计与实际',
    en: 'Purchases week by week, expected and actual',
  },
  expected: { zh: '预计', en: 'Expected' },
  actual: { zh: '实际', en: 'Actual' },
  week: { zh: '第 {week} 周', en: 'Week {week}' },
  pastTitle: { zh: '以前买得越多，之后买得越多：预计与实际', en: 'The more one bought, the more one buys' },
  pastNote: {
    zh: '单位：次／人 · 按截止日前的复购次数分组，留出期内人均购买次数',
    en: 'Purchases each in the holdout, by repeat purchases before it',
  },
  past: { zh: '复购 {x} 次', en: '{x} repeats' },
  pastMore: { zh: '复购 ≥{x} 次', en: '{x} repeats or more' },
  buyers: { zh: '买家', en: 'Buyers' },
  noHoldout: { zh: '历史还不够长，没法用留出期检验', en: 'The history is too short to try the estimate out' },
  // going
  goingTitle: {
    zh: '{count} 位值钱的客户正在流失，可能损失 {money}',
    en: '{count} valuable customers are going; {money} is at stake',
  },
  goingNote: {
    zh: '还会再买的概率不到一半，而若留住价值在前一成 · 区间：十次里有八次落在其间',
    en: 'Less likely there than not, and in the top tenth by what is at stake; eight of ten end in the interval',
  },
  goingNone: { zh: '现在没有值钱又要走的客户', en: 'No valuable customer is about to go' },
  goingNoneHint: { zh: '这是好消息。明天凌晨会再看一遍。', en: 'Good news. It is looked at again tonight.' },
  goingAll: { zh: '全部 {count} 人，存为名单', en: 'All {count}, keep as a list' },
  goingName: { zh: '值钱又要走的客户', en: 'Valuable customers who are going' },
  customer: { zh: '客户', en: 'Customer' },
  bought: { zh: '买过', en: 'Bought' },
  since: { zh: '距上次', en: 'Since' },
  days: { zh: '{count} 天', en: '{count} d' },
  stake: { zh: '可能损失', en: 'At stake' },
  spread: { zh: '一年内', en: 'Within a year' },
  // deciles
  decilesTitle: {
    zh: '预计消费最高的一成客户，占未来一年的 {share}',
    en: 'The tenth that is worth most brings {share} of the year to come',
  },
  decilesNote: {
    zh: '按未来一年预计消费从高到低分十等份 · 点人数看是谁',
    en: 'Tenths by what they may spend within a year; a number opens who',
  },
  decile: { zh: '第 {n} 个一成', en: 'Tenth {n}' },
  // 口径
  methodTitle: { zh: '口径与局限', en: 'How it is counted, and its limits' },
  method1: {
    zh: '同一天的多笔订单算一次购买；全额退款的不算，部分退款扣掉；不含机器人与测试。',
    en: 'Orders of one day are one purchase; given back in full they are none, in part they are worth the rest; no robots, no tests.',
  },
  method2: {
    zh: '购买节奏用 BG/NBD 模型（Fader、Hardie、Lee 2005），单次金额用 Gamma-Gamma 模型（Fader、Hardie 2013），都按最大似然拟合。',
    en: 'Rhythm: BG/NBD (Fader, Hardie & Lee 2005); worth of a purchase: Gamma-Gamma (Fader & Hardie 2013); both by maximum likelihood.',
  },
  method3: {
    zh: '不知道促销、季节和缺货；周年庆之后的数字会偏高。少于 {least} 个复购客户，不估计。',
    en: 'It knows no promotions, seasons or empty shelves. With fewer than {least} repeat buyers nothing is estimated.',
  },
  method4: {
    zh: '一年后的 100 元按今天的 {worth} 元算（年折现 {rate}）。',
    en: '100 in a year count {worth} today ({rate} a year).',
  },
  correlated: {
    zh: '注意：买得勤和买得贵有关联（r = {r}），模型假设它们无关，金额可能偏{way}。',
    en: 'Note: how often and how much are related (r = {r}), which the model denies; amounts may be too {way}.',
  },
  low: { zh: '低', en: 'low' },
  high: { zh: '高', en: 'high' },
  parameters: { zh: '模型参数（周）', en: 'Parameters (weeks)' },
  versionOf: { zh: '{day} 拟合，{repeaters} 位复购客户', en: 'Fitted {day}, {repeaters} repeat buyers' },
  countOf: { zh: '{count} 人', en: '{count|one member|{count} members}' },
  // on the page of a member
  panel: { zh: '客户价值', en: 'Value' },
  panelNever: {
    zh: '还没买过东西，没有节奏可看。',
    en: 'Has not bought anything yet.',
  },
  panelUnknown: {
    zh: '复购的客户还太少，没有估计。',
    en: 'Too few have bought again for an estimate.',
  },
  likely: { zh: '多半还会再买', en: 'Will likely buy again' },
  unsure: { zh: '可能不再买了', en: 'May not buy again' },
  lost: { zh: '多半已经走了', en: 'Has likely gone' },
  once: { zh: '只买过一次，还看不出节奏', en: 'Bought once: no rhythm yet' },
  chanceIs: { zh: '还会再买的概率 {share}', en: 'Chance to buy again {share}' },
  yearPurchases: { zh: '一年内再买', en: 'Purchases in a year' },
  yearRevenue: { zh: '一年内消费', en: 'Spends in a year' },
  spreadOf: { zh: '八成可能在 {low}–{high}', en: '80 %: {low}–{high}' },
  boughtSince: {
    zh: '买过 {count} 次 · 上次 {days} 天前',
    en: 'Bought {count|once|{count} times} · last {days} d ago',
  },
  inTop: { zh: '预计消费排在买家前 {share}', en: 'In the top {share} of buyers' },
  inLow: { zh: '预计消费排在买家后 {share}', en: 'In the lowest {share} of buyers' },
  atStakeOf: { zh: '如果流失，可能损失 {money}', en: '{money} lost if this member goes' },
  panelNote: { zh: '按截至 {day} 的订单估计', en: 'Estimated from orders up to {day}' },
  // tiers
  trendMore: { zh: '本月「{name}」多了 {count} 人', en: '“{name}” grew by {count} this month' },
  trendFewer: { zh: '本月「{name}」少了 {count} 人', en: '“{name}” lost {count} this month' },
  trendSteady: { zh: '本月重要客户各层人数没有变', en: 'The important tiers are as large as a month ago' },
  trendNote: {
    zh: '单位：人 · 每月最后一天与今天的消费 RFM 分层，都按现在的模型算',
    en: 'Members by RFM tier at the ends of months and today, all by the model of now',
  },
  otherTiers: { zh: '一般客户（四层）', en: 'General, four tiers' },
  strategyOf: { zh: '对{name}：', en: 'For {name}:' },
  openTiers: { zh: '打开分层看是谁', en: 'Open the tiers' },
})
