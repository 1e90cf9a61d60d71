import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  manageKeys: { zh: '管理埋点密钥', en: 'Manage tracking keys' },
  writeEvents: { zh: '从服务端上报事件', en: 'Send events from a server' },
  visitorIdentified: { zh: '访客确认了身份', en: 'A visitor turned out to be a member' },
  keyIssued: { zh: '新建了埋点密钥「{name}」', en: 'Issued the tracking key “{name}”' },
  keyWithdrawn: { zh: '停用了埋点密钥「{name}」', en: 'Withdrew the tracking key “{name}”' },
  purgeReceipts: { zh: '清理过期的事件回执', en: 'Remove old event receipts' },
})

/** Why one event was not taken. The keys, in snake case, are the stable codes of the answer. */
export const faults = defineMessages({
  notAnObject: { zh: '事件必须是一个对象', en: 'An event must be an object' },
  badId: {
    zh: 'id 必须是 UUID，用来识别重复上报',
    en: 'id must be a UUID; it is how repeats are recognised',
  },
  badName: {
    zh: 'name 只能用小写字母、数字和下划线，以字母开头，最长 64 个字符',
    en: 'name takes lower-case letters, digits and underscores, begins with a letter, and has at most 64',
  },
  reservedName: {
    zh: '「{name}」是订单，请用订单接口上报（POST /api/orders），系统会自动记下付款和退款',
    en: '“{name}” is an order: send the order to POST /api/orders, and what was paid and refunded follows by itself',
  },
  badTime: {
    zh: 'at 必须是 ISO 8601 时间或毫秒时间戳',
    en: 'at must be an ISO 8601 time or milliseconds since 1970',
  },
  tooOld: { zh: '事件发生在 30 天以前，不再接收', en: 'The event is more than 30 days old' },
  tooNew: {
    zh: '事件时间超前 24 小时以上，请检查设备时钟',
    en: 'The event is more than 24 hours ahead; check the clock',
  },
  badAnonymousId: {
    zh: 'anonymousId 只能用字母、数字、_ 和 -，8 到 64 个字符',
    en: 'anonymousId takes letters, digits, _ and -, from 8 to 64 of them',
  },
  badSessionId: {
    zh: 'sessionId 只能用字母、数字、_ 和 -，8 到 64 个字符',
    en: 'sessionId takes letters, digits, _ and -, from 8 to 64 of them',
  },
  badProps: { zh: 'props 必须是一个对象', en: 'props must be an object' },
  tooManyProps: { zh: 'props 最多 64 个字段', en: 'props has at most 64 fields' },
  badPropName: {
    zh: '字段名「{name}」无效：以字母开头，用字母、数字和下划线，最长 64 个字符',
    en: 'Field “{name}”: begin with a letter; letters, digits and underscores; at most 64',
  },
  privateProp: {
    zh: '字段「{name}」可能是个人敏感信息，请勿上报',
    en: 'Field “{name}” looks like private data; do not send it',
  },
  hugeNumber: {
    zh: '字段「{name}」的数字太大，请改用文字',
    en: 'The number in “{name}” is too large; send it as text',
  },
  badPropValue: {
    zh: '字段「{name}」只能是文字、数字、布尔值，或由它们组成的一层列表或对象',
    en: 'Field “{name}” takes text, numbers, booleans, or one level of a list or object of them',
  },
  longPropValue: {
    zh: '字段「{name}」超过 1,024 个字符（列表和对象最多 64 项）',
    en: 'Field “{name}” is longer than 1,024 characters (lists and objects: 64 items)',
  },
  badValue: { zh: 'value 必须是整数（金额以分为单位）', en: 'value must be a whole number (money in fen)' },
  badObject: {
    zh: 'object 需要 kind（小写字母）和 id（数字）',
    en: 'object needs a kind (lower-case letters) and an id (digits)',
  },
  badGroup: { zh: 'groupId 必须是数字', en: 'groupId must be digits' },
  memberRefused: {
    zh: '只有服务端密钥可以指定 memberId',
    en: 'Only a server key may name a memberId',
  },
  unknownMember: { zh: '没有这位成员', en: 'There is no such member' },
  badText: { zh: '「{name}」含有无法保存的字符', en: '“{name}” has characters that cannot be kept' },
})
