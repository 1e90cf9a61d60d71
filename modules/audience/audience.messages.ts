import { defineMessages } from '#base/i18n/messages.ts'

export const audienceLabels = defineMessages({
  read: { zh: '查看分群、分层与标签规则', en: 'See segments, tiers and tag rules' },
  edit: { zh: '编辑分群、分层与标签规则', en: 'Edit segments, tiers and tag rules' },
})
