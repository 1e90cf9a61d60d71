import { defineMessages } from '#base/i18n/messages.ts'

export const effectLabels = defineMessages({
  effect: { zh: '效果评估', en: 'Effect of a change' },
})

export const effectWords = defineMessages({
  says: {
    zh: '「{metric}」在 {on} 前 {before} 天和后 {after} 天有没有不同{who}{against}',
    en: 'Whether “{metric}” differs between the {before} days before {on} and the {after} days from it on{who}{against}',
  },
  who: { zh: '，只看{who}', en: ', of {who}' },
  against: { zh: '，与没有改变的一方对照', en: ', against where nothing was changed' },

  better: {
    zh: '变好了：每天{way} {difference}（{low} 到 {high}）',
    en: 'Better: {difference} {way} a day ({low} to {high})',
  },
  worse: {
    zh: '变差了：每天{way} {difference}（{low} 到 {high}）',
    en: 'Worse: {difference} {way} a day ({low} to {high})',
  },
  unclear: {
    zh: '还看不出差别：每天{way} {difference}，可能在 {low} 到 {high} 之间',
    en: 'No clear difference: {difference} {way} a day, anywhere from {low} to {high}',
  },
  unclearSame: {
    zh: '看不出差别：前后一样',
    en: 'No difference: after is as before',
  },
  fewDays: {
    zh: '天数还不够：改变前 {before} 天、后 {after} 天有数，各要 {fewest} 天以上才能下判断',
    en: 'Too few days: {before} before and {after} after have figures; it takes {fewest} on each side to tell',
  },
  more: { zh: '多', en: 'more' },
  less: { zh: '少', en: 'less' },
  up: { zh: '高', en: 'higher' },
  down: { zh: '低', en: 'lower' },
  plus: { zh: '+{n}', en: '+{n}' },
  minus: { zh: '−{n}', en: '−{n}' },
})
