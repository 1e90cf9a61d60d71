import { defineMessages } from '#base/i18n/messages.ts'

export const importLabels = defineMessages({
  permission: { zh: '导入成员名单', en: 'Import lists of members' },
  merging: { zh: '合并重复的成员', en: 'Merge members who are there twice' },
  imported: { zh: '随名单导入', en: 'Came with a list' },
  undone: { zh: '一次导入被撤销', en: 'An import was taken back' },
  ended: { zh: '一份名单导入完毕', en: 'A list was imported' },
  checkJob: { zh: '检查导入名单', en: 'Check a list before it is imported' },
  runJob: { zh: '导入成员名单', en: 'Import a list of members' },
  undoJob: { zh: '撤销一次导入', en: 'Take an import back' },
  purgeJob: { zh: '清理导入留下的文件和记录', en: 'Remove files and records of old imports' },
  purgeWhy: {
    zh: '名单里是个人信息：导入结束 30 天后，原文件、出错的行和撤销所需的记录都会删除',
    en: 'Lists are personal data: thirty days after an import its file, its refused rows and what undoing needs are removed',
  },
})

/** Why a row was refused. Read in the console and in the file of refused rows. */
export const rowReasons = defineMessages({
  noName: { zh: '缺少昵称', en: 'The nickname is missing' },
  nameLong: { zh: '昵称超过 60 个字', en: 'The nickname is longer than 60 characters' },
  noKey: {
    zh: '没有手机号、邮箱等能认出本人的信息',
    en: 'Nothing by which the person can be recognised, such as a phone or e-mail',
  },
  phone: { zh: '手机号不正确', en: 'Not a phone number' },
  email: { zh: '邮箱地址不正确', en: 'Not an e-mail address' },
  wechat: { zh: '微信号不正确', en: 'Not a WeChat id' },
  external: { zh: '外部编号不正确', en: 'Not an id' },
  cityLong: { zh: '城市超过 60 个字', en: 'The city is longer than 60 characters' },
  channelLong: { zh: '渠道超过 40 个字', en: 'The channel is longer than 40 characters' },
  bioLong: { zh: '简介超过 300 个字', en: 'The text about the person is longer than 300 characters' },
  tagLong: { zh: '标签「{tag}」超过 30 个字', en: 'The tag “{tag}” is longer than 30 characters' },
  tagsMany: { zh: '标签超过 20 个', en: 'More than 20 tags' },
  joinedAt: { zh: '时间无法识别，请写成 2026-05-20', en: 'Not a day; write 2026-05-20' },
  joinedLater: { zh: '加入时间在未来', en: 'The day of joining is in the future' },
  card: {
    zh: '群名片不符合「{why}」的格式',
    en: 'The group card does not follow “{why}”',
  },
  field: { zh: '{field}：{why}', en: '{field}: {why}' },
  repeated: { zh: '与第 {row} 行是同一个人', en: 'The same person as in row {row}' },
  severalPeople: {
    zh: '这些联系方式分属 {count} 位成员，请先在「重复成员」里合并',
    en: 'These contact points belong to {count} members; merge them first under “Doubles”',
  },
  severalNames: {
    zh: '有 {count} 位成员都叫这个名字，请补充手机号等信息',
    en: '{count} members have this name; add a phone or another key',
  },
})
export type RowReason = keyof typeof rowReasons

/** Parts of a group card, for the sentence that says which rule a card breaks. */
export const partNames = defineMessages({
  nickname: { zh: '昵称', en: 'nickname' },
  city: { zh: '城市', en: 'city' },
  tags: { zh: '标签', en: 'tags' },
  bio: { zh: '简介', en: 'about' },
  wechat: { zh: '微信号', en: 'WeChat id' },
})
