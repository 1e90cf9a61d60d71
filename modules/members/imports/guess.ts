/** What the columns of a list probably are: by what they are called in Chinese or English, then by what is in them. */
import { normaliseEmail } from '#base/text/email.ts'
import { foldText } from '#base/text/normalise.ts'
import type { MemberField } from '../fields/field.ts'
import { readRegion } from '../fields/regions.ts'
import { guessParts, splitCard } from './card.ts'
import type { PlainTarget, Target } from './target.ts'

const names: Readonly<Record<Exclude<PlainTarget, 'card'> | 'card', readonly string[]>> = {
  nickname: ['昵称', '姓名', '名字', '名称', '微信昵称', '用户名', '客户姓名', '会员姓名', '用户昵称', '称呼', '收货人', '联系人', 'name', 'nickname', 'full name', 'display name', 'username', 'user name', 'customer name'], // biome-ignore format: a list of words
  card: ['群名片', '群昵称', '名片', '群内昵称', 'group card', 'card'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', '联系方式', '电话号码', '移动电话', 'phone', 'mobile', 'tel', 'telephone', 'phone number', 'mobile phone', 'cell'], // biome-ignore format: a list of words
  email: ['邮箱', '电子邮箱', '邮件', '邮箱地址', '电子邮件', 'e-mail', 'email', 'mail', 'email address'],
  wechat: ['微信', '微信号', '微信id', 'wechat', 'wechat id', 'weixin', 'wx'],
  city: ['城市', '所在城市', '所在地', '地区', '城市地区', 'city', 'location', 'town'],
  channel: [
    '渠道',
    '来源',
    '来源渠道',
    '获客渠道',
    '客户来源',
    '了解渠道',
    'channel',
    'source',
    'utm source',
  ],
  tags: ['标签', '客户标签', '会员标签', '分组', 'tag', 'tags', 'label', 'labels'],
  joinedAt: ['加入时间', '注册时间', '入会时间', '入群时间', '创建时间', '注册日期', '加入日期', '添加时间', '入会日期', 'joined', 'joined at', 'join date', 'registered', 'registered at', 'created at', 'signup date', 'member since'], // biome-ignore format: a list of words
  bio: ['简介', '个人简介', '备注', '说明', '介绍', 'bio', 'about', 'note', 'notes', 'remark'],
}

const externals: readonly (readonly [RegExp, string])[] = [
  [/^(有赞|youzan).*(id|编号|号)?$/, 'youzan'],
  [/^(企业微信|企微|wecom|external ?userid).*/, 'wecom'],
  [/^(crm).*(id|编号|号)?$/, 'crm'],
  [/^(unionid|union id)$/, 'wechat-union'],
  [/^(openid|open id)$/, 'wechat-open'],
  [/^(会员号|会员卡号|会员编号|会员id|卡号|member (id|no|number)|card (no|number))$/, 'card'],
  [/^(客户编号|客户id|用户id|用户编号|id|编号|customer id|user id|external id|外部id|外部编号)$/, 'crm'],
]

/** Targets in the order of the columns; each is given once, null where nothing fits. */
export function guessColumns(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly MemberField[],
): (Target | null)[] {
  const taken = new Set<Target>()
  const take = (target: Target | undefined): Target | null => {
    if (!target || taken.has(target)) return null
    taken.add(target)
    return target
  }
  const named = header.map((name) => take(byName(name, fields)))
  return named.map((target, column) => {
    if (target) return target
    const values = samples.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '')
    return take(byContent(values))
  })
}

function byName(heading: string, fields: readonly MemberField[]): Target | undefined {
  // 手机号(必填) and 手机号* mean 手机号.
  const name = foldText(heading)
    .replace(/[(（【[][^(（【[)）】\]]{0,60}[)）】\]]/gu, '')
    .replace(/[*:：#]/g, '')
    .replace(/_/g, ' ')
    .trim()
  const field = fields.find(({ label, key }) => foldText(label) === name || key === name.replace(/ /g, '_'))
  if (field) return `field:${field.key}`
  for (const [target, words] of Object.entries(names)) if (words.includes(name)) return target as PlainTarget
  const external = externals.find(([pattern]) => pattern.test(name))
  return external && `external:${external[1]}`
}

/** Only what can hardly be anything else. */
function byContent(values: readonly string[]): Target | undefined {
  if (values.length < 2) return undefined
  const most = (test: (value: string) => boolean) => values.filter(test).length >= values.length * 0.8
  if (most((value) => normaliseEmail(value) !== undefined)) return 'email'
  if (most((value) => /^(\+?86)?[ -]?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/.test(value))) return 'phone'
  if (guessParts(values) >= 2 && most((value) => isPlace(splitCard(value)[0] ?? ''))) return 'card'
  if (most(isPlace)) return 'city'
  return undefined
}

const isPlace = (text: string): boolean => readRegion(text) !== undefined
