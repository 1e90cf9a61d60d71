import { defineMessages } from '#base/i18n/messages.ts'

export const noticeTexts = defineMessages({
  hello: { zh: '{name}，你好', en: 'Hello {name}' },
  tierSubject: { zh: '你的「{tier}」身份将在 {day} 变更', en: 'Your tier “{tier}” changes on {day}' },
  tierText: {
    zh: '最近没有达到「{tier}」的条件。{day} 前重新达到，身份就会保留。',
    en: 'You no longer meet what “{tier}” asks. Meet it again before {day} and you keep it.',
  },
  tierButton: { zh: '看看还差什么', en: 'See what is missing' },
  warnSubject: {
    zh: '「{group}」想留住你：请在 {day} 前回来看看',
    en: '{group} would like you to stay: come back before {day}',
  },
  warnText: {
    zh: '你在「{group}」的参与低于群里的约定，{day} 之后可能会被移出。',
    en: 'You have taken part in {group} less than agreed; after {day} you may be removed.',
  },
  why: { zh: '依据', en: 'Why' },
  reviewNote: {
    zh: '移出前会有人工复核；你也可以随时申诉，由人来处理。',
    en: 'A person looks at it before anybody is removed; you can appeal at any time.',
  },
  autoNote: { zh: '你可以随时申诉，由人来处理。', en: 'You can appeal at any time, to a person.' },
  warnButton: { zh: '回群看看', en: 'Go to the group' },
  removedSubject: {
    zh: '你已离开「{group}」，还有办法回来',
    en: 'You are out of {group}, and there is a way back',
  },
  removedText: {
    zh: '宽限期已过，你已被移出「{group}」。{decision}',
    en: 'The time has passed, and you have been removed from {group}. {decision}',
  },
  backTask: { zh: '完成任务：{task}', en: 'Do this: {task}' },
  backIf: { zh: '达到条件：{says}', en: 'Meet this: {says}' },
  backAppeal: { zh: '申诉：由人来处理', en: 'Appeal to a person' },
  backAfter: { zh: '{day} 起可以申请回群', en: 'The way back opens on {day}' },
  removedButton: { zh: '看看怎么回来', en: 'See the way back' },
  grantedSubject: { zh: '「{group}」同意了你的申请', en: '{group} has granted what you asked' },
  grantedText: { zh: '欢迎回来。', en: 'Welcome back.' },
  refusedSubject: { zh: '「{group}」对你的申请有了答复', en: '{group} has answered you' },
  refusedText: { zh: '这一次没有通过。', en: 'This time it was not granted.' },
  answerButton: { zh: '查看答复', en: 'See the answer' },
})
