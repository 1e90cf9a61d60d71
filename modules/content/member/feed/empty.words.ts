import { defineMessages } from '#base/i18n/messages.ts'

/** What lists say when there is nothing in them. */
export const emptyWords = defineMessages({
  emptyTitle: { zh: '这里还没有帖子', en: 'No posts here yet' },
  emptyBody: {
    zh: '第一篇往往最难忘，说说你正在做的事。',
    en: 'The first one is remembered. Say what you are up to.',
  },
  hotEmpty: { zh: '这几天很安静', en: 'Quiet these days' },
  hotEmptyBody: {
    zh: '有三五个人聊起来的帖子会出现在这里。',
    en: 'Posts that get several people talking appear here.',
  },
  followingEmpty: { zh: '还没有关注的内容', en: 'Nothing followed yet' },
  followingEmptyBody: {
    zh: '关注话题、版块或人，他们的新帖都会到这里。',
    en: 'Follow topics, boards or people, and their posts come here.',
  },
  findTopics: { zh: '找话题', en: 'Find topics' },
  unansweredEmpty: { zh: '问题都有人答了', en: 'Every question has an answer' },
  unansweredEmptyBody: { zh: '新问题一来就会出现在这里。', en: 'New questions appear here at once.' },
  featuredEmpty: { zh: '还没有精华', en: 'Nothing chosen yet' },
  featuredEmptyBody: { zh: '主理人选出的好内容会收在这里。', en: 'What hosts choose is kept here.' },
})
