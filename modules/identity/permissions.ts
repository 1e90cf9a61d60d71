/** What can be allowed in identity, and which built-in roles hold it. */
import type { Permission } from '#base/access/access.ts'

export const identityPermissions: readonly Permission[] = [
  {
    name: 'community.manage',
    label: { zh: '修改品牌与社区信息', en: 'Change the brand and the community' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'operators.read',
    label: { zh: '查看运营团队与角色', en: 'See the team and its roles' },
    roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
  },
  {
    name: 'operators.manage',
    label: { zh: '邀请、调整和移除运营成员', en: 'Invite, change and remove operators' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'roles.manage',
    label: { zh: '自定义角色与权限', en: 'Define roles and what they may do' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'accounts.suspend',
    label: { zh: '停用和恢复账号', en: 'Suspend and reinstate accounts' },
    roles: ['owner', 'admin', 'moderator'],
  },
  {
    name: 'security.manage',
    label: { zh: '设置登录与安全策略', en: 'Set the sign-in and security policy' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'api_keys.manage',
    label: { zh: '管理 API 密钥', en: 'Manage API keys' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'audit.read',
    label: { zh: '查看操作审计', en: 'Read the audit log' },
    roles: ['owner', 'admin'],
    scope: true,
  },
  {
    name: 'policies.manage',
    label: { zh: '发布用户协议与隐私政策', en: 'Publish the terms and the privacy policy' },
    roles: ['owner', 'admin'],
  },
  {
    name: 'data_requests.manage',
    label: { zh: '处理个人信息请求', en: 'Answer requests about personal data' },
    roles: ['owner', 'admin', 'support'],
  },
]
