import type { Message } from '#base/i18n/messages.ts'

const known: Readonly<Record<string, Message>> = {
  '': { zh: '未知', en: 'Unknown' },
  direct: { zh: '直接访问', en: 'Direct' },
  organic: { zh: '自然流量', en: 'Organic' },
  wechat: { zh: '微信', en: 'WeChat' },
  search: { zh: '搜索', en: 'Search' },
  referral: { zh: '老带新', en: 'Referral' },
  ad: { zh: '广告投放', en: 'Ads' },
  offline: { zh: '线下', en: 'Offline' },
  invite: { zh: '邀请', en: 'Invitation' },
  store: { zh: '门店', en: 'Store' },
  social: { zh: '社交媒体', en: 'Social media' },
  xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
  douyin: { zh: '抖音', en: 'Douyin' },
  weibo: { zh: '微博', en: 'Weibo' },
  bilibili: { zh: '哔哩哔哩', en: 'Bilibili' },
  qr: { zh: '扫码', en: 'QR code' },
  email: { zh: '邮件', en: 'E-mail' },
}

/** A channel as people call it; one that campaigns made up keeps its own name. */
export const channelName = (channel: string): Message => known[channel] ?? { zh: channel, en: channel }
