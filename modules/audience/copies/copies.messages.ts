import { defineMessages } from '#base/i18n/messages.ts'

export const copiesLabels = defineMessages({
  fill: { zh: '把成员资料抄进分析库', en: 'Copy members into the warehouse' },
  why: {
    zh: '分析库重建后，把成员资料再抄一遍',
    en: 'Copies members again after the warehouse was made anew',
  },
})
