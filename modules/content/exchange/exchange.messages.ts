import { defineMessages, type Message } from '#base/i18n/messages.ts'
import type { RefusalReason } from './record.ts'

export const exchangeLabels = defineMessages({
  importJob: { zh: '导入社区内容', en: 'Import a community' },
  checkJob: { zh: '试读社区内容', en: 'Read a community without taking it' },
  exportJob: { zh: '导出社区内容', en: 'Export the community' },
  ended: { zh: '社区内容导入结束', en: 'An import of a community ended' },
  people: { zh: '从旧社区带来的成员', en: 'People brought from another community' },
  peopleKept: {
    zh: '只记录你在旧社区的编号，用来避免重复导入；账号注销时删除。',
    en: 'Only your number there, so that nothing is taken in twice; deleted with the account.',
  },
  stageUser: { zh: '成员', en: 'people' },
  stagePost: { zh: '帖子', en: 'posts' },
  stageComment: { zh: '评论', en: 'comments' },
  stageReaction: { zh: '表态与收藏', en: 'reactions' },
  stageAccept: { zh: '采纳的回答', en: 'accepted answers' },
})

export const reasonWords: Readonly<Record<RefusalReason, Message>> = defineMessages({
  unreadable: {
    zh: '读不懂：缺少必需的字段或格式不对',
    en: 'Cannot be read: a field is missing or malformed',
  },
  unsupported: { zh: '这里没有对应的内容类型', en: 'There is nothing of this kind here' },
  empty: { zh: '没有文字', en: 'It says nothing' },
  tooLong: { zh: '太长或嵌套太深', en: 'Too long or too deeply nested' },
  inFuture: { zh: '时间在未来', en: 'Its time lies ahead' },
  postUnknown: { zh: '所属的帖子不在导入内容里', en: 'What it belongs to is not part of the dump' },
  nobody: { zh: '不知道是谁（例如匿名投票）', en: 'Nobody is behind it (an anonymous vote)' },
  boardUnknown: { zh: '没有这个版块', en: 'There is no such board' },
})
