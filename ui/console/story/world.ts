/** The named brand for stories: 山丘咖啡 on Thursday 19 November 2026, 09:41:58 in Shanghai, with 林晓 at the console. */
import type { Session } from '../session.ts'

export const storyNow = Date.parse('2026-11-19T09:41:58+08:00')

export const allPermissions = [
  'accounts.suspend',
  'api_keys.manage',
  'audience.edit',
  'audience.read',
  'audit.read',
  'care.edit',
  'care.read',
  'community.manage',
  'content.edit',
  'content.exchange',
  'content.moderate',
  'content.read',
  'data_requests.manage',
  'interviews.edit',
  'interviews.read',
  'insight.read',
  'mailbox.read',
  'members.contacts',
  'members.edit',
  'members.export',
  'members.fields',
  'members.import',
  'members.merge',
  'members.read',
  'members.sensitive',
  'operators.manage',
  'operators.read',
  'policies.manage',
  'roles.manage',
  'security.manage',
  'system.operate',
  'system.read',
  'calendar.manage',
  'tasks.manage',
  'tasks.read',
  'tasks.work',
  'team.manage',
  'tracking.keys',
]

const methods = { password: true, magicLink: true, passkey: true, oidc: null, wechat: false }

const community = {
  name: '山丘咖啡',
  slogan: '把每一杯喝明白',
  logoUrl: null,
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  icp: '沪ICP备2026000042号',
  policeFiling: '',
} as const

/** 林晓, owner. */
export const ownerSession: Session = {
  account: {
    id: '1',
    name: '林晓',
    email: 'linxiao@shanqiu.example',
    emailVerified: true,
    avatarUrl: null,
    locale: 'zh-CN',
    timeZone: null,
    suspended: false,
    twoFactor: true,
  },
  member: { id: '1' },
  operator: { role: 'owner', roleName: '所有者', permissions: allPermissions, twoFactorNeeded: false },
  community,
  setupRequired: false,
  methods,
}

/** 陈朗, who may read members and nothing of the system. */
export const viewerSession: Session = {
  ...ownerSession,
  account: { ...ownerSession.account!, id: '2', name: '陈朗', email: 'chenlang@shanqiu.example' },
  operator: { role: 'viewer', roleName: '只读', permissions: ['members.read'], twoFactorNeeded: false },
}

export const strangerSession: Session = {
  ...ownerSession,
  account: null,
  member: null,
  operator: null,
  methods: { ...methods, oidc: { name: '企业账号' }, wechat: true },
}

export const unfoundedSession: Session = {
  ...strangerSession,
  community: { ...community, name: '聚落', slogan: '', icp: '' },
  setupRequired: true,
}

/** A time before `storyNow`, as the API writes times. */
export const ago = (minutes: number): string => new Date(storyNow - minutes * 60_000).toISOString()
export const hours = 60
export const days = 24 * hours
