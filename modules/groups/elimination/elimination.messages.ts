import { defineMessages } from '#base/i18n/messages.ts'

export const eliminationWords = defineMessages({
  removals: { zh: '待确认的淘汰', en: 'Removals to confirm' },
  toConfirm: {
    zh: '{group}有 {count} 位成员宽限期已过，等你确认',
    en: '{group}: {count|one member is|{count} members are} past the grace period',
  },
  toConfirmNote: {
    zh: '确认前不会移出任何人；也可以放过',
    en: 'Nobody is removed before you confirm; you can also let them stay',
  },
  confirm: { zh: '去确认', en: 'Review' },
  appeals: { zh: '待答复的申诉', en: 'Appeals to answer' },
  appealed: { zh: '{name}对「{group}」的淘汰提出申诉', en: '{name} appeals against {group}' },
  taskDone: { zh: '{name}完成了「{group}」的复活任务', en: '{name} did the task to return to {group}' },
  theirWords: { zh: '“{words}”', en: '“{words}”' },
  answer: { zh: '答复', en: 'Answer' },
  denied: { zh: '并非{says}', en: 'not {says}' },
})
