/** The tiers by contribution, and what to do for each. */
import { defineMessages } from '#base/i18n/messages.ts'

export const contributionNames = defineMessages({
  important_value: { zh: '核心贡献者', en: 'Core contributors' },
  general_value: { zh: '热心常客', en: 'Eager regulars' },
  important_develop: { zh: '高质量作者', en: 'Quality authors' },
  general_develop: { zh: '围观新友', en: 'Looking around' },
  important_keep: { zh: '沉寂的核心', en: 'Core gone quiet' },
  general_keep: { zh: '沉寂的常客', en: 'Regulars gone quiet' },
  important_retain: { zh: '离开的作者', en: 'Authors gone' },
  general_retain: { zh: '渐行渐远', en: 'Drifting away' },
  none: { zh: '从未来访', en: 'Never came' },
})

export const contributionStrategies = defineMessages({
  important_value: {
    zh: '请来共建：任命版主或体验官，给署名和勋章，新品先听他们的意见，邀请他们带新人',
    en: 'Build with them: make them hosts or product officers, credit their work, ask them first, let them guide newcomers',
  },
  general_value: {
    zh: '引导写出第一篇长内容：给选题、给模板，优质评论置顶鼓励',
    en: 'Lead them to a first longer post: topics, templates, and their good comments pinned',
  },
  important_develop: {
    zh: '让他们常来：约稿与连载、固定话题、有人评论时及时提醒',
    en: 'Bring them back more often: series, regular topics, and word when somebody answers',
  },
  general_develop: {
    zh: '降低第一次开口的门槛：签到、投票、点赞，由老成员接话',
    en: 'Make the first word easy: check-ins, polls, likes, and an old hand who answers',
  },
  important_keep: {
    zh: '由负责人单独问候，请教一个只有他能答的问题，告诉他大家想念他',
    en: 'A personal word from their owner: ask what only they can answer, say that they are missed',
  },
  general_keep: {
    zh: '推送他关注的话题新进展，给一次轻松的回归任务',
    en: 'News of the topics they followed, and one easy task to return with',
  },
  important_retain: {
    zh: '了解离开的原因，整理他写过的好内容请他更新',
    en: 'Find out why they left; collect their best posts and ask for an update',
  },
  general_retain: {
    zh: '低成本触达，不打扰，保留回来的路',
    en: 'Touch lightly, do not press, keep the way back open',
  },
  none: { zh: '用新人清单带第一次来访', en: 'The newcomer checklist brings the first visit' },
})
