import { defineMessages } from '#base/i18n/messages.ts'

/** Why something is shown: under a card, beside a topic. */
export const reasons = defineMessages({
  people: {
    zh: '{hours} 小时内 {people} 人参与讨论',
    en: '{people|One person|{people} people} took part within {hours} hours',
  },
  peopleDays: {
    zh: '{days} 天内 {people} 人参与讨论',
    en: '{people|One person|{people} people} took part within {days} days',
  },
  burst: {
    zh: '{hours} 小时内 {people} 人参与，比平时快 {times} 倍',
    en: '{people} people within {hours} hours, {times} times as fast as usual',
  },
  readers: { zh: '最近 {people} 人读过', en: 'Read by {people} people lately' },
  followAuthor: { zh: '你关注了{name}', en: 'You follow {name}' },
  followTopic: { zh: '你关注了 #{name}', en: 'You follow #{name}' },
  followBoard: { zh: '你关注了「{name}」', en: 'You follow “{name}”' },
  likesTopic: { zh: '你最近常看 #{name}', en: 'You have been reading about #{name}' },
  likesBoard: { zh: '你常逛「{name}」', en: 'You often visit “{name}”' },
  sameGroup: { zh: '来自你的社群「{name}」', en: 'From your group “{name}”' },
  fresh: { zh: '刚刚发布', en: 'Just published' },
  featured: { zh: '被选为精华', en: 'Chosen as excellent' },
  readTimes: {
    zh: '近 60 天读过 {reads} 篇、互动 {acts} 次',
    en: '{reads} read and {acts} interactions within 60 days',
  },
})
