import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the screen about one's own data. */
export const words = defineMessages({
  about: {
    zh: '这里是社群里关于你的信息：哪些是你填的、哪些是我们记的，都能看、能改、能带走。',
    en: 'What this community knows of you: what you told us and what we noted. See it, change it, take it with you.',
  },
  fields: { zh: '补充资料', en: 'More about you' },
  fieldsAbout: {
    zh: '都可以不填；填了，我们能更懂你。',
    en: 'All of it is optional; it helps us to know you better.',
  },
  fieldsAboutSome: {
    zh: '标着「必要」的，没有它就没法提供服务；其余都可以不填。',
    en: 'What is marked as needed we cannot do without; the rest is optional.',
  },
  needed: { zh: '必要', en: 'needed' },
  purpose: { zh: '用途：{purpose}', en: 'For: {purpose}' },
  noted: { zh: '我们记录的', en: 'Noted by us' },
  notedAbout: {
    zh: '不对的话，告诉管理员，我们会更正。',
    en: 'Tell us when something is wrong; we correct it.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  choose: { zh: '请选择', en: 'Choose' },
  none: { zh: '不填', en: 'Leave empty' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  province: { zh: '{label}：省份', en: '{label}: province' },
  city: { zh: '{label}：城市', en: '{label}: city' },
  sensitive: { zh: '敏感信息', en: 'Sensitive data' },
  sensitiveAgree: { zh: '我同意保存下面这些敏感信息', en: 'I agree to the keeping of this sensitive data' },
  sensitiveNote: {
    zh: '加密存放，只用于写明的用途；查看的人会被记录。随时可以关掉。',
    en: 'Encrypted, only for the purpose that is named; whoever looks is written down. Turn it off at any time.',
  },
  unknown: { zh: '—', en: '—' },
  tags: { zh: '我的标签', en: 'Your tags' },
  tagsAbout: {
    zh: '运营或规则给你打上的，用来推荐内容和活动。不想要就删掉，删了不会再打上。',
    en: 'Given by the team or by rules, to recommend content and activities. Delete what you do not want: it never comes back.',
  },
  noTags: { zh: '你身上还没有标签', en: 'You carry no tags' },
  removeTag: { zh: '删除标签「{name}」', en: 'Delete the tag {name}' },
  tagRemoved: { zh: '已删除「{name}」，不会再打上', en: '{name} is deleted and never comes back' },
  byRule: { zh: '规则', en: 'rule' },
  copy: { zh: '带走我的数据', en: 'Take your data with you' },
  copyAbout: {
    zh: '资料、标签、备注、足迹、授权记录，整理成一个文件（JSON）。只有你能下载，保留 7 天。',
    en: 'Profile, tags, notes, trail and consents in one file (JSON). Only you can download it, for seven days.',
  },
  makeCopy: { zh: '生成一份副本', en: 'Make a copy' },
  making: { zh: '正在整理，通常不到一分钟', en: 'Being made, usually within a minute' },
  download: { zh: '下载副本', en: 'Download' },
  readyAt: { zh: '{when}生成', en: 'made {when}' },
  again: { zh: '重新生成', en: 'Make another' },
  privacy: { zh: '隐私与授权', en: 'Privacy and consents' },
  privacyNote: { zh: '撤回授权、申请删除账号', en: 'Withdraw consents, ask for deletion' },
})
