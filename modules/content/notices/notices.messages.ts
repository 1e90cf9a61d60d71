/** What members are told of content. `{actors}`: 阿澈、小满 等 5 人. */
import { defineMessages } from '#base/i18n/messages.ts'

export const sections = defineMessages({
  talk: { zh: '对话', en: 'Conversations' },
  applause: { zh: '赞与认可', en: 'Appreciation' },
  follows: { zh: '关注的动态', en: 'What you follow' },
  own: { zh: '你的内容与账号', en: 'Your posts and account' },
})

/** The names of kinds, as they stand among a member's wishes. */
export const noticeLabels = defineMessages({
  reply: { zh: '回复了我的帖子', en: 'Replies to my posts' },
  replyComment: { zh: '回复了我的评论', en: 'Replies to my comments' },
  mention: { zh: '提到我', en: 'Mentions of me' },
  asked: { zh: '邀请我回答', en: 'Questions I am asked to answer' },
  accepted: { zh: '我的回答被采纳', en: 'My answers that are accepted' },
  reaction: { zh: '赞了我的内容', en: 'Reactions to what I wrote' },
  tipped: { zh: '打赏了我', en: 'Tips I receive' },
  featured: { zh: '我的帖子被加精', en: 'My posts that are featured' },
  followed: { zh: '关注的人、版块和话题有新帖', en: 'New posts of people, boards and topics I follow' },
  followedTalk: { zh: '关注的帖子有新评论', en: 'New comments on posts I follow' },
  pollClosed: { zh: '投票结束', en: 'Polls that have ended' },
  moderated: { zh: '我的内容的审核与处理', en: 'Decisions about what I wrote' },
  reportDecided: { zh: '我的举报有了结果', en: 'Decisions about what I reported' },
  scheduled: { zh: '定时帖子已发布', en: 'Scheduled posts that went out' },
  trust: { zh: '信任等级变化', en: 'Changes of my trust level' },
})

/** Why one is told, below each notice. */
export const noticeReasons = defineMessages({
  author: { zh: '因为这是你发的帖子', en: 'Because you wrote the post' },
  commenter: { zh: '因为这是你写的评论', en: 'Because you wrote the comment' },
  mentioned: { zh: '因为有人提到了你', en: 'Because somebody mentioned you' },
  asked: { zh: '因为团队觉得你了解这个问题', en: 'Because the team thinks that you know about it' },
  answered: { zh: '因为这是你的回答', en: 'Because the answer is yours' },
  wrote: { zh: '因为内容是你写的', en: 'Because you wrote it' },
  follows: {
    zh: '因为你关注了发帖的人、版块或话题',
    en: 'Because you follow its author, its board or one of its topics',
  },
  followsPost: { zh: '因为你关注或参与了这个帖子', en: 'Because you follow the post or took part in it' },
  voted: { zh: '因为你发起或参与了投票', en: 'Because you started the poll or voted in it' },
  reported: { zh: '因为你举报过它', en: 'Because you reported it' },
  yours: { zh: '因为这关系到你的账号', en: 'Because it is about your account' },
})

