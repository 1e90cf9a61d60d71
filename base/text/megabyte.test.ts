import { describe, expect, test } from 'vitest'
import { documentSchema } from '#base/html/document.ts'
import { cleanLink } from '#base/html/link.ts'
import { escapeHtml } from '#base/html/safe.ts'
import { htmlToPlainText, sanitizeHtml } from '#base/html/sanitize.ts'
import { parseDay, parseTime } from '#base/time/parse.ts'
import { collect } from '#test/collect.ts'
import { readCsv } from './csv-read.ts'
import { csvRow } from './csv-write.ts'
import { normaliseEmail } from './email.ts'
import { maskName, maskPhone } from './mask.ts'
import { foldText, normaliseLine, normaliseText } from './normalise.ts'
import { slugify } from './slug.ts'
import { truncate } from './truncate.ts'
import { columns } from './width.ts'

const size = 1_000_000
const pumps = [
  'a',
  ' ',
  '\n',
  '\r\n',
  '"',
  '<',
  '<b>',
  '<a href="',
  '<!--',
  '&',
  '&amp;',
  '=',
  '汉',
  'e\u0301',
  '\u200D👩',
  '.',
  '@',
  'a@',
  '0',
  '-',
  '{',
  '](',
  '\u0000',
  'ﷺ',
]
const hostile = pumps.map((pump) => `${pump.repeat(Math.floor(size / pump.length))}!`)

/** Everything of ours that reads text which people sent. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  normaliseEmail,
  slugify: (text) => slugify(text),
  truncate: (text) => truncate(text, 100),
  escapeHtml,
  cleanLink,
  parseDay,
  parseTime,
  maskName,
  maskPhone,
  csvRow: (text) => csvRow([text]),
  readCsv: (text) => collect(readCsv([text], { maxColumns: 2_000_000, maxRow: 2_000_000 })).catch(() => {}),
  document: (text) =>
    documentSchema.safeParse({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    }),
}

/** More work for each character, and bounded before: by the longest body (256 KiB), by `htmlLimits`. */
const heavy: Readonly<Record<string, (text: string) => unknown>> = {
  normaliseLine,
  normaliseText,
  foldText,
  columns,
  sanitizeHtml: (text) => within(() => sanitizeHtml(text)),
  htmlToPlainText: (text) => within(() => htmlToPlainText(text)),
}

const within = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const slowest = async (read: (text: string) => unknown, texts: readonly string[]) => {
  let worst = 0
  for (const text of texts) {
    const began = process.cpuUsage()
    await read(text)
    const used = process.cpuUsage(began)
    worst = Math.max(worst, (used.user + used.system) / 1_000)
  }
  return worst
}

describe('G44 a megabyte of hostile text', () => {
  test.each(Object.entries(readers))('%s answers before anybody notices', async (_name, read) => {
    expect(await slowest(read, hostile)).toBeLessThan(400)
  })

  test.each(Object.entries(heavy))('%s answers soon within its bounds', async (_name, read) => {
    const texts = pumps.map((pump) => pump.repeat(Math.floor(256_000 / pump.length)))
    expect(await slowest(read, texts)).toBeLessThan(800)
  })

  test('control: quadratic work is noticed', async () => {
    const quadratic = (text: string) => /\s+$/.test(`${text.slice(0, 30_000)}!`)
    expect(await slowest(quadratic, [' '.repeat(size)])).toBeGreaterThan(200)
  })
})
