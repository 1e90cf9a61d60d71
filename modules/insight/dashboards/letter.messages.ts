import { defineMessages } from '#base/i18n/messages.ts'

export const letterWords = defineMessages({
  subject: { zh: '{name} · {day}', en: '{name}, {day}' },
  lead: { zh: '「{name}」截至 {day} 的数字：', en: 'The figures of “{name}” as of {day}:' },
  figures: { zh: '数字', en: 'Figures' },
  plain: { zh: '{title} {figure}', en: '{title}: {figure}' },
  same: { zh: '{title} {figure}，与对比期持平', en: '{title}: {figure}, as before' },
  up: { zh: '{title} {figure}，比对比期多 {by}', en: '{title}: {figure}, {by} more than before' },
  upBad: {
    zh: '{title} {figure}，比对比期多 {by}，要留意',
    en: '{title}: {figure}, {by} more than before: worth a look',
  },
  down: {
    zh: '{title} {figure}，比对比期少 {by}，要留意',
    en: '{title}: {figure}, {by} less than before: worth a look',
  },
  downGood: { zh: '{title} {figure}，比对比期少 {by}', en: '{title}: {figure}, {by} less than before' },
  failed: {
    zh: '「{title}」这次没算出来，打开看板可以看原因。',
    en: '“{title}” could not be worked out this time; the dashboard says why.',
  },
  oneFailed: {
    zh: '有一张卡片这次没算出来，打开看板可以看原因。',
    en: 'One tile could not be worked out this time; the dashboard says why.',
  },
  more: {
    zh: '还有 {count} 张卡片，打开看板看全部',
    en: '{count|One more tile stands|{count} more tiles stand} on the page',
  },
  open: { zh: '打开看板', en: 'Open the dashboard' },
})
