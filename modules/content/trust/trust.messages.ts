import { defineMessages, type Message } from '#base/i18n/messages.ts'

/** By rank, unless the team gave another name. */
export const levelNames: Readonly<Record<number, Message>> = defineMessages({
  0: { zh: '新来', en: 'New' },
  1: { zh: '常客', en: 'Basic' },
  2: { zh: '熟客', en: 'Member' },
  3: { zh: '老友', en: 'Regular' },
  4: { zh: '主心骨', en: 'Leader' },
})

export const trustWords = defineMessages({
  job: { zh: '按规则调整信任等级', en: 'Raise trust levels by their rules' },
  jobWhy: { zh: '每小时一次，让新成员尽快放开限制', en: 'Hourly, so that newcomers are freed soon' },
  section: { zh: '内容', en: 'Content' },
  field: { zh: '信任等级', en: 'Trust level' },
  kept: {
    zh: '用于控制新成员的发帖限制，随账号保留，注销时删除',
    en: 'Kept with the account to limit what newcomers may post; erased with it',
  },
})
