/** What members read in their inbox about their place in groups. */
import { defineMessages } from '#base/i18n/messages.ts'

export const newsTexts = defineMessages({
  section: { zh: '社群', en: 'Groups' },
  announced: { zh: '社群公告', en: 'Announcements of my groups' },
  announcedBecause: { zh: '因为你在这个社群里', en: 'Because you are in this group' },
  announcedText: { zh: '「{group}」发布了公告：{title}', en: '{group} announced: {title}' },
  mustReadText: { zh: '「{group}」有一条必读公告：{title}', en: '{group} asks you to read: {title}' },
  decided: { zh: '入群申请有了结果', en: 'Decisions about my applications' },
  decidedBecause: { zh: '因为你申请加入过', en: 'Because you applied' },
  inText: {
    zh: '你已经是「{group}」的成员了，进群打个招呼吧',
    en: 'You are a member of {group} now. Say hello',
  },
  outText: {
    zh: '这次没有通过「{group}」的申请',
    en: 'Your application to {group} was not accepted this time',
  },
  tier: { zh: '身份层级变化', en: 'Changes of my tier' },
  tierBecause: { zh: '因为这关系到你的身份', en: 'Because it is about your standing' },
  tierUp: { zh: '恭喜，你升到了「{tier}」', en: 'Congratulations: you rose to “{tier}”' },
  tierDown: { zh: '你的身份调整为「{tier}」', en: 'Your tier is now “{tier}”' },
  groupTierUp: {
    zh: '恭喜，你在「{group}」升到了「{tier}」',
    en: 'Congratulations: you rose to “{tier}” in {group}',
  },
  groupTierDown: { zh: '你在「{group}」的身份调整为「{tier}」', en: 'Your tier in {group} is now “{tier}”' },
  atRisk: { zh: '身份保级提醒', en: 'When a tier of mine may be lost' },
  atRiskText: {
    zh: '{day} 前重新达到条件，就能保住「{tier}」',
    en: 'Meet what “{tier}” asks before {day} and you keep it',
  },
  warned: { zh: '参与提醒与去留', en: 'Warnings about my place in a group' },
  warnedText: {
    zh: '「{group}」想留住你：请在 {day} 前回来看看',
    en: '{group} would like you to stay: come back before {day}',
  },
})
