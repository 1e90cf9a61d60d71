import { defineMessages } from '#base/i18n/messages.ts'

export const searchTitles = defineMessages({ search: { zh: '搜索', en: 'Search' } })
