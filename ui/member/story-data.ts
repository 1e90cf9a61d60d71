/** 山丘咖啡 for stories: Sunday 22 November 2026, 19:30 in Shanghai, with 青野 at her phone. */
import type { Session } from './session.ts'

export const storyNow = Date.parse('2026-11-22T19:30:00+08:00')

/** A time before `storyNow`, as the API writes times. */
export const ago = (hours: number): string => new Date(storyNow - hours * 3_600_000).toISOString()

export const memberSession: Session = {
  account: {
    id: '12',
    name: '青野',
    email: 'qingye@example.com',
    emailVerified: true,
    avatarUrl: null,
    locale: 'zh-CN',
    timeZone: null,
    suspended: false,
    twoFactor: false,
  },
  member: { id: '83' },
  operator: null,
  community: {
    name: '山丘咖啡',
    slogan: '把一杯咖啡，喝成一群朋友',
    logoUrl: null,
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    icp: '沪ICP备2026000042号',
    policeFiling: '',
  },
  setupRequired: false,
  methods: { password: true, magicLink: true, passkey: true, oidc: { name: '企业账号' }, wechat: true },
}

export const strangerSession: Session = { ...memberSession, account: null, member: null }

export const ownProfile = {
  id: '83',
  token: 'q1ngye',
  nickname: '青野',
  avatarUrl: null,
  city: '上海',
  bio: '手冲新手，喜欢埃塞，周末在家杯测。',
  joinedAt: ago(185 * 24),
  can: { edit: true },
}
