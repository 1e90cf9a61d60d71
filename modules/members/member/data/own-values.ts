/** Between what a form of text says and what fields hold. */
import type { Message, Values } from '#base/i18n/messages.ts'
import type { Format } from '#ui/locale/format.ts'
import { words } from './data.messages.ts'
import type { OwnField } from './data.queries.ts'

type Shape = Pick<OwnField, 'key' | 'type'>

/** The values of a form by field key, as the API takes them; nothing chosen is null. */
export function readForm(
  fields: readonly Shape[],
  data: FormData,
): Record<string, string | number | boolean | string[] | null> {
  return Object.fromEntries(fields.map((field) => [field.key, read(field, data)]))
}

function read({ key, type }: Shape, data: FormData) {
  const all = data.getAll(key).map(String).filter(Boolean)
  const [text] = all
  if (text === undefined) return null
  switch (type) {
    case 'number':
      return Number(text)
    case 'money':
      return Math.round(Number(text) * 100)
    case 'choices':
      return all
    case 'region':
      return [text, String(data.get(`${key}:city`) ?? '')].filter(Boolean)
    case 'flag':
      return text === 'true'
    case 'date':
      return new Date(text).toISOString()
    default:
      return text
  }
}

/** A value as its owner reads it. */
export function showValue(
  { type, options, value }: Pick<OwnField, 'type' | 'options' | 'value'>,
  t: (message: Message, values?: Values) => string,
  format: Format,
): string {
  if (value === null) return ''
  const label = (each: string) => options.find((option) => option.value === each)?.label ?? each
  switch (type) {
    case 'money':
      return `¥${format.number(Number(value) / 100)}`
    case 'number':
      return format.number(Number(value))
    case 'choice':
      return label(String(value))
    case 'choices':
      return (value as string[]).map(label).join('、')
    case 'region':
      return (value as string[]).join(' ')
    case 'flag':
      return t(value ? words.yes : words.no)
    case 'date':
      return format.dateTime(String(value))
    default:
      return String(value)
  }
}

/** A moment as `datetime-local` takes it, by the clock of the browser. */
export function asLocal(moment: string): string {
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
