import { defineMessages } from '#base/i18n/messages.ts'

export const wordsWords = defineMessages({
  label: { zh: '热词', en: 'Hot words' },
  says: {
    zh: '{from} 至 {to}，大家公开聊了什么；和之前同样长的一段时间比',
    en: 'What members said in public from {from} to {to}, against as long before',
  },
  who: { zh: '；只看{who}', en: '; only {who}' },
  fillLabel: {
    zh: '把公开内容的用词抄进分析库',
    en: 'Copy the words of public posts and comments into the warehouse',
  },
  fillWhy: { zh: '分析库重建后热词要重新抄一遍', en: 'A warehouse that was made again has no words' },
})
