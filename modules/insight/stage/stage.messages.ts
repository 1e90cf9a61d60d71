import { defineMessages } from '#base/i18n/messages.ts'
import type { Stage } from './life.ts'

export const stageNames = defineMessages({
  introduction: { zh: '导入期', en: 'Introduction' },
  growth: { zh: '成长期', en: 'Growth' },
  maturity: { zh: '成熟期', en: 'Maturity' },
  decline: { zh: '衰退期', en: 'Decline' },
}) satisfies Record<Stage, { zh: string; en: string }>

/** What the work of a stage is about (S2-69). */
export const stageFocus = defineMessages({
  introduction: {
    zh: '找到第一批用户，多听少推',
    en: 'find the first users, and listen more than you push',
  },
  growth: {
    zh: '快速迭代，用激励把来的人留下、带人来',
    en: 'iterate, and give reasons to stay and to bring others',
  },
  maturity: { zh: '日常维护，盯住活跃、复购和口碑', en: 'routine: keep people active, buying and content' },
  decline: { zh: '先召回，把走了的人请回来', en: 'win back who left' },
}) satisfies Record<Stage, { zh: string; en: string }>

export const stageLabels = defineMessages({
  look: { zh: '按数据判断产品阶段', en: 'See which stage the figures suggest' },
  lookWhy: {
    zh: '每周一看一次上周为止的数据，更像哪个产品阶段；漏掉的周会补上',
    en: 'Once a week: which stage of the product the figures up to Sunday suggest; missed weeks are filled',
  },
  source: { zh: '产品阶段', en: 'Product stage' },
  differs: {
    zh: '数据连续 {weeks} 周像{suggested}，定的还是{chosen}',
    en: 'For {weeks} weeks the figures have looked like {suggested}; chosen is {chosen}',
  },
  act: { zh: '核对阶段', en: 'Look at the stage' },
  change: { zh: '{name} {change}', en: '{name} {change}' },
  fromNothing: { zh: '从无到 {now}', en: '{now}, from none' },
  listed: { zh: '近 {days} 天对比{than}：{changes}', en: 'Last {days} days against {than}: {changes}' },
  thanBefore: { zh: '前 {days} 天', en: 'the {days} before' },
  thanYear: { zh: '去年同期', en: 'a year ago' },
})
