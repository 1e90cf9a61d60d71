import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the switches of theme and language. */
export const looks = defineMessages({
  theme: { zh: '外观', en: 'Appearance' },
  themeSystem: { zh: '跟随系统', en: 'System' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  language: { zh: '语言', en: 'Language' },
})
