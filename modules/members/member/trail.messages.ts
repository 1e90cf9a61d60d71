import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the trail. */
export const words = defineMessages({
  recent: { zh: '最近的足迹', en: 'Recent steps' },
  all: { zh: '全部', en: 'All' },
  trailAbout: { zh: '按时间倒序，只有你自己能看到', en: 'Newest first; only you see it' },
  trailEmpty: { zh: '还没有足迹', en: 'Nothing here yet' },
  trailEmptyBody: {
    zh: '你在这里做过的事会按时间排在这里。',
    en: 'What you do here is listed by time.',
  },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  more: { zh: '再往前看', en: 'Earlier' },
})
