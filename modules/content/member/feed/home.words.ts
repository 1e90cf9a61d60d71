import { defineMessages } from '#base/i18n/messages.ts'

/** What stands around the feed of the first page; part of the first load. */
export const home = defineMessages({
  write: { zh: '今天想聊点什么？', en: 'What is on your mind today?' },
  photo: { zh: '晒图', en: 'Share pictures' },
  poll: { zh: '发起投票', en: 'Start a poll' },
  ask: { zh: '提个问题', en: 'Ask a question' },
  topics: { zh: '热门话题', en: 'Hot topics' },
  allTopics: { zh: '全部话题', en: 'All topics' },
  views: { zh: '看什么', en: 'What to read' },
  latest: { zh: '最新', en: 'Latest' },
  hot: { zh: '热门', en: 'Hot' },
  following: { zh: '关注', en: 'Following' },
  unanswered: { zh: '待回答', en: 'Unanswered' },
  unansweredCount: { zh: '待回答 {count}', en: 'Unanswered {count}' },
  forYou: { zh: '推荐', en: 'For you' },
  featured: { zh: '精华', en: 'Excellent' },
})
