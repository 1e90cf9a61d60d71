import { defineMessages } from '#base/i18n/messages.ts'

/** Titles: what a figure does. None says why: that one thing followed another is all that the log knows. */
export const titleWords = defineMessages({
  northUp: {
    zh: '周活跃成员 {now} 人，比上周多 {change} 人',
    en: '{now} weekly actives, {change} more than the week before',
  },
  northDown: {
    zh: '周活跃成员 {now} 人，比上周少 {change} 人',
    en: '{now} weekly actives, {change} fewer than the week before',
  },
  northSame: {
    zh: '周活跃成员 {now} 人，和上周持平',
    en: '{now} weekly actives, as many as the week before',
  },
  northNone: { zh: '这几周还没有人活跃', en: 'Nobody was active in these weeks' },
  behind: { zh: '，离目标节奏还差 {gap} 人', en: ', {gap} behind the pace of the goal' },
  ahead: { zh: '，比目标节奏多 {gap} 人', en: ', {gap} ahead of the pace of the goal' },
  onPace: { zh: '，正好在目标节奏上', en: ', right on the pace of the goal' },
  reached: { zh: '，已达到目标 {target}', en: ', and the goal of {target} is reached' },
  few: { zh: '（人少，升降可能只是偶然）', en: ' (few people: it may be chance)' },

  growthWithDrag: {
    zh: '比{then}多 {change} 人：最多的在{up}，{down}反而在减少',
    en: '{change} more than {then}: most of it {up}, while {down} lost',
  },
  growth: { zh: '比{then}多 {change} 人，最多的在{up}', en: '{change} more than {then}, most of it {up}' },
  lossWithLift: {
    zh: '比{then}少 {change} 人：最多的在{down}，{up}还在增加',
    en: '{change} fewer than {then}: most of it {down}, while {up} gained',
  },
  loss: { zh: '比{then}少 {change} 人，最多的在{down}', en: '{change} fewer than {then}, most of it {down}' },
  evenMoved: {
    zh: '和{then}人数相同，但来了 {came} 人、走了 {away} 人',
    en: 'As many as {then}, yet {came} came and {away} stayed away',
  },
  evenStill: { zh: '和{then}是同一批人', en: 'The same people as {then}' },
  changeFew: {
    zh: '和{then}比只有 {moved} 人变动，太少，看不出原因',
    en: 'Only {moved} moved against {then}: too few to tell why',
  },
  lastWeek: { zh: '上周', en: 'the week before' },
  weeksAgo: { zh: '{weeks} 周前', en: '{weeks} weeks before' },
  stoppedTitle: {
    zh: '{group}的「{event}」停了 {weeks} 周，{missing} 位常参加的人上周没来',
    en: '{group}: “{event}” stopped {weeks} weeks ago; {missing} of its regulars stayed away last week',
  },

  groupsGood: { zh: '{count} 个社群都健康', en: '{count|The only group is|All {count} groups are} healthy' },
  groupsBadOne: {
    zh: '{count} 个社群里 {good} 个健康，{name}亮红灯',
    en: '{good} of {count} groups {good|is|are} healthy; {name} is red',
  },
  groupsBad: {
    zh: '{count} 个社群里 {good} 个健康，{bad} 个亮红灯',
    en: '{good} of {count} groups {good|is|are} healthy; {bad} are red',
  },
  groupsWarn: {
    zh: '{count} 个社群里 {good} 个健康，{warn} 个要留意，没有红灯',
    en: '{good} of {count} groups {good|is|are} healthy, {warn} to watch, none red',
  },
  groupsNone: { zh: '还没有社群', en: 'There are no groups yet' },
  groupsUnmeasured: { zh: '{count} 个社群都还没有测量过', en: 'No group has been measured yet' },
  groupsLater: { zh: '（{count} 个还没测量）', en: ' ({count} not measured yet)' },

  retentionBest: {
    zh: '新入群者首周留存 {rate}，{weeks} 周最高',
    en: 'First-week retention {rate}, the best of {weeks} weeks',
  },
  retentionWorst: {
    zh: '新入群者首周留存 {rate}，{weeks} 周最低',
    en: 'First-week retention {rate}, the worst of {weeks} weeks',
  },
  retentionUsual: {
    zh: '新入群者首周留存 {rate}，{weeks} 周的中位数是 {median}',
    en: 'First-week retention {rate}; the median of {weeks} weeks is {median}',
  },
  retentionOne: { zh: '新入群者首周留存 {rate}', en: 'First-week retention of newcomers {rate}' },
  retentionNone: { zh: '新人留存，满一周后出数', en: 'Retention of newcomers, once a week is over' },
  retentionFew: { zh: '（只有 {size} 人，仅供参考）', en: ' (of only {size} people)' },

  funnelStuck: {
    zh: '{share} 的新人发了首帖；最多的人停在「{step}」之前（{lost} 人）',
    en: '{share} of newcomers posted; most stop before “{step}” ({lost})',
  },
  funnelAll: { zh: '{count} 位新人都走完了全程', en: 'All {count} newcomers went the whole way' },
  funnelNone: { zh: '这段时间没有新人', en: 'Nobody joined in this time' },
  funnelFew: {
    zh: '只有 {count} 位新人，看不出卡在哪',
    en: 'Only {count|one newcomer|{count} newcomers}: too few to tell where they stop',
  },

  contentUp: {
    zh: '一周 {posts} 帖，比{then}多 {change}',
    en: '{posts} posts in the week, {change} more than {then}',
  },
  contentDown: {
    zh: '一周 {posts} 帖，比{then}少 {change}',
    en: '{posts} posts in the week, {change} fewer than {then}',
  },
  contentSame: { zh: '一周 {posts} 帖，和{then}一样', en: '{posts} posts in the week, as many as {then}' },
  contentNone: { zh: '这一周没有人发帖', en: 'Nobody posted in the week' },

  feedbackRate: {
    zh: '28 天里 {share} 的帖子有人回，一半在{time}内',
    en: '{share} of posts of 28 days got a reply, half of them within {time}',
  },
  feedbackUnanswered: {
    zh: '28 天里的 {posts} 帖都还没有人回',
    en: 'None of the {posts} posts of 28 days got a reply',
  },
  feedbackNone: { zh: '28 天里没有帖子等人回', en: 'No posts of 28 days to reply to' },

  revenueUp: {
    zh: '一周净收入 {net}，比{then}多 {change}',
    en: '{net} net in the week, {change} more than {then}',
  },
  revenueDown: {
    zh: '一周净收入 {net}，比{then}少 {change}',
    en: '{net} net in the week, {change} less than {then}',
  },
  revenueSame: { zh: '一周净收入 {net}，和{then}一样', en: '{net} net in the week, as much as {then}' },
  revenueNone: { zh: '这一周没有订单', en: 'No orders in the week' },
  revenueFew: { zh: '（只有 {orders} 单）', en: ' ({orders|one order|{orders} orders} only)' },

  newcomersAnswered: {
    zh: '一周新来 {joined} 人；近 28 天的新人里 {share} 当天有人回应',
    en: '{joined} joined in the week; of those of 28 days, {share} were answered within a day',
  },
  newcomersOnly: { zh: '一周新来 {joined} 人', en: '{joined} joined in the week' },
  newcomersNone: { zh: '这一周没有新人', en: 'Nobody joined in the week' },

  sticky: {
    zh: '每天来 {dau} 人，占月活跃的 {share}',
    en: '{dau} come on a day, {share} of those active in 28 days',
  },
  stickyNone: { zh: '28 天里没有人活跃', en: 'Nobody was active in 28 days' },

  anomalies: {
    zh: '近 14 天有 {count} 处反常',
    en: '{count|One thing stands|{count} things stand} out in 14 days',
  },
  anomaliesNone: { zh: '近 14 天没有反常的日子', en: 'No day of the last 14 stands out' },
})
