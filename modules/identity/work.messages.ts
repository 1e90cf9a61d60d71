import { defineMessages } from '#base/i18n/messages.ts'

export const workWords = defineMessages({
  invitations: { zh: '团队邀请', en: 'Invitations to the team' },
  invitationsTitle: {
    zh: '{count} 封团队邀请还没被接受',
    en: '{count|One invitation|{count} invitations} to the team not accepted yet',
  },
  invitationsNote: { zh: '最近发给 {email}，角色 {role}', en: 'Latest to {email}, as {role}' },
  seeInvitations: { zh: '查看邀请', en: 'See them' },
  account: { zh: '我的账号', en: 'My account' },
  emailTitle: { zh: '你的邮箱还没有验证', en: 'Your e-mail address is not verified' },
  emailNote: {
    zh: '{email} · 验证后才能用它找回密码',
    en: '{email} · needed to get back in when the password is lost',
  },
  verify: { zh: '去验证', en: 'Verify' },
  twoFactorTitle: { zh: '你的账号还没有开启两步验证', en: 'Your account has no two-step sign-in' },
  twoFactorNote: {
    zh: '你能修改全部设置，值得多一道保护',
    en: 'You can change everything here; it deserves the second lock',
  },
  turnOn: { zh: '去开启', en: 'Turn it on' },
})
