import { defineMessages } from '#base/i18n/messages.ts'

export const pathsWords = defineMessages({
  label: { zh: '路径', en: 'Paths' },
  other: { zh: '其他', en: 'Others' },
  more: { zh: '……', en: '…' },
  says: {
    zh: '{from} 至 {to}，成员每次来访依次做了什么',
    en: 'What members did one after another, visit by visit, from {from} to {to}',
  },
  starting: { zh: '，从「{node}」开始', en: ', starting at “{node}”' },
  ending: { zh: '，到「{node}」为止', en: ', up to “{node}”' },
  pause: {
    zh: '；停顿超过 {minutes} 分钟算下一次来访',
    en: '; a pause of more than {minutes} minutes begins another visit',
  },
  given: { zh: '；来访按埋点上报的会话划分', en: '; visits as the sender of the events said' },
  who: { zh: '；只看{who}', en: '; only {who}' },
})
