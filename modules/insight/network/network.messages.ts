import { defineMessages } from '#base/i18n/messages.ts'

export const networkWords = defineMessages({
  label: { zh: '互动网络', en: 'Who answers whom' },
  says: { zh: '{from} 至 {to}，谁回复了谁', en: 'Who answered whom from {from} to {to}' },
  who: { zh: '；只看{who}', en: '; only {who}' },
  concentration: { zh: '贡献集中度', en: 'Concentration' },
  concentrationSays: {
    zh: '{from} 至 {to}，{events}集中在多少人手里',
    en: 'How few people make most of “{events}” from {from} to {to}',
  },
})
