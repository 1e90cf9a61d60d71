import { defineMessages } from '#base/i18n/messages.ts'

export const interviewLabels = defineMessages({
  read: { zh: '查看访谈与痛点', en: 'See interviews and pain points' },
  edit: { zh: '安排访谈、记录痛点', en: 'Run interviews and note pain points' },
  held: { zh: '接受了一次访谈', en: 'Was interviewed' },
  personal: { zh: '访谈记录', en: 'Interviews' },
  kept: {
    zh: '为改进产品与社群而记录，注销账号时删除',
    en: 'Noted to improve product and community; removed when the account is closed',
  },
  source: { zh: '到期的访谈', en: 'Interviews due' },
  title: { zh: '访谈{name}', en: 'Interview {name}' },
  note: { zh: '{study} · 已完成 {held} / {target}', en: '{study} · {held} of {target} held' },
  act: { zh: '去访谈', en: 'Interview' },
  nothing: { zh: '没有要修改的内容', en: 'Nothing to change' },
  quotas: { zh: '按配额抽样需要至少一个配额', en: 'A sample by quota needs at least one quota' },
  heldOn: { zh: '已完成的访谈要写明日期', en: 'An interview that was held has a day' },
})
