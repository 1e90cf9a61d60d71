import type { Message } from '#base/i18n/messages.ts'

const known: Readonly<Record<string, Message>> = {
  accounts: { zh: '账号', en: 'Accounts' },
  api_keys: { zh: 'API 密钥', en: 'API keys' },
  audit: { zh: '审计', en: 'Audit' },
  community: { zh: '社区', en: 'Community' },
  data_requests: { zh: '个人信息请求', en: 'Data requests' },
  insight: { zh: '洞察', en: 'Insight' },
  mailbox: { zh: '邮件箱', en: 'Mailbox' },
  members: { zh: '成员', en: 'Members' },
  operators: { zh: '运营团队', en: 'Team' },
  policies: { zh: '协议与政策', en: 'Policies' },
  roles: { zh: '角色', en: 'Roles' },
  security: { zh: '安全', en: 'Security' },
  system: { zh: '系统', en: 'System' },
  tracking: { zh: '埋点', en: 'Tracking' },
}

/** How permissions are grouped, in words; a group that is not listed here keeps its own name. */
export const moduleName = (group: string): Message => known[group] ?? { zh: group, en: group }
