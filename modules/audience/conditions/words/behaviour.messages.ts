/**
 * Behaviour as conditions name it: what somebody does, after 从未, 曾经, 近 30 天 (in English a past participle). Facts
 * bring their own label; what is neither is shown by the name it was sent with.
 */
import { defineMessages, type Message } from '#base/i18n/messages.ts'

const words = defineMessages({
  '*': { zh: '任何动作', en: 'done anything' },
  page_view: { zh: '浏览页面', en: 'viewed a page' },
  session_start: { zh: '来访', en: 'come by' },
  online_time: { zh: '在线', en: 'been online' },
  app_open: { zh: '打开应用', en: 'opened the app' },
  profile_completed: { zh: '填好资料', en: 'completed the profile' },
  'post.published': { zh: '发布帖子', en: 'published a post' },
  'post.read': { zh: '浏览帖子', en: 'read a post' },
  'comment.posted': { zh: '回复帖子', en: 'replied to a post' },
  'reaction.given': { zh: '点赞', en: 'liked something' },
  check_in: { zh: '签到', en: 'checked in' },
  tasting_joined: { zh: '参加直播杯测', en: 'joined a live tasting' },
  'order.placed': { zh: '下单', en: 'placed an order' },
  'order.paid': { zh: '付款', en: 'paid for an order' },
  'order.refunded': { zh: '退款', en: 'been refunded' },
  group_visited: { zh: '进群看看', en: 'looked into a group' },
  message_sent: { zh: '在群里发言', en: 'written in a group' },
  search: { zh: '搜索', en: 'searched' },
})

export const behaviourWords: Readonly<Record<string, Message>> = words

/** What the amount of an event counts, where it is known. */
export const amountOf: Readonly<Record<string, 'money' | 'seconds'>> = {
  'order.placed': 'money',
  'order.paid': 'money',
  'order.refunded': 'money',
  online_time: 'seconds',
}

export const propertyWords: Readonly<Record<string, Message>> = defineMessages({
  value: { zh: '金额', en: 'amount' },
  path: { zh: '页面', en: 'page' },
  channel: { zh: '渠道', en: 'channel' },
  post: { zh: '帖子', en: 'post' },
  length: { zh: '字数', en: 'length' },
  q: { zh: '搜索词', en: 'search words' },
  tag: { zh: '标签', en: 'tag' },
})
