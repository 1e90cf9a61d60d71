import { type BuiltInRole, builtInRoles } from '#base/access/access.ts'
import { defineMessages } from '#base/i18n/messages.ts'

export const roleNames = defineMessages({
  owner: { zh: '所有者', en: 'Owner' },
  admin: { zh: '管理员', en: 'Administrator' },
  operator: { zh: '运营', en: 'Operator' },
  moderator: { zh: '版主', en: 'Moderator' },
  analyst: { zh: '分析师', en: 'Analyst' },
  support: { zh: '客服', en: 'Support' },
  viewer: { zh: '只读', en: 'Viewer' },
  expert: { zh: '特邀专家', en: 'Expert' },
  partner: { zh: '合作伙伴', en: 'Partner' },
} satisfies Record<BuiltInRole, { zh: string; en: string }>)

export const isBuiltIn = (key: string | null): key is BuiltInRole =>
  key !== null && (builtInRoles as readonly string[]).includes(key)
