import { defineStories, fails } from '#ui/console/story/story.ts'
import {
  ago,
  allPermissions,
  days,
  hours,
  ownerSession,
  strangerSession,
  unfoundedSession,
} from '#ui/console/story/world.ts'
import type { ApiKey } from './ApiKeysScreen.tsx'
import type { AuditEntry } from './AuditScreen.tsx'
import type { Account, Device } from './account.queries.ts'
import type { Invitation, Operator, PermissionInfo, Role } from './team.queries.ts'

const role = (id: string, key: string | null, name: string) => ({ id, key, name })
const owner = role('1', 'owner', '所有者')
const operatorRole = role('3', 'operator', '运营')

const operator = (
  id: string,
  name: string,
  email: string,
  its: Operator['role'],
  twoFactor: boolean,
  seen: number | null,
): Operator => ({
  id,
  name,
  email,
  avatarUrl: null,
  role: its,
  joinedAt: ago(200 * days),
  lastSignInAt: seen === null ? null : ago(seen),
  twoFactor,
  suspended: false,
  can: { changeRole: id !== '1', remove: id !== '1', suspend: id !== '1' },
})

const team: readonly Operator[] = [
  operator('1', '林晓', 'linxiao@shanqiu.example', owner, true, 20),
  operator('2', '陈朗', 'chenlang@shanqiu.example', operatorRole, true, 3 * hours),
  operator('3', '唐果', 'tangguo@shanqiu.example', role('4', 'moderator', '版主'), false, 26 * hours),
  {
    ...operator('4', '老周', 'laozhou@shanqiu.example', role('8', null, '品质部'), false, null),
    suspended: true,
  },
]

const invitations: readonly Invitation[] = [
  {
    id: '9',
    email: 'asan@shanqiu.example',
    role: operatorRole,
    invitedBy: { id: '1', name: '林晓' },
    invitedAt: ago(2 * days),
    expiresAt: ago(-5 * days),
    expired: false,
    can: { withdraw: true },
  },
]

const permission = (name: string, label: string, scope = false): PermissionInfo => ({
  name,
  label,
  module: name.split('.')[0] ?? name,
  scope,
  held: true,
})

const permissions: readonly PermissionInfo[] = [
  permission('community.manage', '修改品牌与社区信息'),
  permission('operators.read', '查看运营团队与角色'),
  permission('operators.manage', '邀请、调整和移除运营成员'),
  permission('roles.manage', '自定义角色与权限'),
  permission('members.read', '查看成员', true),
  permission('members.edit', '给成员打标签', true),
  permission('members.export', '导出成员名单'),
  permission('insight.read', '查看数据', true),
  permission('audit.read', '查看操作审计', true),
  permission('system.read', '查看系统运行', true),
]

const madeRole = (its: Operator['role'], names: readonly string[], operators: number): Role => ({
  ...its,
  permissions: names,
  operators,
  can: { edit: its.key === null, remove: false, assign: true },
})

const roles: readonly Role[] = [
  madeRole(owner, allPermissions, 1),
  madeRole(role('2', 'admin', '管理员'), allPermissions, 0),
  madeRole(
    operatorRole,
    ['operators.read', 'members.read', 'members.edit', 'members.export', 'insight.read'],
    1,
  ),
  madeRole(role('4', 'moderator', '版主'), ['operators.read', 'members.read'], 1),
  madeRole(role('5', 'analyst', '分析师'), ['operators.read', 'members.read', 'insight.read'], 0),
  madeRole(role('8', null, '品质部'), ['members.read', 'insight.read'], 1),
]

const keys: readonly ApiKey[] = [
  {
    id: '1',
    name: '数据仓库每日同步',
    prefix: 'jl_k7Rw',
    scopes: ['members.read', 'insight.read'],
    createdBy: { id: '1', name: '林晓' },
    createdAt: ago(90 * days),
    expiresAt: ago(-90 * days),
    lastUsedAt: ago(5 * hours),
    can: { revoke: true },
  },
  {
    id: '2',
    name: '门店收银台',
    prefix: 'jl_p2Xq',
    scopes: ['members.edit'],
    createdBy: { id: '2', name: '陈朗' },
    createdAt: ago(200 * days),
    expiresAt: ago(2 * days),
    lastUsedAt: null,
    can: { revoke: true },
  },
]

