import { defineMessages } from '#base/i18n/messages.ts'

/** Part of the first load, so only the names. */
export const titles = defineMessages({
  groups: { zh: '社群', en: 'Groups' },
  join: { zh: '加入社群', en: 'Join a group' },
  members: { zh: '群成员', en: 'Members' },
  newcomers: { zh: '新来的朋友', en: 'Newcomers' },
})
