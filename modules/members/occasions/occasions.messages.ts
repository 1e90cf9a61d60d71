import { defineMessages } from '#base/i18n/messages.ts'

export const occasionWords = defineMessages({
  source: { zh: '生日、纪念日与节日', en: 'Birthdays, anniversaries, festivals' },
  birthdays: {
    zh: '今天 {count} 位成员生日',
    en: '{count|One member has|{count} members have} a birthday today',
  },
  birthdayNote: { zh: '送上一句祝福，记得叫对名字', en: 'Send a wish, and get the name right' },
  soon: { zh: '{days} 天后是{name}', en: '{name} is in {days|a day|{days} days}' },
  soonNote: { zh: '{day} · {lunar} · 提前准备问候', en: '{day} · prepare the greeting' },
  seeWho: { zh: '看名单', en: 'See who' },
  prepare: { zh: '看日历', en: 'See the calendar' },
  rule: { zh: '请给出一个日期，或每年的月和日', en: 'Give a day, or a month and day of every year' },
  reach: { zh: '日历从 1910 年到 2090 年', en: 'The calendar reaches from 1910 to 2090' },
  range: { zh: '时间范围最长 {days} 天', en: 'At most {days} days at once' },
})
