import { defineMessages } from '#base/i18n/messages.ts'

/** Words of every form. */
export const form = defineMessages({
  optional: { zh: '选填', en: 'optional' },
  showPassword: { zh: '显示密码', en: 'Show password' },
  hidePassword: { zh: '隐藏密码', en: 'Hide password' },
  fieldMissing: { zh: '请填写{label}', en: '{label} is needed' },
  fieldEmail: {
    zh: '邮箱地址不完整，例如 name@example.com',
    en: 'This is not a complete e-mail address, for example name@example.com',
  },
  fieldShort: { zh: '{label}至少 {min} 个字符', en: '{label}: at least {min} characters' },
  fieldTicked: { zh: '需要勾选后才能继续', en: 'Tick this to go on' },
  fieldPattern: { zh: '{label}的格式不对', en: '{label} does not look right' },
})
