import { defineMessages } from '#base/i18n/messages.ts'

export const mailTexts = defineMessages({
  hello: { zh: '{name}，你好', en: 'Hello {name}' },
  notYou: {
    zh: '如果不是你本人操作，忽略这封邮件即可，不会有任何变化。',
    en: 'If you did not ask for this, ignore this mail; nothing will change.',
  },
  minutes: {
    zh: '链接 {minutes} 分钟内有效，只能使用一次。',
    en: 'The link works once, for {minutes} minutes.',
  },
  hours: { zh: '链接 {hours} 小时内有效，只能使用一次。', en: 'The link works once, for {hours} hours.' },

  verifySubject: { zh: '确认邮箱，完成加入{brand}', en: 'Confirm your address to join {brand}' },
  verifyText: {
    zh: '点一下按钮确认这个邮箱是你的，就可以开始了。',
    en: 'Press the button to confirm that this address is yours, and you are in.',
  },
  verifyButton: { zh: '确认邮箱', en: 'Confirm address' },
  addressSubject: { zh: '确认你在{brand}的新邮箱', en: 'Confirm your new address at {brand}' },
  addressText: {
    zh: '确认后，这个邮箱将用于登录和接收通知。',
    en: 'Once confirmed, this address signs you in and receives your notices.',
  },

  existsSubject: { zh: '你在{brand}已经有账号了', en: 'You already have an account at {brand}' },
  existsText: {
    zh: '有人用这个邮箱申请加入，但它已经注册过了。如果是你，直接登录就好；忘记密码可以在登录页重设。',
    en: 'Somebody asked to join with this address, which has an account already. If it was you, just sign in; the sign-in page also resets a forgotten password.',
  },
  existsButton: { zh: '去登录', en: 'Sign in' },

  linkSubject: { zh: '登录{brand}的链接', en: 'Your link to sign in to {brand}' },
  linkText: {
    zh: '点一下按钮就能登录，不需要密码。',
    en: 'Press the button to sign in, no password needed.',
  },
  linkButton: { zh: '登录', en: 'Sign in' },

  resetSubject: { zh: '重设你在{brand}的密码', en: 'Reset your password at {brand}' },
  resetText: {
    zh: '点击按钮设置新密码。设置后，其他设备上的登录都会退出。',
    en: 'Press the button to set a new password. All your other devices will be signed out.',
  },
  resetButton: { zh: '设置新密码', en: 'Set a new password' },

  invitationSubject: {
    zh: '{inviter}邀请你加入{brand}的运营团队',
    en: '{inviter} invites you to run {brand}',
  },
  invitationText: {
    zh: '你将以「{role}」的角色参与社区运营。接受邀请后即可进入管理后台。',
    en: 'You would join the team as {role}. Accept, and the console is open to you.',
  },
  invitationButton: { zh: '接受邀请', en: 'Accept the invitation' },

  newSignInSubject: { zh: '{brand}：新设备登录提醒', en: '{brand}: a new sign-in' },
  newSignInText: {
    zh: '你的账号刚刚在一台没见过的设备上登录：',
    en: 'Your account was just used on a device we have not seen before:',
  },
  when: { zh: '时间', en: 'When' },
  where: { zh: 'IP 地址', en: 'Address' },
  what: { zh: '设备', en: 'Device' },
  newSignInNote: {
    zh: '如果不是你，请马上修改密码并退出其他设备。',
    en: 'If this was not you, change your password and sign out other devices now.',
  },
  securityButton: { zh: '查看账号安全', en: 'Check my security' },

  passwordSubject: { zh: '你在{brand}的密码已修改', en: 'Your password at {brand} was changed' },
  passwordText: {
    zh: '密码刚刚被修改，其他设备上的登录已全部退出。',
    en: 'Your password has just been changed, and your other devices were signed out.',
  },
  passwordNote: {
    zh: '如果不是你，请立即重设密码，并联系管理员。',
    en: 'If this was not you, reset it now and tell the administrator.',
  },
  emailChangedSubject: { zh: '你在{brand}的登录邮箱已更换', en: 'Your address at {brand} was changed' },
  emailChangedText: {
    zh: '你的账号已改用另一个邮箱登录，这个邮箱不再接收通知。',
    en: 'Your account now uses another address; this one receives nothing more.',
  },
})
