import { defineMessages } from '#base/i18n/messages.ts'

/** Names of the screens; part of the first load, so only these. */
export const titles = defineMessages({
  join: { zh: '加入', en: 'Join' },
  signIn: { zh: '登录', en: 'Sign in' },
  twoFactor: { zh: '两步验证', en: 'Two-step verification' },
  forgotten: { zh: '找回密码', en: 'Forgotten password' },
  reset: { zh: '设置新密码', en: 'Set a new password' },
  verify: { zh: '验证邮箱', en: 'Verify your e-mail' },
  policies: { zh: '约定与政策', en: 'Policies' },
  account: { zh: '账号与外观', en: 'Account and appearance' },
  security: { zh: '登录与安全', en: 'Sign-in and security' },
  privacy: { zh: '隐私', en: 'Privacy' },
})
