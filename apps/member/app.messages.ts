import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the shell: navigation, what was not found, what broke. */
export const shell = defineMessages({
  home: { zh: '首页', en: 'Home' },
  myPage: { zh: '我的', en: 'Me' },
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  search: { zh: '搜帖子、问题和人', en: 'Search posts and people' },
  signIn: { zh: '登录', en: 'Sign in' },
  join: { zh: '加入', en: 'Join' },
  me: { zh: '我的主页，{name}', en: 'My page, {name}' },
  toHome: { zh: '回到首页', en: 'Back to the home page' },
  crashTitle: { zh: '页面出错了', en: 'This page broke' },
  crashBody: {
    zh: '不是你的问题。重新加载通常就好；如果一直这样，把编号发给管理员。',
    en: 'It is not you. Reloading usually helps; if it keeps happening, send the reference to the administrator.',
  },
  crashCode: { zh: '编号 {code}', en: 'Reference {code}' },
  reload: { zh: '重新加载', en: 'Reload' },
  offline: {
    zh: '网络断开了，恢复后会自动继续',
    en: 'You are offline; things continue when the connection returns',
  },
  expired: { zh: '登录已过期，请重新登录', en: 'Your session has ended; please sign in again' },
})
