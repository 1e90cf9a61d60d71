import { defineMessages } from '#base/i18n/messages.ts'

export const subscriptionWords = defineMessages({
  job: { zh: '检查到点的订阅', en: 'Look for subscriptions that are due' },
  why: {
    zh: '看板和报告按社区的时区定时发出；停机后只补最近一次',
    en: 'Dashboards and reports leave at their hour; after a stop only the latest is made up for',
  },
  sendJob: { zh: '发送订阅', en: 'Send a subscription' },
  whyYouGetThis: {
    zh: '你收到这封信，因为{name}的订阅里有你。点下面的链接可以一键退订，或在「计划 → 报告 → 订阅」里改。',
    en: 'You are a reader of the subscription to {name}. Stop it with one click below, or change it under Plan → Reports → Subscriptions.',
  },
  sharedOnce: {
    zh: '这是同事单独分享给你的，不会再自动发。',
    en: 'A colleague shared this with you; no more come by themselves.',
  },
  mayNot: { zh: '已无权查看，没有发', en: 'May no longer see it; not sent' },
  ownerMayNot: {
    zh: '建订阅的人已无权查看，没有发到群里',
    en: 'Who made it may no longer see it; not sent to the chat',
  },
  failedSubject: { zh: '订阅「{name}」没有发成', en: 'The subscription “{name}” was not sent' },
  failedSaid: {
    zh: '{day} 的这一份试了多次，还有 {count} 处没有收到。原因：',
    en: 'That of {day} was tried many times; {count|one did|{count} did} not get it. What happened:',
  },
  failedOpen: { zh: '查看订阅', en: 'See subscriptions' },
  notTaken: {
    zh: '邮件没有送达，看看邮箱地址是否有效',
    en: 'The mail was not taken; look whether the address is right',
  },
  refused: {
    zh: '群机器人拒收，看看它是不是被移除了',
    en: 'The robot refused it; look whether it was removed',
  },
  cutShort: { zh: '发送时中断，可能没有到', en: 'Cut short while it was sent; it may not have arrived' },
  tryTitle: { zh: '测试消息', en: 'A test' },
  trySaid: {
    zh: '「{name}」已接通，订阅的看板和报告会发到这里。',
    en: '“{name}” works: dashboards and reports will be told here.',
  },
  tryOpen: { zh: '管理群机器人', en: 'Robots' },
  stopTitle: { zh: '退订{name}', en: 'Stop {name}' },
  stopAsk: {
    zh: '以后不再把{name}发到你的邮箱，同事的不受影响。',
    en: '{name} will not be mailed to you any more; your colleagues still get it.',
  },
  stopVerb: { zh: '退订', en: 'Stop it' },
  stopped: { zh: '已退订', en: 'Stopped' },
  stoppedSaid: {
    zh: '{name}不会再发给你。想恢复，请同事在订阅里重新加上你。',
    en: '{name} is not sent to you any more. To have it back, ask a colleague to add you again.',
  },
})
