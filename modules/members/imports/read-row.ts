/** One row of a list as a person: every cell checked and brought into the form that is kept. */

import type { Message } from '#base/i18n/messages.ts'
import type { Reason as AnyReason, Read } from '#base/imports/kind.ts'
import { normaliseLine, normaliseText } from '#base/text/normalise.ts'
import { instantOf, startOfDay } from '#base/time/calendar.ts'
import { parseDay } from '#base/time/parse.ts'
import { type ContactKind, type ContactPoint, readContact } from '../contacts/contact.ts'
import type { MemberField, MemberValue } from '../fields/field.ts'
import { readRegion } from '../fields/regions.ts'
import { readCell } from '../fields/value.ts'
import { readCard } from './card.ts'
import { channelOf } from './channels.ts'
import { partNames, type RowReason } from './import.messages.ts'
import type { ImportPlan, Target } from './target.ts'

/** What a row says about somebody; what it does not say is left out. */
export interface Person {
  readonly contacts: readonly ContactPoint[]
  readonly nickname?: string
  readonly city?: string
  readonly channel?: string
  readonly bio?: string
  readonly joinedAt?: Date
  readonly tags: readonly string[]
  readonly fields: readonly { readonly field: MemberField; readonly value: MemberValue }[]
}

interface Reason extends AnyReason {
  readonly code: RowReason
}

export interface Reading {
  readonly plan: ImportPlan
  readonly fields: readonly MemberField[]
  readonly zone: string
  readonly now: Date
}

/** Reads rows by a plan. Cells that stand for nothing (`-`, `无`, `N/A`, `NULL`) count as empty. */
export function rowReader(reading: Reading): (cells: readonly string[]) => Read<Person> {
  const { plan } = reading
  const byKey = new Map(reading.fields.map((field) => [field.key, field]))
  const wantsKey = plan.columns.some((target) => target !== null && isContact(target))
  const pattern = sayPattern(plan.card, byKey)

  return (cells) => {
    const draft = emptyDraft()
    const reasons: Reason[] = []
    const take = (target: Target, text: string, column: number) => {
      const refused = put(draft, target, text, byKey, reading)
      if (refused) reasons.push({ ...refused, column })
    }
    for (const [column, target] of plan.columns.entries()) {
      const cell = cells[column] ?? ''
      if (!target || isNothing(cell)) continue
      if (target === 'card') {
        const parts = readCard(cell, plan.card.length)
        if (!parts) reasons.push({ code: 'card', column, why: pattern })
        for (const [at, part] of plan.card.entries())
          if (parts && part && part !== 'card' && !isNothing(parts[at]!)) take(part, parts[at]!, column)
      } else take(target, cell, column)
    }
    if (wantsKey && draft.contacts.length === 0 && reasons.length === 0) reasons.push({ code: 'noKey' })
    if (!wantsKey && !draft.nickname && reasons.length === 0) reasons.push({ code: 'noName' })
    if (reasons.length > 0) return { reasons }
    return { thing: { ...draft, tags: [...new Set(draft.tags)] } }
  }
}

/** 城市-…-昵称 */
function sayPattern(card: ImportPlan['card'], fields: ReadonlyMap<string, MemberField>): Message {
  const words = card.map((part): Message => {
    const own = part?.startsWith('field:') ? fields.get(part.slice('field:'.length))?.label : undefined
    if (own) return { zh: own, en: own }
    return partNames[part as keyof typeof partNames] ?? { zh: '…', en: '…' }
  })
  return { zh: words.map(({ zh }) => zh).join('-'), en: words.map(({ en }) => en).join('-') }
}

interface Draft {
  contacts: ContactPoint[]
  nickname?: string
  city?: string
  channel?: string
  bio?: string
  joinedAt?: Date
  tags: string[]
  fields: { field: MemberField; value: MemberValue }[]
}
const emptyDraft = (): Draft => ({ contacts: [], tags: [], fields: [] })

const isContact = (target: Target) =>
  target === 'phone' || target === 'email' || target === 'wechat' || target.startsWith('external:')

const isNothing = (cell: string): boolean =>
  /^(?:[-—–/\\]{1,9}|无|暂无|未知|空|n\/?a|null|none|nil|undefined)?$/i.test(cell.trim())

type Refusal = Omit<Reason, 'column'>

/** Puts a cell where it belongs, or says why not. */
function put(
  draft: Draft,
  target: Target,
  cell: string,
  fields: ReadonlyMap<string, MemberField>,
  { zone, now }: Reading,
): Refusal | undefined {
  switch (target) {
    case 'nickname': {
      const name = normaliseLine(cell)
      if ([...name].length > 60) return { code: 'nameLong' }
      if (name !== '') draft.nickname = name
      return
    }
    case 'phone':
    case 'email':
    case 'wechat':
      return putContact(draft, target, '', cell)
    case 'city': {
      // 浙江省杭州市 and 杭州市 are 杭州, so that people of one city are found together.
      const city = readRegion(cell)?.at(-1) ?? normaliseLine(cell)
      if (city.length > 60) return { code: 'cityLong' }
      draft.city = city
      return
    }
    case 'channel': {
      const channel = channelOf(normaliseLine(cell))
      if (channel.length > 40) return { code: 'channelLong' }
      draft.channel = channel
      return
    }
    case 'bio': {
      const bio = normaliseText(cell)
      if (bio.length > 300) return { code: 'bioLong' }
      draft.bio = bio
      return
    }
    case 'tags': {
      const tags = normaliseLine(cell)
        .split(/[,，、;；|]/)
        .map((tag) => tag.trim())
        .filter(Boolean)
      const long = tags.find((tag) => tag.length > 30)
      if (long) return { code: 'tagLong', values: { tag: `${long.slice(0, 30)}…` } }
      if (tags.length > 20) return { code: 'tagsMany' }
      draft.tags.push(...tags)
      return
    }
    case 'joinedAt': {
      const moment = readMoment(cell, zone)
      if (!moment) return { code: 'joinedAt' }
      if (moment > now) return { code: 'joinedLater' }
      draft.joinedAt = moment
      return
    }
    case 'card':
      return
    default:
      if (target.startsWith('external:'))
        return putContact(draft, 'external', target.slice('external:'.length), cell)
      return putField(draft, fields.get(target.slice('field:'.length)), cell)
  }
}

function putContact(draft: Draft, kind: ContactKind, system: string, cell: string): Refusal | undefined {
  const point = readContact({ kind, system, value: cell })
  if (!point) return { code: kind }
  draft.contacts.push(point)
  return undefined
}

function putField(draft: Draft, field: MemberField | undefined, cell: string): Refusal | undefined {
  if (!field) return undefined
  const read = readCell(field, cell)
  if ('refused' in read) return { code: 'field', values: { field: field.label }, why: read.refused }
  if (read.value !== null) draft.fields.push({ field, value: read.value })
  return undefined
}

/** A day, or a day and a time, in the community's zone unless the text names its own. */
export function readMoment(text: string, zone: string): Date | undefined {
  const plain = text.trim().normalize('NFKC')
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]{4,20}(?:Z|[+-]\d{2}:?\d{2})$/.test(plain)) {
    const moment = new Date(plain)
    return Number.isNaN(moment.getTime()) ? undefined : moment
  }
  const day = parseDay(plain)
  if (!day) return undefined
  const time = /[ T](\d{1,2}):(\d{2})/.exec(plain)
  if (!time) return startOfDay(day, zone)
  const [hour, minute] = [Number(time[1]), Number(time[2])]
  if (hour > 23 || minute > 59) return undefined
  return instantOf(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone)
}
