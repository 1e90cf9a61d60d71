import { defineMessages } from '#base/i18n/messages.ts'

export const improvementRefusals = defineMessages({
  notInConsole: { zh: '只能链接后台里的页面', en: 'Only a place in the console' },
})

export const improvementLabels = defineMessages({
  review: { zh: '待复看的改进', en: 'Improvements to look at again' },
  act: { zh: '复看效果', en: 'See its effect' },
  measure: { zh: '测量改进的效果', en: 'Measure what improvements did' },
  measureWhy: {
    zh: '每天清早按最新数据重算进行中的改进有没有用',
    en: 'Every morning: whether what was changed helped, by the latest figures',
  },
})

export const improvementWords = defineMessages({
  due: { zh: '「{name}」做满 {days} 天，该复看了', en: '“{name}” has had its {days} days: look at it again' },
  unmeasured: { zh: '还没有测出效果', en: 'Not measured yet' },
  questionNote: { zh: '存下的问题「{name}」', en: 'The kept question “{name}”' },
  ownWords: { zh: '自己的观察', en: 'In one’s own words' },
  goalBehind: {
    zh: '目标「{goal}」落后：现在 {value}，按节奏应到 {expected}',
    en: 'The goal “{goal}” is behind: {value}, by its pace {expected}',
  },
  goalOn: {
    zh: '目标「{goal}」现在 {value}，按节奏应到 {expected}',
    en: 'The goal “{goal}” stands at {value}, by its pace {expected}',
  },
  goalUnread: { zh: '目标「{goal}」还没有读数', en: 'The goal “{goal}” has not been read yet' },
  goalNote: { zh: '{from} 到 {to}，目标 {target}', en: '{from} to {to}, target {target}' },
  questionSays: { zh: '{name}：{value}', en: '{name}: {value}' },
  armSays: {
    zh: '实验里「{arm}」比对照{way} {difference}（{low} 到 {high}）',
    en: 'In the experiment “{arm}” is {difference} {way} than the control ({low} to {high})',
  },
  armUnknown: { zh: '实验还没有结果', en: 'The experiment has no result yet' },
  higher: { zh: '高', en: 'higher' },
  lower: { zh: '低', en: 'lower' },
})
