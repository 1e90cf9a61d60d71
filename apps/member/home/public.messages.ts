import { defineMessages } from '#base/i18n/messages.ts'

/** What a stranger reads on the first page. */
export const words = defineMessages({
  welcome: { zh: '欢迎来{name}', en: 'Welcome to {name}' },
  join: { zh: '加入{name}', en: 'Join {name}' },
  haveAccount: { zh: '已有账号，去登录', en: 'I have an account' },
  joinNote: {
    zh: '三项就好：名字、邮箱、密码。也可以不设密码，用邮件里的链接登录。',
    en: 'Three things: a name, an e-mail, a password. Or no password: sign in by a link in your mail.',
  },
  whatTitle: { zh: '住下来能做什么', en: 'What you can do here' },
  whatOne: { zh: '有自己的主页', en: 'A page of your own' },
  whatOneBody: {
    zh: '名字、头像、介绍，让邻居认得你。',
    en: 'A name, a face, a few words, so that neighbours know you.',
  },
  whatTwo: { zh: '看得见自己的足迹', en: 'Your own trail' },
  whatTwoBody: {
    zh: '做过的事按时间排好，只有你自己能看到。',
    en: 'What you did here, in order, visible to you alone.',
  },
  whatThree: { zh: '数据由你作主', en: 'Your data is yours' },
  whatThreeBody: {
    zh: '留了什么、用来做什么，一页看清；随时撤回、导出、删除。',
    en: 'One page says what is kept and why. Withdraw, export or delete at any time.',
  },
  talking: { zh: '大家正在聊', en: 'What people talk about' },
  works: { zh: '优秀作品', en: 'Excellent works' },
  columns: { zh: '专栏', en: 'Columns' },
  ranking: { zh: '排序规则', en: 'How posts are ranked' },
})
