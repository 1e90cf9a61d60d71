import { defineMessages } from '#base/i18n/messages.ts'

export const experimentRefusals = defineMessages({
  sameKey: { zh: '两个方案用了同一个标识', en: 'Two arms have the same key' },
  noWeights: { zh: '至少两个方案要分到人', en: 'At least two arms need a share' },
  noControl: { zh: '对照组（第一个方案）要分到人', en: 'The control, which comes first, needs a share' },
})

export const experimentLabels = defineMessages({
  analysis: { zh: '实验结果', en: 'Result of an experiment' },
  says: {
    zh: '实验「{name}」里每个方案的人，从第一次进入起的表现',
    en: 'How the members of each arm of “{name}” did since they first met it',
  },
  personal: { zh: '参与过的实验', en: 'Experiments taken part in' },
  personalKept: {
    zh: '记录分到哪个方案，使体验前后一致；账号注销时删除',
    en: 'Which arm, so that one sees the same each time; deleted with the account',
  },
})
