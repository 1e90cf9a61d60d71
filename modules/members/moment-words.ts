/**
 * Behaviour that pages, apps and shops usually report, in words. Facts bring their own label with the
 * timeline; what is neither is shown by the name it was sent with.
 */
import { defineMessages, type Message } from '#base/i18n/messages.ts'

const words = defineMessages({
  page_view: { zh: '浏览 {path}', en: 'Viewed {path}' },
  session_start: { zh: '来了一趟', en: 'Came by' },
  online_time: { zh: '在线', en: 'Was online' },
  app_open: { zh: '打开应用', en: 'Opened the app' },
  profile_completed: { zh: '填好了资料', en: 'Completed the profile' },
  'post.published': { zh: '发了一个帖子', en: 'Published a post' },
  'post.read': { zh: '看了一个帖子', en: 'Read a post' },
  'comment.posted': { zh: '回复了一个帖子', en: 'Replied to a post' },
  'reaction.given': { zh: '点了赞', en: 'Liked something' },
  check_in: { zh: '签到', en: 'Checked in' },
  tasting_joined: { zh: '参加了直播杯测', en: 'Joined a live tasting' },
  'order.placed': { zh: '下了一笔订单', en: 'Placed an order' },
  'order.paid': { zh: '完成了一笔付款', en: 'Paid for an order' },
  'order.amended': { zh: '付款金额有更正', en: 'The amount of an order was corrected' },
  'order.refunded': { zh: '退了一笔款', en: 'Was refunded' },
  search: { zh: '搜索「{q}」', en: 'Searched for “{q}”' },
})

export const momentWords: Readonly<Record<string, Message>> = words
