import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  questionTooLong: { zh: '这个问题太长，存不下了', en: 'The question is too long to be kept' },
  outside: {
    zh: '卡片超出了 12 列的版面，改小一点或往左挪',
    en: 'The tile reaches beyond the twelve columns; make it smaller or move it left',
  },
  overlap: { zh: '有两张卡片叠在一起了', en: 'Two tiles lie over each other' },
  twice: { zh: '同一张卡片出现了两次', en: 'The same tile is there twice' },
  unknownAnalysis: { zh: '没有这种分析', en: 'There is no such analysis' },
  noTile: { zh: '这种分析不能放到看板上', en: 'This analysis cannot stand on a dashboard' },
  badQuestion: {
    zh: '这个问题已经问不了了，打开分析重新存一次',
    en: 'This question cannot be asked any more; open the analysis and keep it anew',
  },
  notYours: {
    zh: '看板上有你看不到的条件，不能由你对外分享；请能看到的同事来分享，或先移走那张卡片',
    en: 'The dashboard asks for something that you may not see, so you cannot share it; let somebody who may do it, or take that tile off',
  },
  copyOf: { zh: '{name}（副本）', en: '{name} (copy)' },
})