const entry = (
  id: number,
  action: string,
  actorName: string,
  minutes: number,
  object: AuditEntry['object'],
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({
  id: String(id),
  at: ago(minutes),
  actor: 'account:1',
  actorName,
  action,
  object,
  detail,
  ip: '203.0.113.24',
  requestId: `0c7d1f3a9b${id}`,
})

const audit: readonly AuditEntry[] = [
  entry(
    184,
    'operator.invited',
    '林晓',
    2 * days,
    { kind: 'invitation', id: '9' },
    { email: 'asan@shanqiu.example', role: 'operator' },
  ),
  entry(183, 'members.exported', '陈朗', 2.2 * days, { kind: 'job', id: '3' }, { filter: { tag: '体验官' } }),
  entry(
    182,
    'security.changed',
    '林晓',
    6 * days,
    { kind: 'security_policy', id: null },
    { operatorsNeedTwoFactor: [false, true] },
  ),
  entry(181, 'api_key.created', '林晓', 12 * days, { kind: 'api_key', id: '1' }),
  entry(
    180,
    'operator.role_changed',
    '林晓',
    20 * days,
    { kind: 'operator', id: '3' },
    { from: 'viewer', to: 'moderator' },
  ),
]

const account: Account = {
  id: '1',
  name: '林晓',
  email: 'linxiao@shanqiu.example',
  emailVerified: false,
  avatarUrl: null,
  locale: 'zh-CN',
  timeZone: null,
  hasPassword: true,
  twoFactor: false,
  createdAt: ago(400 * days),
}

const agent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/141.0 Safari/537.36'
const devices: readonly Device[] = [
  {
    id: '1',
    current: true,
    ip: '203.0.113.24',
    userAgent: agent,
    createdAt: ago(3 * days),
    expiresAt: ago(-1 * days),
  },
  {
    id: '2',
    current: false,
    ip: '198.51.100.7',
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile MicroMessenger/8.0',
    createdAt: ago(9 * hours),
    expiresAt: ago(-1 * days),
  },
]

const signedIn = { 'GET /api/session': ownerSession }
const stranger = { 'GET /api/session': strangerSession }

export default defineStories({
  group: 'identity',
  answers: {
    'GET /api/operators': { items: team, invitations, can: { invite: true } },
    'GET /api/roles': { items: roles, can: { create: true } },
    'GET /api/permissions': { items: permissions },
    'GET /api/api-keys': { items: keys },
    'GET /api/audit': { items: audit, next: null },
    'GET /api/audit/verification': { intact: true, entries: 184, brokenAt: null },
    'GET /api/community': { ...ownerSession.community },
    'GET /api/security': { operatorsNeedTwoFactor: true, operatorSessionHours: 24, sessionDays: 30 },
    'GET /api/account': account,
    'GET /api/account/two-factor': { enabled: false, backupCodesLeft: 0 },
    'GET /api/account/passkeys': {
      items: [{ id: '1', name: 'macOS · Chrome', createdAt: ago(30 * days), backedUp: true }],
    },
    'GET /api/account/sessions': { items: devices },
    'GET /api/operators/invitations/{token}': {
      email: 'asan@shanqiu.example',
      roleName: '运营',
      community: '山丘咖啡',
      hasAccount: false,
    },
    'POST /api/session': { status: 'twoFactorRequired' },
    'POST /api/password-reset': { status: 'sent' },
  },
  stories: [
    { name: 'setup', path: '/setup', answers: { 'GET /api/session': unfoundedSession } },
    { name: 'sign in', path: '/sign-in', answers: stranger },
    { name: 'two steps', path: '/sign-in?step=two-factor', answers: stranger },
    { name: 'forgotten', path: '/forgotten', answers: stranger },
    { name: 'reset', path: '/reset?token=3fJk9', answers: stranger },
    { name: 'invitation', path: '/join/3fJk9', answers: stranger },
    {
      name: 'invitation gone',
      path: '/join/3fJk9',
      answers: {
        ...stranger,
        'GET /api/operators/invitations/{token}': fails(404, 'invitation_gone', '邀请已失效或已被使用'),
      },
    },
    {
      name: 'two steps needed',
      path: '/',
      answers: {
        'GET /api/session': {
          ...ownerSession,
          operator: { ...ownerSession.operator, permissions: [], twoFactorNeeded: true },
        },
      },
    },
    {
      name: 'not on the team',
      path: '/',
      answers: { 'GET /api/session': { ...ownerSession, operator: null } },
    },
    { name: 'account', path: '/account', answers: signedIn },
    { name: 'account security', path: '/account?tab=security', answers: signedIn },
    { name: 'account devices', path: '/account?tab=devices', answers: signedIn },
    { name: 'brand', path: '/settings/brand', answers: signedIn },
    { name: 'team', path: '/settings/operators', answers: signedIn },
    { name: 'invite', path: '/settings/operators?invite=1', answers: signedIn },
    { name: 'roles', path: '/settings/roles', answers: signedIn },
    { name: 'api keys', path: '/settings/api-keys', answers: signedIn },
    { name: 'new api key', path: '/settings/api-keys?new=1', answers: signedIn },
    {
      name: 'no api keys',
      path: '/settings/api-keys',
      answers: { ...signedIn, 'GET /api/api-keys': { items: [] } },
    },
    { name: 'security', path: '/settings/security', answers: signedIn },
    { name: 'audit', path: '/settings/audit', answers: signedIn },
  ],
})
