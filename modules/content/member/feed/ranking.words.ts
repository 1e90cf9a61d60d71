import { defineMessages } from '#base/i18n/messages.ts'

/** How lists are ordered, in plain words (算法推荐管理规定 16, 17; L-08, L-67). */
export const ranking = defineMessages({
  title: { zh: '排序与推荐规则', en: 'How posts are ranked' },
  about: {
    zh: '每个列表怎么排、用了什么、怎么关掉',
    en: 'What orders each list, what it uses, and how to switch it off',
  },
  hotTitle: { zh: '热门', en: 'Hot' },
  hotOne: {
    zh: '最近 3 天评论、点赞或读过的人都算数：评论算 3，点赞算 1，阅读算 0.2；每过 8 小时，分量减半。',
    en: 'Everybody who commented (3), liked (1) or read (0.2) within 3 days counts; it halves every 8 hours.',
  },
  hotTwo: {
    zh: '一个人最多算 4，作者自己不算，所以没人能把自己的帖子顶上去。',
    en: 'One person counts for 4 at most and authors not at all, so nobody can push a post.',
  },
  hotThree: {
    zh: '最近 3 小时来的人比前一天快，最多再乘 2。每 5 分钟重算一次，上榜原因写在帖子上。',
    en: 'A burst against the day before doubles it at most. Ranked anew every 5 minutes; the reason stands on the post.',
  },
  hotFour: {
    zh: '位置不卖，也不由人手工调整；置顶和精华会单独标出来。',
    en: 'No place is sold or set by hand; pinned and chosen posts are marked as such.',
  },
  forYouTitle: { zh: '推荐', en: 'For you' },
  forYouOne: {
    zh: '看你关注的人、话题和版块，你加入的社群，以及最近 60 天你读过、点赞、收藏和写过的话题与版块。',
    en: 'It looks at whom, what and where you follow, your groups, and what you read, liked, kept and wrote about in 60 days.',
  },
  forYouTwo: {
    zh: '再加上热度和新鲜程度；读过的往后放；连续 8 篇里，同一个人最多 2 篇、同一个版块最多 3 篇。',
    en: 'Then how hot and how new it is; what you read steps back; of any 8 in a row at most 2 are by one author, 3 from one board.',
  },
  forYouThree: {
    zh: '不用其他任何信息，也不影响价格和权益。每条推荐都写着原因。',
    en: 'Nothing else about you is used, and it changes no price or benefit. Each recommendation says why.',
  },
  otherTitle: { zh: '其他列表', en: 'Other lists' },
  other: {
    zh: '「最新」「关注」「待回答」按发布时间排，「精华」按入选时间排，「最近回复」按最后一条回复排。',
    en: 'Latest, Following and Unanswered go by when posts were published, Excellent by when they were chosen, Last reply by the newest reply.',
  },
  switchTitle: { zh: '个性化推荐', en: 'Recommendations for you' },
  switchNote: {
    zh: '关掉后马上生效，「推荐」会变成大家都在看的内容。',
    en: 'Off takes effect at once: “For you” shows what everybody reads.',
  },
  interests: { zh: '我的兴趣标签', en: 'Your interests' },
  interestsNote: {
    zh: '由你最近的阅读和互动得出，只有你能看到。不想被用到的可以去掉。',
    en: 'From what you read and did lately, visible to you alone. Take away what should not be used.',
  },
  noInterests: { zh: '还没有足够的阅读记录。', en: 'Not enough reading yet.' },
  refuse: { zh: '不用它推荐', en: 'Do not use' },
  use: { zh: '重新使用', en: 'Use again' },
  refused: { zh: '已停用', en: 'Not used' },
  appeal: {
    zh: '对推荐或热门有疑问，在「我的 → 隐私与授权」里提交申请，15 个工作日内答复。',
    en: 'Questions about rankings: send a request under Me → Privacy; you are answered within 15 working days.',
  },
})
