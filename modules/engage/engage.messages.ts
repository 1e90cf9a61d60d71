/** What members and operators read of notices. */
import { defineMessages } from '#base/i18n/messages.ts'

export const engageTexts = defineMessages({
  oneActor: { zh: '{a}', en: '{a}' },
  twoActors: { zh: '{a}、{b}', en: '{a} and {b}' },
  manyActors: { zh: '{a}、{b} 等 {people} 人', en: '{a}, {b} and {others|one other|{others} others}' },
  somebody: { zh: '有人', en: 'Somebody' },
  several: { zh: '你有 {count} 条新消息', en: 'You have {count|one new notice|{count} new notices}' },
  seeDeliveries: { zh: '查看通知送达情况', en: 'See how notices are delivered' },
  fanOutJob: { zh: '通知关注者', en: 'Tell followers' },
  pushJob: { zh: '推送通知到浏览器', en: 'Push notices to browsers' },
  pushWhy: {
    zh: '送出到点的推送（免打扰结束、失败重试），接上中断的通知',
    en: 'Sends what has come due (rest is over, another try) and goes on where telling broke off',
  },
  digestJob: { zh: '发送未读摘要邮件', en: 'Send digests of unread notices' },
  digestWhy: {
    zh: '按每位成员选择的时间发送未读摘要',
    en: 'Sends each member what he has not read, at the hour he chose',
  },
  sweepJob: { zh: '清理旧通知', en: 'Clear out old notices' },
  sweepWhy: {
    zh: '已读通知保留 90 天，未读保留 180 天，送达记录保留 30 天',
    en: 'Read notices are kept 90 days, unread ones 180, the record of deliveries 30',
  },
})
