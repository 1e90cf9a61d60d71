import { defineMessages } from '../i18n/messages.ts'

export const egressMessages = defineMessages({
  refused: {
    zh: '不能访问这个地址：只支持公网上的 http/https 地址和默认端口',
    en: 'That address cannot be used: only public http and https addresses on their usual ports',
  },
  unresolved: { zh: '找不到这个域名，请检查拼写', en: 'That host name cannot be found; check its spelling' },
  timeout: { zh: '对方响应超时，请稍后重试', en: 'The other side took too long to answer; try again later' },
  tooLarge: { zh: '对方返回的内容过大', en: 'The answer is too large' },
  failed: {
    zh: '连接失败，请确认对方服务和证书正常',
    en: 'The connection failed; check that the service and its certificate are in order',
  },
})
