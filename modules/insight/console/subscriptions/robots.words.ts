import { defineMessages } from '#base/i18n/messages.ts'

export const robotsWords = defineMessages({
  title: { zh: '群机器人', en: 'Robots' },
  lead: {
    zh: '订阅和分享发到群里用的机器人。预警各用各的，在那条预警里设。',
    en: 'Robots that subscriptions and shared reports go to. Alerts have their own, set with each alert.',
  },
  add: { zh: '添加群机器人', en: 'Add a robot' },
  addedSaid: { zh: '已添加', en: 'Added' },
  name: { zh: '群名', en: 'Name of the chat' },
  hint: { zh: '地址会加密保存，之后不再显示。', en: 'The address is sealed and never shown again.' },
  none: { zh: '还没有群机器人', en: 'No robots yet' },
  noneHint: {
    zh: '在群设置里添加一个机器人，把它的 Webhook 地址填进来。',
    en: 'Add a robot in the settings of a chat and enter its webhook address here.',
  },
  unused: { zh: '没有订阅发到这里', en: 'No subscription goes here' },
  usedBy: { zh: '接收：{names}', en: 'Gets {names}' },
  unseen: { zh: '同事的订阅', en: 'a colleague’s' },
  added: { zh: '{when}添加', en: 'Added {when}' },
  neverTold: { zh: '还没有发过', en: 'Nothing sent yet' },
  told: { zh: '{when}发到', en: 'Last told {when}' },
  toldNot: { zh: '{when}没有发成：{why}', en: 'Not told {when}: {why}' },
  tryIt: { zh: '发一条测试消息', en: 'Send a test message' },
  tried: { zh: '发到了，去群里看看', en: 'Sent; look into the chat' },
  refused: { zh: '对方拒收：{why}', en: 'Refused: {why}' },
  away: { zh: '没有连上，稍后再试：{why}', en: 'No answer; try again later: {why}' },
  rename: { zh: '改名', en: 'Rename' },
  replace: { zh: '换地址', en: 'Replace the address' },
  replaceHint: {
    zh: '「{name}」以后发到新地址，原来的地址会被清除。',
    en: '“{name}” goes to the new address from now on; the one before is cleared.',
  },
  saved: { zh: '已保存', en: 'Saved' },
  remove: { zh: '移除', en: 'Remove' },
  removeAsk: { zh: '移除「{name}」？', en: 'Remove “{name}”?' },
  removeUsed: {
    zh: '{count} 个订阅以后不再发到这里：{names}',
    en: '{count|One subscription goes|{count} subscriptions go} here no more: {names}',
  },
  removed: { zh: '已移除', en: 'Removed' },
  menu: { zh: '更多', en: 'More' },
})
