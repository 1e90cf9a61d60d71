import { defineMessages } from '#base/i18n/messages.ts'

export const todayWords = defineMessages({
  today: { zh: '今日', en: 'Today' },
  night: { zh: '夜深了', en: 'Good evening' },
  morning: { zh: '早上好', en: 'Good morning' },
  noon: { zh: '中午好', en: 'Good afternoon' },
  afternoon: { zh: '下午好', en: 'Good afternoon' },
  evening: { zh: '晚上好', en: 'Good evening' },
  greetingClear: {
    zh: '{hello}，{name}。今天没有要处理的事',
    en: '{hello}, {name}. Nothing needs you today',
  },
  greetingSome: {
    zh: '{hello}，{name}。今天有 {count} 件事要处理',
    en: '{hello}, {name}. {count|One thing needs|{count} things need} you today',
  },
  greetingUrgent: {
    zh: '{hello}，{name}。今天 {count} 件事，先处理最要紧的 {urgent} 件',
    en: '{hello}, {name}. {count|One thing|{count} things} today, {urgent|one of them|{urgent} of them} urgent',
  },
  factDate: { zh: '{date} {weekday}', en: '{weekday} {date}' },
  factCame: { zh: '昨天 {count} 人来过', en: '{count} came yesterday' },
  factNew: { zh: '近 7 天新来 {count} 人', en: '{count} new in 7 days' },
  first: { zh: '先处理', en: 'First' },
  firstNote: { zh: '正在影响成员或数据', en: 'people or data are affected now' },
  later: { zh: '今天内', en: 'Today' },
  laterNote: { zh: '{count} 件', en: '{count}' },
  clear: { zh: '都处理完了', en: 'All clear' },
  clearNote: {
    zh: '新的事情会出现在这里：失败的任务、没送达的效果、等人接受的邀请',
    en: 'What comes up will be here: failed jobs, effects not done, invitations waiting',
  },
  numbers: { zh: '社群近况', en: 'How the community is' },
  move: { zh: '移动', en: 'move' },
  handle: { zh: '处理', en: 'handle' },
})
