/** Words of the parts where people talk: what waits for the team, why somebody is likely to know, what is kept. */
import { defineMessages } from '#base/i18n/messages.ts'

export const workWords = defineMessages({
  unanswered: { zh: '提问无人回答', en: 'Questions without an answer' },
  unansweredTitle: { zh: '「{title}」还没有人回答', en: 'Nobody has answered “{title}”' },
  promised: {
    zh: '{board} · 已等 {waited}，承诺 {promised}内回应',
    en: '{board} · waits {waited}; an answer is promised within {promised}',
  },
  broken: {
    zh: '{board} · 已等 {waited}，超过承诺的 {promised}',
    en: '{board} · waits {waited}, longer than the {promised} promised',
  },
  noPromise: { zh: '{board} · 发布 {days} 天', en: '{board} · asked {days|a day|{days} days} ago' },
  answer: { zh: '去安排', en: 'Find an answer' },
  stalled: { zh: '提问没有结论', en: 'Questions without an end' },
  stalledTitle: {
    zh: '「{title}」{days} 天没有动静，还没有采纳的回答',
    en: '“{title}” has been silent for {days} days and has no accepted answer',
  },
  stalledNote: {
    zh: '{board} · {count} 条回复，可以提醒提问的人采纳，或补一句结论',
    en: '{board} · {count|one reply|{count} replies}; ask the author to accept one, or settle it',
  },
  oldTitle: {
    zh: '另有 {count} 个一周以上的提问没有人回答',
    en: '{count} questions of more than a week have no answer',
  },
  oldNote: {
    zh: '最久的是「{title}」，{days} 天了',
    en: 'The oldest is “{title}”, {days|a day|{days} days} now',
  },
  stalledAll: {
    zh: '{count} 个提问停住了，还没有采纳的回答',
    en: '{count} questions came to a halt without an accepted answer',
  },
  settle: { zh: '去收尾', en: 'Settle it' },
  reports: { zh: '举报待处理', en: 'Reports to decide' },
  reportPost: {
    zh: '{name}的帖子被 {count} 人举报',
    en: '{count|One person|{count} people} reported a post of {name}',
  },
  reportComment: {
    zh: '{name}的评论被 {count} 人举报',
    en: '{count|One person|{count} people} reported a comment of {name}',
  },
  reportNote: { zh: '{reason} · {words}', en: '{reason} · {words}' },
  decide: { zh: '处理', en: 'Decide' },
  untitled: { zh: '无标题', en: 'No title' },
  minutes: { zh: '{count} 分钟工作时间', en: '{count|a working minute|{count} working minutes}' },
  hours: { zh: '{count} 小时工作时间', en: '{count|a working hour|{count} working hours}' },
})

export const reasonLabels = defineMessages({
  spam: { zh: '广告或刷屏', en: 'Spam' },
  abuse: { zh: '辱骂攻击', en: 'Abuse' },
  privacy: { zh: '泄露隐私', en: 'Privacy' },
  illegal: { zh: '违法违规', en: 'Illegal' },
  wrong: { zh: '内容不实', en: 'Not true' },
  other: { zh: '其他', en: 'Other' },
})

export const expertWords = defineMessages({
  accepted: {
    zh: '同类问题被采纳 {count} 次',
    en: '{count|One answer|{count} answers} accepted on the like',
  },
  thanked: {
    zh: '同类回答获得 {count} 次表态',
    en: '{count|One reaction|{count} reactions} to answers on the like',
  },
  answered: {
    zh: '回答过 {count} 个同类问题',
    en: 'Answered {count|one such question|{count} such questions}',
  },
  expert: { zh: '本群专家', en: 'Expert of the group' },
  today: { zh: '今天来过', en: 'Was here today' },
  recently: { zh: '{days} 天前来过', en: 'Was here {days|a day|{days} days} ago' },
  free: { zh: '手上没有待答的邀请', en: 'Has no open request' },
  busy: { zh: '还有 {count} 个邀请没回', en: '{count|One request is|{count} requests are} open' },
})

export const fieldWords = defineMessages({
  section: { zh: '内容', en: 'Content' },
  comments: { zh: '评论数', en: 'Comments' },
  accepted: { zh: '被采纳的回答', en: 'Accepted answers' },
  pieces: { zh: '条', en: 'comments' },
  times: { zh: '次', en: 'times' },
})

export const personalWords = defineMessages({
  comments: { zh: '评论', en: 'Comments' },
  commentsKept: {
    zh: '用于社群讨论；注销时清空文字和图片，有人回复过的只留空位，不再显示你是谁',
    en: 'For talking with others; words and pictures are erased with the account, what others answered leaves an empty place without your name',
  },
  taps: { zh: '表态、收藏、关注与投票', en: 'Reactions, bookmarks, follows and votes' },
  tapsKept: { zh: '用于为你整理内容；注销时删除', en: 'To arrange things for you; deleted with the account' },
  reads: { zh: '读过的帖子与去过的版块', en: 'Posts you read and boards you visited' },
  readsKept: {
    zh: '用于标出新内容；注销时删除',
    en: 'To show what is new to you; deleted with the account',
  },
  reports: { zh: '举报与打赏记录', en: 'Reports and tips' },
  reportsKept: {
    zh: '举报用于处理违规，打赏用于对账；注销时删除举报说明，打赏只留点数',
    en: 'Reports are kept to act on them, tips to account for them; with the account the notes and the reports go',
  },
})
