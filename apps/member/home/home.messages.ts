import { defineMessages } from '#base/i18n/messages.ts'

export const home = defineMessages({
  stepsLeft: {
    zh: '还差 {left} 步就安顿好了',
    en: '{left|One step|{left} steps} left to settle in',
  },
  stepsDone: { zh: '都安顿好了', en: 'You are all settled in' },
  stepsDoneBody: {
    zh: '资料、邮箱和登录保护都已就绪。',
    en: 'Your profile, e-mail and sign-in protection are in place.',
  },
  stepsProgress: { zh: '{done} / {all}', en: '{done} / {all}' },
  stepDone: { zh: '已完成', en: 'done' },
  stepNext: { zh: '下一步', en: 'next' },
  stepsLabel: { zh: '入住清单', en: 'Settling in' },
  aboutCommunity: { zh: '关于{name}', en: 'About {name}' },
  rulesTerms: { zh: '用户协议', en: 'Terms of use' },
  rulesPrivacy: { zh: '隐私政策', en: 'Privacy policy' },
  works: { zh: '优秀作品', en: 'Excellent works' },
  columns: { zh: '专栏', en: 'Columns' },
  rulesRanking: { zh: '排序与推荐规则', en: 'How posts are ranked' },
  console: { zh: '去运营后台', en: 'Open the console' },
})
