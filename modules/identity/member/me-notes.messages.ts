import { defineMessages } from '#base/i18n/messages.ts'

/** What the lines of Me lead to, in a few words. */
export const notes = defineMessages({
  account: { zh: '邮箱、外观、语言、时区', en: 'E-mail, appearance, language, time zone' },
  security: { zh: '密码、通行密钥、两步验证、登录设备', en: 'Password, passkeys, two-step, devices' },
  privacy: { zh: '授权、导出、删除、我们留了什么', en: 'Consents, export, deletion, what is kept' },
})
