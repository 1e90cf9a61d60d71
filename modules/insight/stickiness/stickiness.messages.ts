import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  stickiness: { zh: '粘度', en: 'Stickiness' },
  hour: { zh: '个小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
  week: { zh: '周', en: 'weeks' },
  month: { zh: '个月', en: 'months' },
  says: { zh: '成员在多少{unit}里「{event}」过', en: 'On how many {unit} members did “{event}”' },
})
