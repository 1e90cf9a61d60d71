import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  read: { zh: '查看成员', en: 'See members' },
  edit: { zh: '编辑成员与标签', en: 'Edit members and tags' },
  export: { zh: '导出成员', en: 'Export members' },
  demo: { zh: '载入和清除演示数据', en: 'Load and remove demo data' },
  loadDemo: { zh: '载入演示社群', en: 'Load the demo community' },
  joined: { zh: '加入社群', en: 'Joined the community' },
  profileChanged: { zh: '修改了资料', en: 'Changed the profile' },
  tagged: { zh: '被打上标签', en: 'Was tagged' },
  untagged: { zh: '被移除标签', en: 'Lost a tag' },
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
})

export const refusals = defineMessages({
  nickname: { zh: '昵称需要 1 到 20 个字', en: 'A nickname has 1 to 20 characters' },
  idsOrFilter: { zh: '请选择成员，或给出筛选条件，二选一', en: 'Give either ids or a filter' },
  nothingToDo: { zh: '请至少添加或移除一个标签', en: 'Add or remove at least one tag' },
})
