/** What happened, in a sentence for operators. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import type { IconName } from '#ui/icon/Icon.tsx'
import { momentWords } from '../moment-words.ts'
import type { Moment } from './members.queries.ts'

const icons: Readonly<Record<string, IconName>> = {
  'member.joined': 'newcomer',
  'member.profile_changed': 'edit',
  'member.tagged': 'tag',
  'member.untagged': 'tag',
  'member.fields_changed': 'edit',
  'member.contacts_changed': 'phone',
  'member.owner_changed': 'person',
  'member.noted': 'note',
  'member.consents_changed': 'shield',
  'account.signed_in': 'key',
  'account.verified': 'mail',
  'visitor.identified': 'link',
  page_view: 'page',
  session_start: 'door',
  online_time: 'clock',
  app_open: 'phone',
  'order.placed': 'cart',
  'order.paid': 'cart',
  'order.amended': 'cart',
  'order.refunded': 'cart',
  search: 'search',
}

/** Where operators want to know more than that it happened. */
const fuller: Readonly<Record<string, Message>> = {
  'member.tagged': { zh: '被打上标签「{tag}」', en: 'Was given the tag “{tag}”' },
  'member.untagged': { zh: '去掉了标签「{tag}」', en: 'Lost the tag “{tag}”' },
  'order.placed': { zh: '下单，应付 {value} 元', en: 'Placed an order of {value}' },
  'order.paid': { zh: '付款 {value} 元', en: 'Paid an order of {value}' },
  'order.amended': { zh: '付款金额更正为 {value} 元', en: 'Paid amount of an order corrected to {value}' },
  'order.refunded': { zh: '退款 {value} 元', en: 'Was refunded {value}' },
}

export function describeMoment(moment: Moment, locale: Locale): string {
  const message = fuller[moment.name] ?? momentWords[moment.name]
  if (!message) return moment.label ?? moment.name
  // Amounts are in minor units.
  const values: Record<string, string> = { path: '/', value: (Number(moment.value ?? 0) / 100).toFixed(2) }
  for (const [key, value] of Object.entries(moment.props))
    if (typeof value === 'string' || typeof value === 'number') values[key] = String(value)
  return render(message, locale, values)
}

/** What a kind of moment is called, for choosing it. */
export function nameOfMoments(name: string, label: string | null, locale: Locale): string {
  const message = momentWords[name]
  if (label) return label
  return message
    ? render(message, locale, { path: '', q: '' })
        .replace(/[「」“”\s]+$/u, '')
        .trim()
    : name
}

export const iconOfMoment = (moment: Moment): IconName => icons[moment.name] ?? 'star'
