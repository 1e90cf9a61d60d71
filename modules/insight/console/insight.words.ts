import { defineMessages } from '#base/i18n/messages.ts'

export const insightWords = defineMessages({
  activesUp: {
    zh: '近 7 天活跃 {count} 人，比前 7 天多 {change} 人',
    en: '{count} active in 7 days, {change} more than the 7 before',
  },
  activesDown: {
    zh: '近 7 天活跃 {count} 人，比前 7 天少 {change} 人',
    en: '{count} active in 7 days, {change} fewer than the 7 before',
  },
  activesSame: {
    zh: '近 7 天活跃 {count} 人，和前 7 天持平',
    en: '{count} active in 7 days, the same as the 7 before',
  },
  activesNote: {
    zh: '单位：人 · 按周（周一起）· 当周有任何行为的成员，去重；本周未满',
    en: 'Members · by week from Monday · did anything that week, counted once; this week is not over',
  },
  activesSummary: {
    zh: '12 周周活跃成员折线：从 {first} 人到 {last} 人，虚线是再前 12 周',
    en: 'Weekly active members over 12 weeks, from {first} to {last}; dotted: the 12 weeks before',
  },
  week: { zh: '周', en: 'Week of' },
  actives: { zh: '活跃成员', en: 'Active members' },
  before: { zh: '前 12 周', en: '12 weeks before' },
  newcomers: { zh: '新人', en: 'Newcomers' },
  events: { zh: '行为', en: 'Events' },
  thisWeek: { zh: '本周', en: 'this week' },
  soFar: { zh: '本周至今 {count}', en: '{count} so far' },
  retentionBest: {
    zh: '新人次周留存 {rate}，{weeks} 周最高',
    en: 'Next-week retention of newcomers {rate}, the best of {weeks} weeks',
  },
  retentionMean: {
    zh: '新人次周留存 {rate}，{weeks} 周平均 {mean}',
    en: 'Next-week retention of newcomers {rate}; mean of {weeks} weeks {mean}',
  },
  retentionEmpty: { zh: '新人留存，满一周后出数', en: 'Retention of newcomers, once a week is over' },
  retentionEmptyHint: {
    zh: '第一批成员来过一周后，这里会显示他们回来的比例',
    en: 'A week after the first members came, this shows how many returned',
  },
  retentionNote: {
    zh: '按首次活跃的周分组 · 单位：%，之后每周还有活跃的比例',
    en: 'By the week of first activity · %, share active in each week after',
  },
  retentionSummary: {
    zh: '{weeks} 批新人的每周留存热力图，最近一批次周留存 {rate}',
    en: 'Weekly retention of {weeks} cohorts; the latest kept {rate} in its next week',
  },
  retentionBehind: {
    zh: '{week} 那周的新人，{n} 周后回来的',
    en: 'New in the week of {week}, back {n|a week|{n} weeks} later',
  },
  cohort: { zh: '首次活跃', en: 'First active' },
  size: { zh: '人数', en: 'Size' },
  nthWeek: { zh: '{n} 周', en: 'W{n}' },
  pending: { zh: '本周结束后出数', en: 'after this week' },
  lastSeven: { zh: '近 7 天', en: 'Last 7 days' },
  versus: { zh: '比前 7 天', en: 'vs 7 before' },
  activeMembers: { zh: '活跃成员', en: 'Active members' },
  activeToday: { zh: '今天 {count} 人', en: '{count} today' },
  newMembers: { zh: '第一次来的人', en: 'Here for the first time' },
  happened: { zh: '发生的行为', en: 'Events' },
  more: { zh: '多 {count}', en: '{count} more' },
  fewer: { zh: '少 {count}', en: '{count} fewer' },
  same: { zh: '持平', en: 'the same' },
  noData: { zh: '还没有行为数据', en: 'No behaviour recorded yet' },
  noDataHint: {
    zh: '成员来访后这里就会有数；也可以把你的产品接入埋点',
    en: 'Track your product, or wait for the first visits',
  },
})
