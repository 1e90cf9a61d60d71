import { defineMessages } from '#base/i18n/messages.ts'

export const effectWords = defineMessages({
  title: { zh: '效果评估', en: 'Effect of a change' },
  lead: {
    zh: '从某天起改了一件事，指标有没有跟着变？按天比较前后，扣掉星期几的差别，给出 95% 区间',
    en: 'Something was changed on a day: did a figure follow? Days before and after, weekdays accounted for, with an interval of 95%',
  },
  on: { zh: '改变发生在', en: 'Changed on' },
  onDay: { zh: '{day} 起', en: 'from {day}' },
  span: { zh: '前后各看多久', en: 'Days on each side' },
  spanDays: { zh: '前后各 {days} 天', en: '{days} days each side' },
  against: { zh: '对照', en: 'Compared with' },
  againstNone: { zh: '不设对照', en: 'No comparison' },
  againstSet: { zh: '与没改变的一方对照', en: 'Against where nothing changed' },
  againstHint: {
    zh: '选一个同期没有做这件事的社群或人群：它同期的变化会从结果里扣掉（双重差分）',
    en: 'A group or people with whom nothing was done: how they moved in the same days is taken out (difference in differences)',
  },
  againstGroup: { zh: '对照的社群', en: 'Group to compare with' },

  nothingYet: { zh: '改变之后还没有一整天', en: 'No whole day has passed since' },
  nothingYetHint: { zh: '今天不算在内，明天再来看', en: 'Today is not counted; come back tomorrow' },
  note: {
    zh: '{unit}·每天一个数；{formula}。虚线是「没有这件事」时同一天该有的水平',
    en: '{unit}, one figure a day; {formula}. Dotted: where the same day would stand without it',
  },
  noteChange: {
    zh: '{formula}。这个数会累积，所以比较的是每天净增多少',
    en: '{formula}. It piles up, so what each day added is compared',
  },
  actual: { zh: '实际', en: 'Actual' },
  usual: { zh: '没有这件事时', en: 'Without it' },
  other: { zh: '对照（折算到同一水平）', en: 'Comparison, at the same level' },
  start: { zh: '从这天起', en: 'From here' },
  date: { zh: '日期', en: 'Day' },
  left: { zh: '未计入', en: 'Left out' },
  summary: {
    zh: '{from} 到 {to} 每天的{metric}，{on} 起改变',
    en: '{metric} of each day from {from} to {to}, changed on {on}',
  },
  file: { zh: '效果', en: 'effect' },

  meanBefore: { zh: '之前平均每天', en: 'A day before' },
  meanAfter: { zh: '之后平均每天', en: 'A day after' },
  daysOf: { zh: '{count} 天', en: '{count|1 day|{count} days}' },
  who: { zh: '这些天里的人', en: 'People of these days' },
  whoBefore: { zh: '{metric}：之前的人', en: '{metric}: people before' },
  whoAfter: { zh: '{metric}：之后的人', en: '{metric}: people after' },
  whoDay: { zh: '{metric}：{day} 的人', en: '{metric}: people of {day}' },
  difference: { zh: '差别', en: 'Difference' },
  interval: { zh: '95% 区间 {low} 到 {high}', en: '95% interval {low} to {high}' },
  relative: { zh: '相当于 {share}（{low} 到 {high}）', en: '{share} of it ({low} to {high})' },
  sure: {
    zh: '区间不含 0：有 95% 的把握前后不同',
    en: 'The interval leaves 0: different with 95% certainty',
  },
  unsure: {
    zh: '区间跨过 0：现有的天数还说不准是变了还是碰巧',
    en: 'The interval holds 0: these days cannot tell a change from chance',
  },
  few: { zh: '天数不够，不给区间', en: 'Too few days for an interval' },
  ahead: { zh: '还有 {days} 天没过完', en: '{days|1 day is|{days} days are} still to come' },
  noBase: {
    zh: '{days} 天没有基数，未计入',
    en: '{days|1 day has|{days} days have} nothing to divide by and were left out',
  },
  mixed: {
    zh: '{days} 天的数同时含着前后两段，未计入',
    en: '{days|1 day rests|{days} days rest} on days of both sides and were left out',
  },
  drift: {
    zh: '小心：改变之前它就在往这个方向走，每周约 {perWeek}。差别里有一部分本来就会来',
    en: 'Careful: it went that way before the change already, by about {perWeek} a week. Part of the difference would have come anyway',
  },
  noProof: {
    zh: '这是前后对比，不是随机分组：同一天发生的别的事也算在里面，所以只能说「随后发生」，不能证明是它带来的。要证明，做个实验。',
    en: 'Days are compared, nobody was assigned at random: whatever else happened is in it. It shows what followed, not what caused it. To prove it, run an experiment.',
  },
  makeExperiment: { zh: '去做实验', en: 'Run an experiment' },
  improve: { zh: '记为改进', en: 'Keep as an improvement' },
})
