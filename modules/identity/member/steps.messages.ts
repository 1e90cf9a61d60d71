import { defineMessages } from '#base/i18n/messages.ts'

export const stepWords = defineMessages({
  stepEmail: { zh: '验证邮箱', en: 'Verify e-mail' },
  stepEmailAction: { zh: '去验证邮箱', en: 'Verify your e-mail' },
  stepPolicies: { zh: '读约定', en: 'Read the rules' },
  stepPoliciesAction: { zh: '看新的约定', en: 'Read the new policies' },
  stepPasskey: { zh: '加通行密钥', en: 'Add a passkey' },
  stepPasskeyAction: { zh: '加一把通行密钥', en: 'Add a passkey' },
})
