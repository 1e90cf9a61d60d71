import { defineMessages } from '#base/i18n/messages.ts'

export const mergeLabels = defineMessages({
  permission: { zh: '合并重复的成员', en: 'Merge members who are there twice' },
  merged: { zh: '并入了另一份档案的记录', en: 'Another profile of the same person was merged in' },
  mergedAway: { zh: '档案并入了另一位成员', en: 'The profile was merged into another' },
  unmerged: { zh: '合并被撤销', en: 'A merge was taken back' },
  parted: { zh: '档案重新独立', en: 'The profile is on its own again' },
  searched: { zh: '查找了重复成员', en: 'Doubles were looked for' },
  searchJob: { zh: '查找重复成员', en: 'Look for members who are there twice' },
  searchWhy: {
    zh: '同一个人可能留下两份档案：每天比对邮箱、姓名与城市，供运营确认',
    en: 'A person may have left two profiles: addresses, names and cities are compared each day for somebody to decide',
  },
})
