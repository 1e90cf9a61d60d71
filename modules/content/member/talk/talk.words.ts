import { defineMessages } from '#base/i18n/messages.ts'

export const talkWords = defineMessages({
  bookmarksNote: { zh: '留着慢慢看的帖子', en: 'Posts you keep for later' },
  bookmarksAbout: {
    zh: '只有你自己看得到，最近收藏的在前面。',
    en: 'Only you see them; kept last comes first.',
  },
  unkeep: { zh: '取消收藏', en: 'Let go' },
  unkeepOf: { zh: '取消收藏：{title}', en: 'Let go: {title}' },
  undone: { zh: '已取消收藏', en: 'Let go' },
  noBookmarks: { zh: '还没有收藏', en: 'Nothing kept yet' },
  noBookmarksBody: {
    zh: '看到想留着的帖子，点卡片上的星星，就会出现在这里。',
    en: 'Tap the star of a post that you want to keep, and it appears here.',
  },
  look: { zh: '去逛逛', en: 'Look around' },
  more: { zh: '加载更多', en: 'Load more' },

  followsNote: { zh: '关注的人、话题、版块和帖子', en: 'People, topics, boards and posts' },
  followsAbout: {
    zh: '有新内容会告诉你。静音后不再提醒，以后在那里发言也不会自动关注。',
    en: 'You are told of what is new. Muted ones stay silent, also when you write there.',
  },
  all: { zh: '全部', en: 'All' },
  member: { zh: '人', en: 'People' },
  topic: { zh: '话题', en: 'Topics' },
  board: { zh: '版块', en: 'Boards' },
  post: { zh: '帖子', en: 'Posts' },
  oneTopic: { zh: '话题', en: 'Topic' },
  oneBoard: { zh: '版块', en: 'Board' },
  onePost: { zh: '帖子', en: 'Post' },
  byItself: { zh: '因为你参与过', en: 'Because you took part' },
  muted: { zh: '已静音', en: 'Muted' },
  mute: { zh: '静音', en: 'Mute' },
  unmute: { zh: '取消静音', en: 'Unmute' },
  unfollow: { zh: '取消关注', en: 'Unfollow' },
  muteOf: { zh: '静音：{name}', en: 'Mute: {name}' },
  unmuteOf: { zh: '取消静音：{name}', en: 'Unmute: {name}' },
  unfollowOf: { zh: '取消关注：{name}', en: 'Unfollow: {name}' },
  noFollows: { zh: '还没有关注', en: 'Nothing followed yet' },
  noFollowsBody: {
    zh: '关注话题、版块或人，他们的新帖会出现在「关注」里。',
    en: 'Follow topics, boards or people; their posts appear under Following.',
  },
  findTopics: { zh: '看看话题', en: 'See topics' },
})
