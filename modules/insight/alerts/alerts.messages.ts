import { defineMessages } from '#base/i18n/messages.ts'

export const alertRefusals = defineMessages({
  lineOfHealth: {
    zh: '社群健康红线只用于「逐个社群」看周活跃率',
    en: 'The red line of health is for the weekly active rate of each group',
  },
  topicOfEach: {
    zh: '话题预警看整个社区或某一个社群，不逐个社群看',
    en: 'Topics are looked for in the whole community or in one group',
  },
  eachAndOne: { zh: '「逐个社群」和「某一个社群」只能选一个', en: 'Either each group or one group' },
})

export const alertLabels = defineMessages({
  look: { zh: '检查预警', en: 'Look at alerts' },
  lookWhy: {
    zh: '每小时看一遍各条预警规则最近一个完整周期的数值',
    en: 'Every hour: the latest whole bucket of every alert',
  },
  tell: { zh: '通知信号', en: 'Tell of a signal' },
  source: { zh: '预警信号', en: 'Signals of alerts' },
  causes: { zh: '同期变化', en: 'What else changed' },
  causesSays: {
    zh: '到 {to} 为止的 7 天，和四周前的 7 天相比，哪些行为少了人',
    en: 'What fewer members did in the 7 days up to {to} than four weeks before',
  },
  closeGone: { zh: '社群归档时，关闭和它有关的信号', en: 'Close signals of a group that is archived' },
  actTopic: { zh: '安排一次讨论', en: 'Plan a discussion' },
  act: { zh: '去处理', en: 'Look into it' },
  actGoal: { zh: '看目标', en: 'See the goal' },
})

/** What a signal says: title, and the evidence below it. */
export const signalWords = defineMessages({
  belowLine: {
    zh: '{thing}{metric} {value}，低于预警线 {line}',
    en: '{thing}{metric} {value}, below the line of {line}',
  },
  aboveLine: {
    zh: '{thing}{metric} {value}，高于预警线 {line}',
    en: '{thing}{metric} {value}, above the line of {line}',
  },
  fell: {
    zh: '{thing}{metric} {value}，比之前的 {against} 少了 {share}',
    en: '{thing}{metric} {value}, down {share} from {against}',
  },
  rose: {
    zh: '{thing}{metric} {value}，比之前的 {against} 多了 {share}',
    en: '{thing}{metric} {value}, up {share} from {against}',
  },
  strangeLow: {
    zh: '{thing}{metric} {value}，明显低于平常的 {against}',
    en: '{thing}{metric} {value}, well below the usual {against}',
  },
  strangeHigh: {
    zh: '{thing}{metric} {value}，明显高于平常的 {against}',
    en: '{thing}{metric} {value}, well above the usual {against}',
  },
  silent: { zh: '{thing}{metric} 断了：最近没有任何数据', en: '{thing}{metric}: nothing came any more' },
  offPace: {
    zh: '目标「{thing}」落后：{metric} {value}，按节奏应到 {against}',
    en: 'The goal “{thing}” is behind: {metric} {value}, on pace it would be {against}',
  },
  topic: {
    zh: '「{topic}」突然被很多人提起：{value} 条，上一期 {against} 条',
    en: '“{topic}” comes up: {value|one post or comment|{value} posts and comments}, {against} the period before',
  },
  saidBy: { zh: '{count} 人说过', en: 'said by {count|one member|{count} members}' },
  draftTitle: {
    zh: '最近大家都在聊「{topic}」，说说你的情况',
    en: 'Many of you talk about “{topic}”: tell us more',
  },
  groupThing: { zh: '{group} · ', en: '{group}: ' },
  noThing: { zh: '', en: '' },
  period: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  onDay: { zh: '{from}', en: '{from}' },
  rests: { zh: '基数 {base}', en: 'rests on {base}' },
  falling: { zh: '连降 {count} 期', en: 'down {count} in a row' },
  rising: { zh: '连升 {count} 期', en: 'up {count} in a row' },
  cause: {
    zh: '「{event}」的人从 {before} 人变为 {now} 人，{moved} 人没再来',
    en: '“{event}”: from {before} to {now} members, {moved} of them no longer',
  },
  causeUp: {
    zh: '「{event}」的人从 {before} 人变为 {now} 人，{moved} 人是新出现的',
    en: '“{event}”: from {before} to {now} members, {moved} of them new to it',
  },
  together: { zh: '同期变化，不等于原因', en: 'at the same time, which proves no cause' },
})

