import { defineMessages } from '#base/i18n/messages.ts'

export const personalWords = defineMessages({
  label: { zh: '在运营团队里的工作', en: 'Work on the team' },
  kept: {
    zh: '只有运营成员和合作者有：任务、评论、培训与合作约定。任务记录属于社区，账号注销后不再带有姓名；其余随账号删除。',
    en: 'For people on the team and its guests: tasks, comments, trainings, agreements. Records of tasks belong to the community and lose the name with the account; the rest is deleted with it.',
  },
})
