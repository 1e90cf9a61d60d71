import { defineMessages } from '#base/i18n/messages.ts'

export const touchpointWords = defineMessages({
  label: { zh: '渠道触点', en: 'Touchpoints' },
  says: {
    zh: '{from} 至 {to} 接触过各渠道的人，{within} 天内走到哪一步；以及从各渠道加入的人留没留下',
    en: 'How far people went within {within} days of touching a channel from {from} to {to}, and whether those who joined stayed',
  },
  who: { zh: '；只看{who}', en: '; only {who}' },
})
