import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  note: { zh: '现在能做什么，离下一级还差什么', en: 'What you may do, and what the next level asks' },
  about: {
    zh: '新成员先有一些限制，参与多了就会自动放开。',
    en: 'Newcomers start with limits that lift as they take part.',
  },
  now: { zh: '你现在是「{name}」', en: 'You are “{name}”' },
  byHand: { zh: '由团队授予', en: 'Given by the team' },
  next: {
    zh: '再满足 {count} 项就到「{name}」',
    en: '{count|One more thing|{count} more things} to “{name}”',
  },
  ready: { zh: '条件都满足了，一小时内升到「{name}」', en: 'All done: “{name}” within the hour' },
  top: { zh: '没有更高的等级需要争取了', en: 'There is no higher level to reach' },
  links: { zh: '每篇最多 {count} 个链接', en: 'Up to {count} links in a post' },
  images: { zh: '每篇最多 {count} 张图片或附件', en: 'Up to {count} pictures or files in a post' },
  posts: { zh: '每 24 小时 {count} 个帖子', en: '{count} posts in 24 hours' },
  comments: { zh: '每 24 小时 {count} 条评论', en: '{count} comments in 24 hours' },
  videos: { zh: '发视频', en: 'Post videos' },
  polls: { zh: '发起投票', en: 'Start polls' },
  topics: { zh: '新建话题', en: 'Start topics' },
  can: { zh: '现在可以', en: 'You may' },
  after: { zh: '到「{name}」后', en: 'At “{name}”' },
})
