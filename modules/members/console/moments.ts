/** What happened, in a sentence: known facts and behaviour by name, others by the name they were sent with. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import type { IconName } from '#ui/icon/Icon.tsx'
import type { Moment } from './members.queries.ts'

const known: Readonly<Record<string, readonly [IconName, Message]>> = {
  'member.joined': ['newcomer', { zh: '加入社区', en: 'Joined the community' }],
  'member.profile_changed': ['edit', { zh: '更新了资料', en: 'Updated the profile' }],
  'member.tagged': ['tag', { zh: '被打上标签「{tag}」', en: 'Was given the tag “{tag}”' }],
  'member.untagged': ['tag', { zh: '去掉了标签「{tag}」', en: 'Lost the tag “{tag}”' }],
  'account.signed_in': ['key', { zh: '登录', en: 'Signed in' }],
  'account.verified': ['mail', { zh: '验证了邮箱', en: 'Verified the e-mail address' }],
  'visitor.identified': ['link', { zh: '认出是这位成员', en: 'Was recognised as this member' }],
  page_view: ['page', { zh: '浏览 {path}', en: 'Viewed {path}' }],
  session_start: ['door', { zh: '打开成员站', en: 'Opened the member site' }],
  online: ['clock', { zh: '在线', en: 'Was online' }],
  heartbeat: ['clock', { zh: '在线', en: 'Was online' }],
  app_open: ['phone', { zh: '打开应用', en: 'Opened the app' }],
  order_paid: ['cart', { zh: '下单支付 {value} 元', en: 'Paid an order of {value}' }],
  'order.paid': ['cart', { zh: '下单支付 {value} 元', en: 'Paid an order of {value}' }],
  order_refunded: ['cart', { zh: '退款 {value} 元', en: 'Was refunded {value}' }],
  search: ['search', { zh: '搜索「{q}」', en: 'Searched for “{q}”' }],
}

const fallback: Message = { zh: '{name}', en: '{name}' }

export function describeMoment(moment: Moment, locale: Locale): string {
  const message = known[moment.name]?.[1] ?? fallback
  const values: Record<string, string> = { name: moment.name, path: '/', value: moment.value ?? '' }
  for (const [key, value] of Object.entries(moment.props))
    if (typeof value === 'string' || typeof value === 'number') values[key] = String(value)
  return render(message, locale, values)
}

export const iconOfMoment = (moment: Moment): IconName => known[moment.name]?.[0] ?? 'star'
