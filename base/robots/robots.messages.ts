import { defineMessages } from '../i18n/messages.ts'

export const robotWords = defineMessages({
  otherHost: {
    zh: '这不是该平台机器人的地址，请从群机器人设置里复制 Webhook 地址',
    en: 'This is no address of a robot there; copy the webhook address from the settings of the robot',
  },
})
