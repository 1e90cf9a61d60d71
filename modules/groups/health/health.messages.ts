import { defineMessages } from '#base/i18n/messages.ts'

export const healthWords = defineMessages({
  linesCrossed: {
    zh: '红线要比黄线更差一些，请对调',
    en: 'The red line must be worse than the yellow one',
  },
  ranksRepeat: { zh: '每一级只能出现一次', en: 'Each rank may be there once' },
})

/** The product's names of the ranks of the ladder. */
export const rankNames = defineMessages({
  r1: { zh: '村落级', en: 'Village' },
  r2: { zh: '市集级', en: 'Market' },
  r3: { zh: '城镇级', en: 'Town' },
  other: { zh: '第 {rank} 级', en: 'Level {rank}' },
})

export const figureNames = defineMessages({
  members: { zh: '成员数', en: 'Members' },
  activeRate: { zh: '周活跃率', en: 'Weekly active rate' },
  participation: { zh: '周参与率', en: 'Weekly participation' },
  answered: { zh: '新人 24 小时回应率', en: 'Newcomers answered in 24 h' },
  contributions28: { zh: '近 28 天发言与互动', en: 'Contributions in 28 days' },
})
