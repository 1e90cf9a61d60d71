/** What the server itself says in HTML. */
import { defineMessages } from '#base/i18n/messages.ts'

export const siteMessages = defineMessages({
  console: { zh: '{name} 运营后台', en: '{name} console' },
  docs: { zh: '接口文档', en: 'API reference' },
  notBuilt: { zh: '网页还没有构建', en: 'The web apps are not built yet' },
  notBuiltRemedy: {
    zh: '请在项目目录运行 npm start；它会先构建网页再启动。',
    en: 'Run npm start in the project folder; it builds them and then starts.',
  },
})
