/**
 * Kinds of channels: own traffic (私域) is what the brand can reach again by itself and free of charge, public traffic
 * (公域) belongs to a platform. The type of a channel says which it is.
 */
import { defineMessages, type Locale, render } from '#base/i18n/messages.ts'

export const ownTypes = ['group', 'account', 'mini', 'site', 'mail', 'shop', 'referral'] as const
export const publicTypes = ['social', 'video', 'search', 'ads', 'market', 'offline', 'partner'] as const
export const channelTypes = [...ownTypes, ...publicTypes] as const
export type ChannelType = (typeof channelTypes)[number]

/** `none`: nobody said yet. */
export const trafficKinds = ['own', 'public', 'none'] as const
export type TrafficKind = (typeof trafficKinds)[number]

export const kindOf = (type: ChannelType | null): TrafficKind =>
  type === null ? 'none' : (ownTypes as readonly string[]).includes(type) ? 'own' : 'public'

export const typeNames = defineMessages({
  group: { zh: '社群', en: 'Group chat' },
  account: { zh: '公众号 / 企业微信', en: 'Official account' },
  mini: { zh: '小程序', en: 'Mini programme' },
  site: { zh: '官网 / App', en: 'Site or app' },
  mail: { zh: '邮件 / 短信', en: 'Mail or texts' },
  shop: { zh: '门店 / 自营商城', en: 'Own shop' },
  referral: { zh: '老带新', en: 'Referral' },
  social: { zh: '内容社区', en: 'Social platform' },
  video: { zh: '短视频 / 直播', en: 'Video platform' },
  search: { zh: '搜索', en: 'Search' },
  ads: { zh: '广告投放', en: 'Advertising' },
  market: { zh: '电商 / 点评平台', en: 'Marketplace' },
  offline: { zh: '线下活动', en: 'Offline event' },
  partner: { zh: '合作方', en: 'Partner' },
})

export const typeName = (type: ChannelType, locale: Locale): string => render(typeNames[type], locale)

/** What names and UTM sources usually mean; the first that fits. Platforms come before words that many names hold. */
const usual: readonly (readonly [ChannelType, RegExp])[] = [
  ['mini', /mini|小程序|wxapp|weapp/],
  ['video', /douyin|抖音|kuaishou|快手|bilibili|b站|b 站|哔哩|视频号|tiktok|youtube|直播/],
  [
    'social',
    /xiaohongshu|xhs|小红书|weibo|微博|zhihu|知乎|douban|豆瓣|instagram|facebook|twitter|reddit|tieba|贴吧/,
  ],
  ['market', /taobao|tmall|淘宝|天猫|京东|^jd\b|拼多多|^pdd\b|meituan|美团|dianping|大众点评|amazon|shopee/],
  ['ads', /^ads?\b|cpc|cpm|paid|广告|投放|信息流|朋友圈广告/],
  ['search', /search|搜索|baidu|百度|google|bing|sogou|搜狗|seo|organic|自然流量/],
  ['group', /社群|群聊|微信群|企微群|\bgroups?\b|\bchat\b/],
  ['account', /wechat|weixin|wecom|微信|公众号|服务号|企微|企业微信|朋友圈/],
  ['mail', /mail|edm|newsletter|邮件|短信|\bsms\b/],
  ['referral', /referral|invit|老带新|转介绍|推荐|邀请|裂变/],
  ['shop', /store|\bshop\b|门店|到店|商城|包装|\bqr\b|扫码/],
  ['partner', /partner|affiliate|合作|联名|异业|\bkol\b|\bkoc\b|达人/],
  ['offline', /offline|event|线下|地推|展会|市集|快闪|沙龙|market|popup|pop-up/],
  ['site', /^direct$|^\(direct\)$|直接访问|官网|\bsite\b|\bapp\b|website/],
]

/** What a channel that nobody classified yet probably is; null: no idea. */
export const suggestType = (channel: string, name = ''): ChannelType | null => {
  const known = [channel.toLowerCase(), name.toLowerCase()]
  return usual.find(([, pattern]) => known.some((words) => pattern.test(words)))?.[0] ?? null
}

/** How far those who met us go; without anything of the server, for screens ask for it, too. */
export const stageNames = ['joined', 'interacted', 'bought', 'boughtAgain'] as const
