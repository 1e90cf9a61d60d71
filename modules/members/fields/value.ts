/** Values of fields: what a field takes, from JSON and from a cell of a file, and how it is shown. */
import { z } from 'zod'
import { defineMessages, type Locale, type Message, render } from '#base/i18n/messages.ts'
import { foldText, normaliseLine, normaliseText } from '#base/text/normalise.ts'
import { parseDay } from '#base/time/parse.ts'
import type { MemberField, MemberValue } from './field.ts'
import { isRegion, readRegion } from './regions.ts'

const refusals = defineMessages({
  text: { zh: '请填写文字，最多 500 字', en: 'Write text, at most 500 characters' },
  number: { zh: '请填写数字', en: 'Give a number' },
  money: { zh: '请填写金额，最多两位小数', en: 'Give an amount with at most two decimals' },
  choice: { zh: '请从选项中选择', en: 'Choose one of the options' },
  date: { zh: '请填写日期和时间', en: 'Give a date and a time' },
  day: { zh: '请填写日期，例如 1992-05-20', en: 'Give a day such as 1992-05-20' },
  region: { zh: '请选择省份或城市', en: 'Choose a province or a city' },
  flag: { zh: '请填写是或否', en: 'Answer yes or no' },
})

/** A value, or the sentence that says why it is none. */
export type ReadValue = { readonly value: MemberValue } | { readonly refused: Message }

const largest = 1_000_000_000_000

/** Reads what a program or a screen sends: JSON of the right type. Empty is null: nothing known. */
export function readValue(field: Pick<MemberField, 'type' | 'options'>, given: unknown): ReadValue {
  if (given === null || given === undefined || given === '' || (Array.isArray(given) && given.length === 0))
    return { value: null }
  const refused: ReadValue = { refused: refusals[field.type === 'choices' ? 'choice' : field.type] }
  const known = new Set(field.options.map((option) => option.value))
  switch (field.type) {
    case 'text': {
      if (typeof given !== 'string') return refused
      const text = normaliseText(given)
      return text.length > 500 ? refused : { value: text === '' ? null : text }
    }
    case 'number':
      return typeof given === 'number' && Number.isFinite(given) && Math.abs(given) <= largest
        ? { value: given }
        : refused
    case 'money':
      return Number.isSafeInteger(given) && Math.abs(given as number) <= largest * 100
        ? { value: given as number }
        : refused
    case 'choice':
      return typeof given === 'string' && known.has(given) ? { value: given } : refused
    case 'choices': {
      const chosen = z.array(z.string()).max(200).safeParse(given)
      if (!chosen.success || chosen.data.some((each) => !known.has(each))) return refused
      const wanted = new Set(chosen.data)
      return { value: field.options.map((option) => option.value).filter((each) => wanted.has(each)) }
    }
    case 'date': {
      const moment = z.iso.datetime({ offset: true }).safeParse(given)
      return moment.success ? { value: new Date(moment.data).toISOString() } : refused
    }
    case 'day':
      return z.iso.date().safeParse(given).success ? { value: given as string } : refused
    case 'region': {
      const place = z.array(z.string()).safeParse(given)
      return place.success && isRegion(place.data) ? { value: place.data } : refused
    }
    case 'flag':
      return typeof given === 'boolean' ? { value: given } : refused
  }
}

const yes = new Set(['是', '有', '对', '已', 'y', 'yes', 'true', '1', '√', '✓'])
const no = new Set(['否', '无', '没有', '不', '未', 'n', 'no', 'false', '0', '×'])

/** Reads a cell of a file as people write it: labels of options, `1,280.50`, `1992年5月20日`, `是`, `浙江杭州`. */
export function readCell(field: Pick<MemberField, 'type' | 'options'>, cell: string): ReadValue {
  const text = normaliseLine(cell)
  if (text === '') return { value: null }
  switch (field.type) {
    case 'text':
      return readValue(field, cell)
    case 'number':
    case 'money': {
      const plain = text.replace(/[,\s¥￥元$]/g, '')
      const scale = /万$/.test(plain) ? 10_000 : 1
      const amount = /^-?\d+(\.\d+)?万?$/.test(plain) ? Number(plain.replace('万', '')) * scale : Number.NaN
      if (field.type === 'number') return readValue(field, Number(amount.toPrecision(15)))
      const minor = Math.round(amount * 100)
      return Math.abs(minor - amount * 100) < 1e-6 ? readValue(field, minor) : { refused: refusals.money }
    }
    case 'choice':
      return readValue(field, optionOf(field, text) ?? text)
    case 'choices':
      return readValue(
        field,
        text
          .split(/[,，、;；|]/)
          .map((part) => part.trim())
          .filter(Boolean)
          .map((part) => optionOf(field, part) ?? part),
      )
    case 'date': {
      const moment = /\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : undefined
      const day = parseDay(text)
      if (moment && /(Z|[+-]\d{2}:?\d{2})$/.test(text)) return readValue(field, moment.toISOString())
      // A time without a zone is the community's; the files of this market are written in China.
      if (moment && day)
        return readValue(field, new Date(`${day}T${/\d{2}:\d{2}/.exec(text)![0]}:00+08:00`).toISOString())
      return day ? readValue(field, `${day}T00:00:00+08:00`) : { refused: refusals.date }
    }
    case 'day': {
      const day = parseDay(text)
      return day ? readValue(field, day) : { refused: refusals.day }
    }
    case 'region': {
      const place = readRegion(text)
      return place ? { value: place } : { refused: refusals.region }
    }
    case 'flag': {
      const word = text.toLowerCase()
      return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : { refused: refusals.flag }
    }
  }
}

/** The value of an option that is called so, whatever the case. */
const optionOf = ({ options }: Pick<MemberField, 'options'>, text: string): string | undefined => {
  const wanted = foldText(text)
  return options.find(({ value, label }) => foldText(value) === wanted || foldText(label) === wanted)?.value
}

const words = defineMessages({
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
})

/** A value as a file or a log shows it; screens show it with their own formats. */
export function sayValue(
  { type, options }: Pick<MemberField, 'type' | 'options'>,
  value: MemberValue,
  locale: Locale,
): string {
  if (value === null) return ''
  const label = (each: string) => options.find((option) => option.value === each)?.label ?? each
  switch (type) {
    case 'money':
      return (Number(value) / 100).toFixed(2)
    case 'choice':
      return label(String(value))
    case 'choices':
      return (value as readonly string[]).map(label).join('、')
    case 'region':
      return (value as readonly string[]).join(' ')
    case 'flag':
      return render(value ? words.yes : words.no, locale)
    default:
      return String(value)
  }
}

/** Enough of a sensitive value to recognise it: its first and last character. */
export function maskValue(text: string): string {
  const characters = [...text]
  if (characters.length < 4) return '****'
  return `${characters[0]}****${characters.at(-1)}`
}
