/** Costs out of a spreadsheet: channel, first day, last day, amount in the major unit, purpose, note; any separator. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { CsvError, readCsv } from '#base/text/csv-read.ts'
import { attributionWords as words } from './attribution.messages.ts'
import { channelKey } from './channels.ts'
import type { NewCost, Purpose } from './costs.ts'

export const mostPasted = 500

const purposes: Readonly<Record<string, Purpose>> = {
  '': 'winning',
  获客: 'winning',
  拉新: 'winning',
  winning: 'winning',
  acquisition: 'winning',
  留存: 'keeping',
  维护: 'keeping',
  keeping: 'keeping',
  retention: 'keeping',
}

const dayForm = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** A day as spreadsheets write it; undefined for what is none. */
function dayOf(text: string): string | undefined {
  const [, year, month, date] = dayForm.exec(text) ?? []
  if (!year || !month || !date) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? undefined : day
}

/** 1,299.50 or ¥1299 in minor units; undefined for what is no amount. */
export function minorOf(text: string): number | undefined {
  const plain = text.replace(/[¥￥,，\s元]/g, '')
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return undefined
  const [whole, part = ''] = plain.split('.')
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return minor > 0 ? minor : undefined
}

export interface Pasted {
  readonly costs: readonly NewCost[]
  /** What is wrong, row by row, in the reader's language. Nothing is entered while there is any. */
  readonly wrong: readonly string[]
}

/** `keys`: of channels by their names. A channel may be written by its name or by its key. A first row without any amount is a heading. */
export async function readPasted(
  text: string,
  keys: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<Pasted> {
  const costs: NewCost[] = []
  const wrong: string[] = []
  const say = (message: Message, values: Record<string, number>) =>
    wrong.push(render(message, locale, values))
  let row = 0
  try {
    for await (const cells of readCsv([text])) {
      row++
      const [channel = '', first = '', last = '', amount = '', purpose = '', note = ''] = cells.map((cell) =>
        cell.trim(),
      )
      if (row === 1 && !/\d/.test(amount)) continue
      if (row > mostPasted + 1) {
        say(words.tooManyRows, { most: mostPasted })
        break
      }
      const key = channelKey.safeParse(keys.get(channel) ?? channel)
      const firstDay = dayOf(first)
      const lastDay = last === '' ? firstDay : dayOf(last)
      const minor = minorOf(amount)
      const why = purposes[purpose.toLowerCase()]
      const before = wrong.length
      if (!key.success) say(words.channelMissing, { row })
      if (firstDay === undefined || lastDay === undefined) say(words.dayMissing, { row })
      else if (lastDay < firstDay) say(words.daysBackwards, { row })
      if (minor === undefined) say(words.amountMissing, { row })
      if (why === undefined) say(words.purposeUnknown, { row })
      if (wrong.length === before)
        costs.push({
          channel: key.data!,
          firstDay: firstDay!,
          lastDay: lastDay!,
          amount: minor!,
          purpose: why!,
          note: note.slice(0, 200),
        })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    say(words.notCsv, { row: error.row })
  }
  return { costs, wrong: wrong.slice(0, 50) }
}
