import { defineMessages } from '#base/i18n/messages.ts'

/** What the lines of Me lead to, in a few words. */
export const notes = defineMessages({
  profile: { zh: '头像、昵称、城市、介绍', en: 'Picture, name, city, a few words' },
  data: { zh: '补充资料、标签、带走一份', en: 'More about you, your tags, a copy' },
  trail: { zh: '做过的事，只有你能看到', en: 'What you did here; only you see it' },
})
