import { defineMessages } from '#base/i18n/messages.ts'

export const factLabels = defineMessages({
  published: { zh: '发布帖子', en: 'Published a post' },
  edited: { zh: '编辑帖子', en: 'Edited a post' },
  changed: { zh: '帖子状态变更', en: 'Changed the state of a post' },
  featured: { zh: '帖子加精', en: 'Post featured' },
  read: { zh: '阅读帖子', en: 'Read a post' },
  shared: { zh: '分享帖子', en: 'Shared a post' },
  commented: { zh: '发表评论', en: 'Commented' },
  commentChanged: { zh: '评论状态变更', en: 'Changed the state of a comment' },
  answered: { zh: '首次回答问题', en: 'First answer to a question' },
  accepted: { zh: '采纳回答', en: 'Answer accepted' },
  reacted: { zh: '表态', en: 'Reacted' },
  unreacted: { zh: '取消表态', en: 'Took back a reaction' },
  bookmarked: { zh: '收藏帖子', en: 'Bookmarked a post' },
  followed: { zh: '关注', en: 'Followed' },
  voted: { zh: '参与投票', en: 'Voted in a poll' },
  tipped: { zh: '打赏', en: 'Tipped' },
  reported: { zh: '举报内容', en: 'Reported content' },
  reportDecided: { zh: '举报已处理', en: 'Report decided' },
  trust: { zh: '信任等级变更', en: 'Trust level changed' },
  arranged: { zh: '内容设置变更', en: 'Content settings changed' },
})
