/** What public pages say around what people wrote. */
import { defineMessages } from '#base/i18n/messages.ts'

export const publicWords = defineMessages({
  home: { zh: '首页', en: 'Home' },
  topics: { zh: '话题', en: 'Topics' },
  topicsSay: { zh: '大家正在聊的话题', en: 'What people are talking about' },
  topicSays: { zh: '#{name}：{count} 篇内容', en: '#{name}: {count|1 post|{count} posts}' },
  columns: { zh: '专栏', en: 'Columns' },
  columnsSay: { zh: '成员写的专栏', en: 'Columns that members write' },
  columnOf: { zh: '{name} · {author}的专栏', en: '{name}, a column by {author}' },
  authorSays: {
    zh: '{name} 发布了 {count} 篇内容，{accepted} 个回答被采纳',
    en: '{name} wrote {count|1 post|{count} posts}; {accepted|1 answer was|{accepted} answers were} accepted',
  },
  untitled: { zh: '{name} 在「{board}」的分享', en: '{name} on “{board}”' },
  latest: { zh: '最新内容', en: 'Latest' },
  comments: { zh: '{count} 条回复', en: '{count|1 reply|{count} replies}' },
  accepted: { zh: '已采纳的回答', en: 'Accepted answer' },
  solved: { zh: '已解决', en: 'Solved' },
  removed: { zh: '这条回复已被移除', en: 'This reply was removed' },
  gone: { zh: '已注销', en: 'Closed account' },
  feedOf: { zh: '{name} 的最新内容', en: 'Latest from {name}' },
  by: { zh: '{name} · {board}', en: '{name} · {board}' },
})
