import { defineMessages } from '#base/i18n/messages.ts'

/** The switch of recommendations. */
export const personalWords = defineMessages({
  personalOn: { zh: '按你的关注和阅读推荐', en: 'By what you follow and read' },
  personalOff: {
    zh: '没有开启个性化推荐，这里是大家都在看的',
    en: 'Recommendations are off: this is what everybody reads',
  },
  switchOff: { zh: '关闭推荐', en: 'Switch off' },
  switchOn: { zh: '开启', en: 'Switch on' },
  switchedOff: { zh: '已关闭个性化推荐', en: 'Recommendations are off' },
  switchedOn: { zh: '已开启个性化推荐', en: 'Recommendations are on' },
  why: { zh: '怎么推荐的', en: 'How it works' },
})
