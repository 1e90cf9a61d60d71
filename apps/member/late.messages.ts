import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the shell that are not part of the first load. */
export const late = defineMessages({
  missingTitle: { zh: '这个页面不在了', en: 'This page is not here' },
  missingBody: {
    zh: '链接可能写错了，或者内容已被删除。',
    en: 'The link may be mistyped, or what it pointed to is gone.',
  },
  terms: { zh: '用户协议', en: 'Terms' },
  privacy: { zh: '隐私政策', en: 'Privacy' },
  poweredBy: { zh: '由聚落驱动', en: 'Runs on Juluo' },
})
