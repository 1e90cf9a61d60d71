/** Names that several parts of content use. */
import { defineMessages } from '#base/i18n/messages.ts'

export const labels = defineMessages({
  read: { zh: '查看内容', en: 'See content' },
  edit: {
    zh: '编辑内容设置（模板、话题、专栏、信任等级）',
    en: 'Edit content settings (templates, topics, columns, trust)',
  },
  moderate: { zh: '管理帖子与评论', en: 'Moderate posts and comments' },
  exchange: { zh: '导入与导出社区内容', en: 'Import and export the community' },
})

export const kindLabels = defineMessages({
  discussion: { zh: '讨论', en: 'Discussion' },
  question: { zh: '提问', en: 'Question' },
  picture_question: { zh: '图文问答', en: 'Picture Q&A' },
  idea: { zh: '点子', en: 'Idea' },
  announcement: { zh: '公告', en: 'Announcement' },
  article: { zh: '文章', en: 'Article' },
  photo: { zh: '晒单', en: 'Photos' },
  video: { zh: '短视频', en: 'Short video' },
  poll: { zh: '投票', en: 'Poll' },
  product: { zh: '好物推荐', en: 'Recommendation' },
})
