import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the shell and the shared components of the member site. */
export const words = defineMessages({
  loading: { zh: '正在加载', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  offlineTitle: { zh: '网络断开了', en: 'You are offline' },
  offlineBody: {
    zh: '内容没有取到。检查网络后再试一次，刚才填的内容还在。',
    en: 'The request did not get through. Check the connection and try again; what you typed is still here.',
  },
  brokenTitle: { zh: '这里出了点问题', en: 'Something broke here' },
  brokenCode: { zh: '编号 {code}', en: 'Reference {code}' },
})
