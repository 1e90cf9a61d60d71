/** Channels as lists write them, in the words that the product counts by. */
const words: Readonly<Record<string, string>> = {
  微信: 'wechat',
  公众号: 'wechat',
  朋友圈: 'wechat',
  企业微信: 'wechat',
  小程序: 'wechat',
  搜索: 'search',
  百度: 'search',
  自然流量: 'organic',
  老带新: 'referral',
  转介绍: 'referral',
  朋友推荐: 'referral',
  广告: 'ad',
  广告投放: 'ad',
  线下: 'offline',
  线下活动: 'offline',
  邀请: 'invite',
  门店: 'store',
  到店: 'store',
  小红书: 'xiaohongshu',
  抖音: 'douyin',
  微博: 'weibo',
  b站: 'bilibili',
  哔哩哔哩: 'bilibili',
  扫码: 'qr',
  邮件: 'email',
  直接访问: 'direct',
}

/** A channel that nobody knows keeps its own name. */
export const channelOf = (text: string): string => words[text.toLowerCase()] ?? text
