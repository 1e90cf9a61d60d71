import { defineMessages } from '#base/i18n/messages.ts'

export const personaLabels = defineMessages({
  computeJob: { zh: '更新画像人数', en: 'Count the members of each persona' },
  nightly: { zh: '每天记下每个画像有多少人', en: 'How many members each persona has, day by day' },
  activity: { zh: '近 30 天活跃', en: 'Active in the last 30 days' },
  away: { zh: '没有来过', en: 'Did not come' },
  seldom: { zh: '1–3 天', en: '1–3 days' },
  often: { zh: '4–11 天', en: '4–11 days' },
  always: { zh: '12 天以上', en: '12 days or more' },
  purchase: { zh: '近 180 天下单', en: 'Orders in the last 180 days' },
  none: { zh: '未购买', en: 'None' },
  one: { zh: '1 单', en: 'One' },
  several: { zh: '2–3 单', en: '2–3' },
  many: { zh: '4 单以上', en: '4 or more' },
  contribution: { zh: '近 90 天发言', en: 'Posts and comments in the last 90 days' },
  silent: { zh: '没有发言', en: 'Silent' },
  few: { zh: '1–4 次', en: '1–4 times' },
  talkative: { zh: '5 次以上', en: '5 times or more' },
  nothing: { zh: '没有要修改的内容', en: 'Nothing to change' },
})
