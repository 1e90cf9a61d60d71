import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the shell and the shared components of the member site; part of the first load. */
export const words = defineMessages({
  loading: { zh: '正在加载', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  offlineTitle: { zh: '网络断开了', en: 'You are offline' },
  offlineBody: {
    zh: '内容没有取到。检查网络后再试一次，刚才填的内容还在。',
    en: 'The request did not get through. Check the connection and try again; what you typed is still here.',
  },
})
