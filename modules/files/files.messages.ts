import { defineMessages } from '#base/i18n/messages.ts'

export const fileLabels = defineMessages({
  readPrivate: { zh: '查看成员上传的私有文件', en: 'See private files that members uploaded' },
})
