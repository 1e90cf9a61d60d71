import { defineMessages } from '#base/i18n/messages.ts'

export const me = defineMessages({
  navigation: { zh: '我的设置', en: 'My settings' },
  since: { zh: '入住第 {days} 天', en: 'Day {days} here' },
  editProfile: { zh: '编辑资料', en: 'Edit profile' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signedOut: { zh: '已退出登录', en: 'Signed out' },
  console: { zh: '运营后台', en: 'Operator console' },
  consoleNote: { zh: '你在这里工作', en: 'You work here' },
  mailUnverified: { zh: '邮箱未验证', en: 'E-mail not verified' },
})
