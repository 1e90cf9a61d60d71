import { defineMessages } from '#base/i18n/messages.ts'

/** What operators may do, and words of lists. */
export const labels = defineMessages({
  read: { zh: '查看社群', en: 'See groups' },
  edit: { zh: '创建和设置社群', en: 'Create groups and change their settings' },
  members: {
    zh: '审核入群申请、管理群成员与公告',
    en: 'Decide applications, look after members and announcements',
  },
})

export const kindLabels = defineMessages({
  welfare: { zh: '福利群', en: 'Offers' },
  interest: { zh: '兴趣群', en: 'Interest' },
  member: { zh: '会员群', en: 'Members’ club' },
  service: { zh: '服务群', en: 'Service' },
  beta: { zh: '内测群', en: 'Product beta' },
  local: { zh: '同城群', en: 'Local' },
  industry: { zh: '行业群', en: 'Industry' },
})

export const roleLabels = defineMessages({
  owner: { zh: '群主', en: 'Owner' },
  moderator: { zh: '管理员', en: 'Moderator' },
  expert: { zh: '大咖', en: 'Expert' },
  novice: { zh: '小白', en: 'Novice' },
  member: { zh: '成员', en: 'Member' },
})

/** The built-in tiers, unless an operator named them otherwise. */
export const tierLabels = defineMessages({
  base: { zh: '基础层', en: 'Base' },
  advanced: { zh: '进阶层', en: 'Advanced' },
  core: { zh: '核心层', en: 'Core' },
})
