import { defineMessages } from '#base/i18n/messages.ts'

export const home = defineMessages({
  morning: { zh: '早上好，{name}', en: 'Good morning, {name}' },
  noon: { zh: '中午好，{name}', en: 'Hello, {name}' },
  afternoon: { zh: '下午好，{name}', en: 'Good afternoon, {name}' },
  evening: { zh: '晚上好，{name}', en: 'Good evening, {name}' },
  night: { zh: '夜深了，{name}', en: 'Up late, {name}?' },
  since: { zh: '入住第 {days} 天', en: 'Day {days} here' },
  firstDay: { zh: '今天刚入住，欢迎', en: 'Your first day here. Welcome' },
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
  shortcuts: { zh: '常用', en: 'Shortcuts' },
  profile: { zh: '编辑资料', en: 'Edit profile' },
  trail: { zh: '我的足迹', en: 'My trail' },
  privacy: { zh: '隐私与授权', en: 'Privacy and consents' },
  aboutCommunity: { zh: '关于{name}', en: 'About {name}' },
  rulesTerms: { zh: '用户协议', en: 'Terms of use' },
  rulesPrivacy: { zh: '隐私政策', en: 'Privacy policy' },
  console: { zh: '去运营后台', en: 'Open the console' },
})
