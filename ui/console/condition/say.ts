/** What stands on a chip: windows, measures and tests in few words. The sentence above says the whole. */
import type { Format } from '#ui/locale/format.ts'
import type { Translate } from '#ui/locale/locale.tsx'
import type { CatalogueField, Option } from './catalogue.ts'
import { isNever } from './catalogue.ts'
import type { FieldTest, Measure, PropertyTest, Span, TimeTest, Window } from './condition.ts'
import { builderWords, chipWords, opWords } from './words.ts'

export interface Speech {
  readonly t: Translate
  readonly format: Format
}

const dayText = (day: string, { format }: Speech): string => (day ? format.date(`${day}T12:00:00Z`) : '…')

export const spanText = ({ amount, unit }: Span, { t }: Speech): string =>
  t(unit === 'days' ? chipWords.days : chipWords.hours, { count: amount })

export function windowText(window: Window | undefined, speech: Speech): string {
  const { t } = speech
  if (!window) return t(chipWords.ever)
  if ('last' in window)
    return t(window.last.unit === 'days' ? chipWords.lastDays : chipWords.lastHours, {
      count: window.last.amount,
    })
  const { from, to } = window
  if (from && to) return t(chipWords.fromTo, { from: dayText(from, speech), to: dayText(to, speech) })
  if (from) return t(chipWords.since, { from: dayText(from, speech) })
  return to ? t(chipWords.until, { to: dayText(to, speech) }) : t(builderWords.choose)
}

/** Fen → yuan with as many digits as it needs. */
export const moneyText = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', {
    style: 'currency',
    currency: 'CNY',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  })

export function measureText(measure: Measure, amountLabel: string, isMoney: boolean, speech: Speech): string {
  const { t, format } = speech
  switch (measure.of) {
    case 'count':
      return isNever(measure)
        ? t(chipWords.never)
        : t(chipWords.times, { op: t(opWords[measure.op]), count: measure.value })
    case 'days':
      return t(chipWords.onDays, { op: t(opWords[measure.op]), count: measure.value })
    case 'daysSince':
      return t(chipWords.daysSince, { op: t(opWords[measure.op]), count: measure.value })
    case 'sum':
      return t(chipWords.sum, {
        name: amountLabel,
        op: t(opWords[measure.op]),
        value: isMoney ? moneyText(measure.value) : format.number(measure.value),
      })
    case 'first':
      return t(chipWords.firstTime, { test: timeTestText(measure.test, speech) })
    case 'last':
      return t(chipWords.lastTime, { test: timeTestText(measure.test, speech) })
  }
}

export function timeTestText(test: TimeTest, speech: Speech): string {
  const { t } = speech
  switch (test.op) {
    case 'inLast':
      return t(chipWords.inLast, { count: test.value })
    case 'beforeLast':
      return t(chipWords.beforeLast, { count: test.value })
    case 'inNext':
      return t(chipWords.inNext, { count: test.value })
    case 'onOrAfter':
      return test.value
        ? t(chipWords.onOrAfter, { day: dayText(test.value, speech) })
        : t(builderWords.choose)
    case 'before':
      return test.value ? t(chipWords.before, { day: dayText(test.value, speech) }) : t(builderWords.choose)
  }
}

/** The value of a field's test; undefined where the operator says it all. */
export function valueText(
  field: Pick<CatalogueField, 'type' | 'unit'> | undefined,
  test: FieldTest,
  options: readonly Option[],
  speech: Speech,
): string | undefined {
  const { t, format } = speech
  if (!('value' in test)) return undefined
  switch (test.op) {
    case 'inLast':
    case 'beforeLast':
    case 'inNext':
    case 'anniversaryInNext':
      return t(chipWords.days, { count: test.value })
    case 'onOrAfter':
    case 'before':
      return test.value ? dayText(test.value, speech) : t(builderWords.choose)
    case 'between':
      return test.value.map((each) => numberText(each, field, format)).join(' – ')
    case 'eq':
    case 'ne':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return numberText(test.value, field, format)
    default:
      return listText(typeof test.value === 'string' ? [test.value] : test.value, options, t)
  }
}

const numberText = (
  value: number,
  field: Pick<CatalogueField, 'type' | 'unit'> | undefined,
  format: Format,
): string =>
  field?.type === 'money' ? moneyText(value) : `${format.number(value)}${field?.unit ? ` ${field.unit}` : ''}`

/** Two names, then how many more. */
export function listText(values: readonly string[], options: readonly Option[], t: Translate): string {
  const named = values
    .filter((value) => value !== '')
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
  const [first, second] = named
  if (first === undefined) return t(builderWords.choose)
  if (second === undefined) return first
  return named.length === 2 ? `${first}、${second}` : t(builderWords.andMore, { first, count: named.length })
}

export function propertyText(
  { property, test }: PropertyTest,
  properties: readonly { readonly name: string; readonly label: string }[],
  speech: Speech,
): string {
  const { t, format } = speech
  const name =
    properties.find((each) => each.name === property)?.label ??
    (property === 'value' ? t(builderWords.amountOf) : property || t(builderWords.whereShort))
  const op = t(opWords[test.op])
  if (!('value' in test)) return `${name} ${op}`
  const value =
    typeof test.value === 'number'
      ? format.number(test.value)
      : listText(typeof test.value === 'string' ? [test.value] : test.value, [], t)
  return `${name} ${op} ${value}`
}