export const noticeTexts = defineMessages({
  reply: { zh: '{actors} 回复了你的帖子「{title}」', en: '{actors} replied to your post “{title}”' },
  answer: { zh: '{actors} 回答了你的提问「{title}」', en: '{actors} answered your question “{title}”' },
  replies: {
    zh: '{actors} 在你的帖子「{title}」下写了 {count} 条评论',
    en: '{actors} wrote {count} comments on your post “{title}”',
  },
  replyComment: { zh: '{actors} 回复了你的评论', en: '{actors} replied to your comment' },
  mentionPost: { zh: '{actors} 在「{title}」里提到了你', en: '{actors} mentioned you in “{title}”' },
  mentionComment: { zh: '{actors} 在评论里提到了你', en: '{actors} mentioned you in a comment' },
  asked: { zh: '邀请你来回答「{title}」', en: 'You are asked to answer “{title}”' },
  accepted: {
    zh: '{actors} 采纳了你在「{title}」下的回答',
    en: '{actors} accepted your answer to “{title}”',
  },
  likedPost: { zh: '{actors} 赞了你的帖子「{title}」', en: '{actors} liked your post “{title}”' },
  likedComment: { zh: '{actors} 赞了你的评论', en: '{actors} liked your comment' },
  tipped: { zh: '{actors} 打赏了你在「{title}」里写的内容', en: '{actors} tipped you for “{title}”' },
  featured: { zh: '你的帖子「{title}」被加精了', en: 'Your post “{title}” is featured' },
  newPost: { zh: '{actors} 在「{board}」发布了「{title}」', en: '{actors} posted “{title}” on {board}' },
  newPosts: {
    zh: '你关注的内容有 {count} 篇新帖，最新是「{title}」',
    en: '{count} new posts of what you follow; the latest is “{title}”',
  },
  newComment: { zh: '{actors} 评论了「{title}」', en: '{actors} commented on “{title}”' },
  newComments: { zh: '「{title}」有 {count} 条新评论', en: '“{title}” has {count} new comments' },
  pollClosed: {
    zh: '投票「{title}」结束了，来看看结果',
    en: 'The poll “{title}” has ended; see what came out',
  },
  scheduled: { zh: '你的定时帖子「{title}」已经发布', en: 'Your scheduled post “{title}” went out' },
  reportUpheld: {
    zh: '你举报的内容已经处理，谢谢你帮忙照看社区',
    en: 'What you reported has been dealt with. Thank you for looking after this place',
  },
  reportDismissed: {
    zh: '你举报的内容看过了，没有发现违规',
    en: 'What you reported was looked at; nothing was found against the rules',
  },
  trustUp: { zh: '你的信任等级升到了「{level}」', en: 'Your trust level rose to “{level}”' },
  trustDown: { zh: '你的信任等级调整为「{level}」', en: 'Your trust level is now “{level}”' },
  levelNumber: { zh: '{rank} 级', en: 'Level {rank}' },
  postPending: { zh: '你的帖子「{title}」正在审核', en: 'Your post “{title}” waits to be looked at' },
  postApproved: { zh: '你的帖子「{title}」通过了审核', en: 'Your post “{title}” was let through' },
  postRejected: { zh: '你的帖子「{title}」没有通过审核', en: 'Your post “{title}” was not let through' },
  postHidden: { zh: '你的帖子「{title}」暂时被隐藏', en: 'Your post “{title}” is hidden for now' },
  postRemoved: { zh: '你的帖子「{title}」被移除了', en: 'Your post “{title}” was removed' },
  postRestored: { zh: '你的帖子「{title}」恢复显示', en: 'Your post “{title}” is back' },
  postMoved: { zh: '你的帖子「{title}」移到了「{board}」', en: 'Your post “{title}” was moved to {board}' },
  postMerged: { zh: '你的帖子被合并到「{title}」', en: 'Your post was merged into “{title}”' },
  postLocked: {
    zh: '你的帖子「{title}」已锁定，不再接受回复',
    en: 'Your post “{title}” is locked and takes no replies',
  },
  postUnlocked: { zh: '你的帖子「{title}」解除了锁定', en: 'Your post “{title}” takes replies again' },
  postClosed: { zh: '你的帖子「{title}」被关闭', en: 'Your post “{title}” was closed' },
  postReopened: { zh: '你的帖子「{title}」重新打开', en: 'Your post “{title}” is open again' },
  postPinned: { zh: '你的帖子「{title}」被置顶', en: 'Your post “{title}” is pinned' },
  commentApproved: { zh: '你的评论通过了审核', en: 'Your comment was let through' },
  commentRejected: { zh: '你的评论没有通过审核', en: 'Your comment was not let through' },
  commentHidden: { zh: '你的评论暂时被隐藏', en: 'Your comment is hidden for now' },
  commentRemoved: { zh: '你的评论被移除了', en: 'Your comment was removed' },
  commentRestored: { zh: '你的评论恢复显示', en: 'Your comment is back' },
  closeJob: { zh: '通知投票结束', en: 'Tell that polls have ended' },
  closeWhy: {
    zh: '到时间的投票通知发起人和参与者',
    en: 'Tells who started a poll and who voted that its hour has come',
  },
})
