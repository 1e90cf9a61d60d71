import { defineMessages } from '#base/i18n/messages.ts'

/** What newcomers are asked to do, unless the operator wrote a title. */
export const stepTitles = defineMessages({
  rules: { zh: '读一遍群规', en: 'Read the rules' },
  introduce: { zh: '介绍一下自己', en: 'Introduce yourself' },
  greet: { zh: '跟一位新人打个招呼', en: 'Say hello to another newcomer' },
  card: { zh: '设置群名片', en: 'Set your name in this group' },
  announcements: { zh: '看完置顶公告', en: 'Read the pinned announcements' },
  visit: { zh: '第二天再来看看', en: 'Come back the next day' },
  link: { zh: '去看看', en: 'Have a look' },
})