export const tellWords = defineMessages({
  subject: { zh: '预警：{title}', en: 'Alert: {title}' },
  hello: { zh: '{name}，有一条预警需要看', en: '{name}, an alert needs a look' },
  open: { zh: '打开信号', en: 'Open the signal' },
  why: {
    zh: '你收到这封邮件，因为你负责规则「{rule}」。可以在预警里暂停或改接收人。',
    en: 'You get this because the alert “{rule}” is yours. Pause it or change who is told under Alerts.',
  },
})

/** Alerts that come with the product. */
export const presetWords = defineMessages({
  weeklyActive: { zh: '社群周活跃率低于红线', en: 'Weekly active rate of a group below the red line' },
  participation: { zh: '活动参与率低于 20%', en: 'Participation in activities below 20%' },
  messages: { zh: '每日发言数明显低于平常', en: 'Fewer messages in a day than usual' },
  silent: { zh: '整天没有任何发言', en: 'A day without any message' },
  conversion: { zh: '每周活动转化下降三成', en: 'Conversion of activities down by a third in a week' },
  satisfaction: { zh: '满意度低于 80%', en: 'Satisfaction below 80%' },
  answered: { zh: '提问回答率低于 50%', en: 'Fewer than half of the questions answered' },
  churn: { zh: '退群率明显高于平常', en: 'More members leave than usual' },
  topic: { zh: '大家集中在说一个话题', en: 'The talk concentrates on a topic' },
  variety: { zh: '一个月没有发起新活动', en: 'A month without a new activity' },
})

/** When a rule raises, in words. */
export const ruleWords = defineMessages({
  says: { zh: '{who}{when}{what}时提醒', en: 'Tells when {who}{when} {what}' },
  eachGroup: { zh: '任一社群', en: 'in any group ' },
  whole: { zh: '', en: '' },
  day: { zh: '最近一天', en: 'the latest day' },
  week: { zh: '最近一个整周', en: 'the latest whole week' },
  month: { zh: '最近一个整月', en: 'the latest whole month' },
  below: { zh: '低于 {line}', en: 'is below {line}' },
  above: { zh: '高于 {line}', en: 'is above {line}' },
  topicOfOne: {
    zh: '有话题占全部发言的比重达到前一期的 {times} 倍',
    en: 'has a topic {times} times as much talked about as before',
  },
  belowHealth: { zh: '低于该社群的健康红线', en: 'is below the red line of its health' },
  fallsBy: { zh: '比{against}下降至少 {by}', en: 'is at least {by} below {against}' },
  risesBy: { zh: '比{against}上升至少 {by}', en: 'is at least {by} above {against}' },
  bucketBefore: { zh: '前一期', en: 'the one before' },
  yearAgo: { zh: '去年同期', en: 'the same a year ago' },
  strangeLow: {
    zh: '异常偏低（超过 {strength} 倍常见波动）',
    en: 'is strangely low (beyond {strength} usual deviations)',
  },
  strangeHigh: {
    zh: '异常偏高（超过 {strength} 倍常见波动）',
    en: 'is strangely high (beyond {strength} usual deviations)',
  },
  silent: {
    zh: '连续 {buckets} 期没有任何数据',
    en: 'and {buckets|the period|{buckets} periods} brought nothing at all',
  },
})
