import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  read: { zh: '查看成员', en: 'See members' },
  edit: { zh: '编辑成员与标签', en: 'Edit members and tags' },
  export: { zh: '导出成员', en: 'Export members' },
  demo: { zh: '载入和清除演示数据', en: 'Load and remove demo data' },
  loadDemo: { zh: '载入演示社群', en: 'Load the demo community' },
  joined: { zh: '加入品牌社区', en: 'Joined the community' },
  left: { zh: '注销了账号', en: 'Closed the account' },
  profileChanged: { zh: '修改了资料', en: 'Changed the profile' },
  tagged: { zh: '被打上标签', en: 'Was tagged' },
  untagged: { zh: '被移除标签', en: 'Lost a tag' },
  fieldsChanged: { zh: '资料字段有更新', en: 'Fields of the profile changed' },
  contactsChanged: { zh: '联系方式有更新', en: 'Contact points changed' },
  ownerChanged: { zh: '换了负责人', en: 'Has another owner' },
  noted: { zh: '有了一条备注', en: 'A note was written' },
  consentsChanged: { zh: '修改了授权', en: 'Changed a consent' },
  fieldDefined: { zh: '成员字段有调整', en: 'A member field was changed' },
  fields: { zh: '设置成员字段与标签组', en: 'Define member fields and tag groups' },
  contacts: { zh: '查看成员联系方式原文', en: 'See contact points in full' },
  sensitive: { zh: '查看敏感字段原文', en: 'See sensitive fields in full' },
  copy: { zh: '准备个人信息副本', en: 'Make a copy of personal data' },
  forgetCopies: { zh: '清理过期的个人信息副本', en: 'Remove old copies of personal data' },
  exportMembers: { zh: '导出成员', en: 'Export members' },
})

/** Headings of an exported file. */
export const columnLabels = defineMessages({
  id: { zh: '编号', en: 'Id' },
  nickname: { zh: '昵称', en: 'Nickname' },
  city: { zh: '城市', en: 'City' },
  channel: { zh: '来源渠道', en: 'Channel' },
  tags: { zh: '标签', en: 'Tags' },
  joinedAt: { zh: '加入时间', en: 'Joined' },
  lastSeenAt: { zh: '最近来访', en: 'Last seen' },
  bio: { zh: '简介', en: 'About' },
  phone: { zh: '手机号', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  wechat: { zh: '微信号', en: 'WeChat id' },
  external: { zh: '外部编号', en: 'External id' },
})

export const refusals = defineMessages({
  nickname: { zh: '昵称需要 1 到 20 个字', en: 'A nickname has 1 to 20 characters' },
  idsOrFilter: { zh: '请选择成员，或给出筛选条件，二选一', en: 'Give either ids or a filter' },
  nothingToDo: { zh: '请至少添加或移除一个标签', en: 'Add or remove at least one tag' },
})
