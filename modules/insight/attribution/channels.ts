/**
 * Channels: sources that people think of as one. The first rule that fits counts; what no rule knows is a channel by
 * the name it came with, so that nothing new stays unseen.
 */
import { z } from 'zod'
import { describeActor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { defineMessages, type Locale, type Message, render } from '#base/i18n/messages.ts'
import { audit } from '#modules/identity/api.ts'
import { directChannel, unknownChannel } from './models.ts'

/** What is known of a source: the channel it was entered under, its utm parameters, the host it was sent from. */
export const traits = ['channel', 'source', 'medium', 'campaign', 'referrer'] as const

export const channelKey = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u)

export const channelRule = z.object({
  channel: channelKey,
  name: z.string().trim().min(1).max(40),
  /** Any of these. `*` stands for anything; upper and lower case are the same. */
  any: z
    .array(z.object({ of: z.enum(traits), like: z.string().trim().min(1).max(100) }))
    .min(1)
    .max(20),
})
export type ChannelRule = z.infer<typeof channelRule>
export const channelRules = z.array(channelRule).max(60)

/** More channels than these nobody looks after. */
export const mostChannels = 200

const names = defineMessages({
  wechat: { zh: '微信', en: 'WeChat' },
  xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
  douyin: { zh: '抖音', en: 'Douyin' },
  weibo: { zh: '微博', en: 'Weibo' },
  bilibili: { zh: 'B 站', en: 'Bilibili' },
  zhihu: { zh: '知乎', en: 'Zhihu' },
  store: { zh: '门店', en: 'Stores' },
  referral: { zh: '老带新', en: 'Referral' },
  mail: { zh: '邮件', en: 'Mail' },
  ads: { zh: '广告投放', en: 'Advertising' },
  search: { zh: '搜索', en: 'Search' },
  import: { zh: '导入', en: 'Import' },
  direct: { zh: '直接访问', en: 'Direct' },
  unknown: { zh: '来源不明', en: 'Unknown' },
})

type Test = ChannelRule['any'][number]
const named = (...likes: readonly string[]): Test[] =>
  likes.flatMap((like) => [{ of: 'channel', like } as const, { of: 'source', like } as const])
const from = (...hosts: readonly string[]): Test[] => hosts.map((like) => ({ of: 'referrer', like }))
const by = (...media: readonly string[]): Test[] => media.map((like) => ({ of: 'medium', like }))

const presets: readonly (readonly [string, Message, readonly Test[]])[] = [
  ['ads', names.ads, by('cpc', 'cpm', 'cpa', 'ad', 'ads', 'paid*')],
  ['referral', names.referral, [...named('referral', 'invite*', 'invitation*'), ...by('member')]],
  ['store', names.store, [...named('store', 'shop'), ...by('qr')]],
  ['wechat', names.wechat, [...named('wechat*', 'weixin*', 'wecom*'), ...from('*weixin.qq.com')]],
  [
    'xiaohongshu',
    names.xiaohongshu,
    [...named('xiaohongshu*', 'xhs*'), ...from('*xiaohongshu.com', 'xhslink.com')],
  ],
  ['douyin', names.douyin, [...named('douyin*'), ...from('*douyin.com')]],
  ['weibo', names.weibo, [...named('weibo*'), ...from('*weibo.com', 'weibo.cn', 't.cn')]],
  ['bilibili', names.bilibili, [...named('bilibili*'), ...from('*bilibili.com', 'b23.tv')]],
  ['zhihu', names.zhihu, [...named('zhihu*'), ...from('*zhihu.com')]],
  ['mail', names.mail, [...named('mail', 'email', 'newsletter'), ...by('email', 'mail')]],
  [
    'search',
    names.search,
    [
      ...named('search'),
      ...by('organic'),
      ...from('*baidu.com', '*google.*', '*bing.com', '*sogou.com', '*so.com', '*sm.cn'),
    ],
  ],
  ['import', names.import, named('import*')],
  [directChannel, names.direct, named('direct', '(direct)')],
]

export const presetRules = (locale: Locale): ChannelRule[] =>
  presets.map(([channel, name, any]) => ({ channel, name: render(name, locale), any: [...any] }))

export interface Channels {
  readonly rules: readonly ChannelRule[]
  /** Channels that somebody gave a name of their own, by key. */
  readonly names: ReadonlyMap<string, string>
  readonly changed: { readonly at: Date; readonly by: string } | null
}

export async function findChannels(ctx: Ctx): Promise<Channels> {
  const row = await ctx.db
    .selectFrom('channel_rules')
    .select(['rules', 'changed_at', 'changed_by'])
    .executeTakeFirst()
  const named = await ctx.db
    .selectFrom('channel')
    .select(['channel', 'name'])
    .where('name', '<>', '')
    .limit(mostChannels)
    .execute()
  const names = new Map(named.map(({ channel, name }) => [channel, name]))
  return row
    ? { rules: channelRules.parse(row.rules), names, changed: { at: row.changed_at, by: row.changed_by } }
    : { rules: presetRules(ctx.locale), names, changed: null }
}

export async function arrangeChannels(ctx: Ctx, rules: readonly ChannelRule[]): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = { rules: JSON.stringify(rules), changed_at: tx.now, changed_by: describeActor(tx.actor) }
    await tx.db
      .insertInto('channel_rules')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    await audit(tx, 'channels.arranged', undefined, { rules })
  })
}

/** What a channel is called; one that nobody named and no rule knows by the name it came with. */
export function channelNames(
  locale: Locale,
  { rules, names: own }: Pick<Channels, 'rules' | 'names'>,
): (channel: string) => string {
  const given = new Map([...rules.map(({ channel, name }) => [channel, name] as const), ...own])
  return (channel) =>
    given.get(channel) ??
    (channel === directChannel
      ? render(names.direct, locale)
      : channel === unknownChannel
        ? render(names.unknown, locale)
        : channel)
}

/** Keys of channels by what people call them. */
export const channelKeys = ({
  rules,
  names: own,
}: Pick<Channels, 'rules' | 'names'>): ReadonlyMap<string, string> =>
  new Map([
    ...rules.map(({ name, channel }) => [name, channel] as const),
    ...[...own].map(([channel, name]) => [name, channel] as const),
  ])
