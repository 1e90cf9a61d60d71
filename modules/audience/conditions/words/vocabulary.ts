/** How fields, values, events and amounts are called in the language of a reader. */
import type { Declared } from '#base/declarations/declared.ts'
import type { Field, FieldOption } from '#base/declarations/fields.ts'
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { amountOf, behaviourWords, propertyWords } from './behaviour.messages.ts'
import { eventWords, fieldWords, joining } from './condition.messages.ts'

export interface Vocabulary {
  readonly locale: Locale
  say(message: Message, values?: Record<string, string | number>): string
  /** A label that people wrote, or one of ours. */
  label(label: string | Message): string
  list(texts: readonly string[]): string
  field(field: Field, of: string | undefined): string
  /** A value of a field as people read it. */
  value(field: Field, value: string): string
  number(field: Field, value: number): string
  event(name: string): string
  group(id: string): string
  property(name: string): string
  /** A sum of an event's amount or of a property. */
  amount(event: string, property: string | undefined, amount: number): string
  /** What an event's amount is called. */
  amountName(event: string, property: string | undefined): string
}

export function vocabularyOf(
  locale: Locale,
  declared: Pick<Declared, 'facts'>,
  fields: readonly Field[],
): Vocabulary {
  const labels = new Map(declared.facts().map((fact) => [fact.name, fact.label]))
  const say = (message: Message, values: Record<string, string | number> = {}) =>
    render(message, locale, values)
  const label = (text: string | Message) => (typeof text === 'string' ? text : say(text))
  const money = (minor: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    }).format(minor / 100)
  const plain = (number: number) => number.toLocaleString(locale, { maximumFractionDigits: 6 })
  const optionLabel = (options: readonly FieldOption[] | undefined, value: string) => {
    const option = options?.find((each) => each.value === value)
    return option ? label(option.label) : value
  }
  return {
    locale,
    say,
    label,
    list: (texts) => texts.join(say(joining.list)),
    field: (field, of) =>
      of === undefined
        ? label(field.label)
        : say(fieldWords.of, { label: label(field.label), of: optionLabel(field.of?.options, of) }),
    value: (field, value) => optionLabel(field.options, value),
    number(field, value) {
      if (field.type === 'money') return money(value)
      const unit = field.unit ? ` ${say(field.unit, { count: value })}` : ''
      return `${plain(value)}${unit}`
    },
    event: (name) => {
      const message = behaviourWords[name] ?? labels.get(name)
      return message ? say(message) : `「${name}」`
    },
    group(id) {
      for (const { key, of } of fields) {
        if (!key.startsWith('group.') || !of) continue
        const option = of.options.find((each) => each.value === id)
        if (option) return label(option.label)
      }
      return say(eventWords.group, { id })
    },
    property: (name) => (propertyWords[name] ? say(propertyWords[name]) : name),
    amount(event, property, amount) {
      const kind = property === undefined || property === 'value' ? amountOf[event] : undefined
      if (kind === 'money') return money(amount)
      if (kind === 'seconds') return duration(amount, locale)
      return plain(amount)
    },
    amountName(event, property) {
      if (property !== undefined && property !== 'value')
        return propertyWords[property] ? say(propertyWords[property]) : ` ${property}`
      return say(amountOf[event] === 'seconds' ? eventWords.duration : eventWords.amount)
    },
  }
}

function duration(seconds: number, locale: Locale): string {
  const [amount, unit] =
    Math.abs(seconds) >= 3_600
      ? [seconds / 3_600, 'hour']
      : Math.abs(seconds) >= 60
        ? [seconds / 60, 'minute']
        : [seconds, 'second']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(amount as number)
}

export const signs = { eq: '=', ne: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' } as const
