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

export const signalWords = defineMessages({
  source: { zh: '周活跃率告警', en: 'Weekly active rate too low' },
  low: {
    zh: '{group}周活跃率 {rate}%，低于预警线 {line}%',
    en: '{group}: weekly active rate {rate}%, below {line}%',
  },
  lowNote: {
    zh: '上周 {before}% · 近 7 天来过 {actives} 人 / 成员 {members} 人',
    en: '{before}% the week before · {actives} of {members} members in 7 days',
  },
  falling: {
    zh: '连跌 {weeks} 周 · 近 7 天来过 {actives} 人 / 成员 {members} 人',
    en: 'Down {weeks} weeks in a row · {actives} of {members} members in 7 days',
  },
  act: { zh: '看健康卡', en: 'See health' },
})
