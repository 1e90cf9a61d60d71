/** A plan out of a spreadsheet: channel, fans, budget in the major unit, measures, owner; any separator. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { CsvError, readCsv } from '#base/text/csv-read.ts'
import { channelKey } from '../attribution/channels.ts'
import { minorOf } from '../attribution/paste.ts'
import { planWords as words } from './plan.messages.ts'
import type { PlanEntry } from './plan.ts'

export const mostPlanned = 100

export interface PastedPlan {
  readonly entries: readonly PlanEntry[]
  /** What is wrong, row by row, in the reader's language. Nothing is planned while there is any. */
  readonly wrong: readonly string[]
}

interface Known {
  /** Keys of channels by their names. */
  readonly keys: ReadonlyMap<string, string>
  /** Accounts of colleagues by their names; null: two are called so. */
  readonly owners: ReadonlyMap<string, string | null>
}

/** A channel may be written by its name or by its key. A first row without a number of fans is a heading. */
export async function readPastedPlan(
  text: string,
  { keys, owners }: Known,
  locale: Locale,
): Promise<PastedPlan> {
  const entries: PlanEntry[] = []
  const wrong: string[] = []
  const say = (message: Message, values: Record<string, number | string>) =>
    wrong.push(render(message, locale, values))
  const rows = new Map<string, number>()
  let row = 0
  try {
    for await (const cells of readCsv([text])) {
      row++
      const [channel = '', many = '', money = '', measures = '', owner = ''] = cells.map((cell) =>
        cell.trim(),
      )
      if (row === 1 && !/\d/.test(many)) continue
      if (row > mostPlanned + 1) {
        say(words.tooManyRows, { most: mostPlanned })
        break
      }
      const key = channelKey.safeParse(keys.get(channel) ?? channel)
      const plain = many.replace(/[,，\s人]/g, '')
      const fans = /^\d{1,8}$/.test(plain) ? Number(plain) : 0
      const budget = ['', '0', '0.0', '0.00'].includes(money.replace(/[¥￥\s元]/g, '')) ? 0 : minorOf(money)
      const ownerId = owner === '' ? null : owners.get(owner)
      const before = wrong.length
      const earlier = key.success ? rows.get(key.data) : undefined
      if (!key.success) say(words.channelMissing, { row })
      else if (earlier !== undefined) say(words.channelTwice, { row, earlier, channel })
      if (fans < 1 || fans > 10_000_000) say(words.fansMissing, { row })
      if (budget === undefined) say(words.budgetWrong, { row })
      if (measures.length > 300) say(words.measuresLong, { row })
      if (ownerId === undefined) say(words.ownerUnknown, { row, owner })
      else if (owner !== '' && ownerId === null) say(words.ownerTwice, { row, owner })
      if (key.success) rows.set(key.data, row)
      if (wrong.length === before)
        entries.push({ channel: key.data!, fans, budget: budget!, measures, ownerId: ownerId ?? null })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    say(words.notCsv, { row: error.row })
  }
  if (entries.length === 0 && wrong.length === 0) say(words.nothing, {})
  return { entries, wrong: wrong.slice(0, 50) }
}
