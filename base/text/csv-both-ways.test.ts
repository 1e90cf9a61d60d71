import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collect } from '#test/collect.ts'
import { hasSharedData, sharedJson, sharedPath, sharedText } from '#test/shared-data.ts'
import { CsvError, type CsvOptions, readCsv } from './csv-read.ts'
import { byteOrderMark, csvRow, writeCsv } from './csv-write.ts'
import { decodeText } from './decode.ts'

const read = async (text: string | string[], options?: CsvOptions) =>
  await collect(readCsv(typeof text === 'string' ? [text] : text, options))

/** The text in pieces of every size, so that each boundary is once between two pieces. */
const cut = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )

describe('reading CSV', () => {
  test('what was written is read again, however the text is cut', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/^[\uFEFF]/, ''))
    const awkward = fc.constantFrom(
      '',
      'a,b',
      '"',
      '""',
      'x\r\ny',
      '\n',
      '\r',
      ' lead',
      'trail ',
      '汉字',
      ';',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(cell, awkward), { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (rows, size) => {
          const text = rows.map(csvRow).join('')
          const expected = rows.map((row) => row.map((each) => withoutMark(each)))
          const actual = (await read(cut(text, size), { separator: ',' })).map((row) =>
            row.map((each) => withoutMark(each)),
          )
          expect(actual).toEqual(expected)
        },
      ),
      { numRuns: 300, seed: 41 },
    )
  })
  /** The apostrophe that makes a formula text is ours, not the writer's. */
  const withoutMark = (text: string) => text.replace(/^'/, '')

  test('the separator is found out from the first line', async () => {
    expect(await read('姓名;积分\n阿澈;1,5\n')).toEqual([
      ['姓名', '积分'],
      ['阿澈', '1,5'],
    ])
    expect(await read('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(await read(`${byteOrderMark}"a,b";c\n1;2`)).toEqual([
      ['a,b', 'c'],
      ['1', '2'],
    ])
  })

  test('a forgotten quote, text behind a quote and endless rows are told with their row', async () => {
    await expect(read('a,b\nc,"d')).rejects.toMatchObject({ reason: 'unclosedQuote', row: 2 })
    await expect(read('a,b\nc,d\n"e"f,g')).rejects.toMatchObject({ reason: 'textAfterQuote', row: 3 })
    await expect(read(['a,b\n', 'x'.repeat(2_000)], { maxRow: 1_000 })).rejects.toMatchObject({
      reason: 'rowTooLong',
    })
    await expect(read('a,'.repeat(2_000))).rejects.toMatchObject({ reason: 'tooManyColumns' })
  })

  describe.runIf(hasSharedData('csv'))('published vectors', () => {
    test('csv-spectrum: all twelve', async () => {
      const names = readdirSync(sharedPath('csv/csv-spectrum')).filter((name) => name.endsWith('.csv'))
      expect(names).toHaveLength(12)
      for (const name of names) {
        const source = createReadStream(sharedPath(`csv/csv-spectrum/${name}`), { highWaterMark: 3 })
        const [head = [], ...rows] = await collect(readCsv(decodeText(source)))
        const objects = rows.map((row) => Object.fromEntries(head.map((key, index) => [key, row[index]])))
        const expected = [sharedJson<object>(`csv/csv-spectrum/json/${name.replace('.csv', '.json')}`)].flat()
        // The published pair disagrees with itself in this one column.
        const comparable = (object: object) => ({ ...object, 'Contact Phone Number': undefined })
        expect([name, objects.map(comparable)]).toEqual([name, expected.map(comparable)])
      }
    })

    test('Papa Parse: every case without options that are its own', async () => {
      interface Case {
        description: string
        input: string
        config?: { delimiter?: unknown }
        expected: { data: unknown; errors: unknown[] }
      }
      const sets = sharedJson<Record<string, Case[]>>('csv/papaparse_cases.json')
      const cases = [...(sets.CORE_PARSER_TESTS ?? []), ...(sets.PARSE_TESTS ?? [])].filter(
        ({ input, config = {}, expected }) =>
          typeof input === 'string' &&
          // It takes the commonest line end for the only one; we take each.
          !(input.includes('\n') && /\r(?!\n)/.test(input)) &&
          Array.isArray(expected.data) &&
          expected.data.every((row) => Array.isArray(row)) &&
          Object.keys(config).every((key) => key === 'delimiter') &&
          (config.delimiter === undefined || /^[^\n\r"]$/.test(String(config.delimiter))) &&
          // It warns when it cannot guess a separator; we take the comma.
          expected.errors.every((error) => (error as { type: string }).type === 'Quotes'),
      )
      expect(cases.length).toBeGreaterThanOrEqual(50)
      for (const { description, input, config, expected } of cases) {
        const separator = (config?.delimiter as string | undefined) ?? undefined
        const outcome = await read(cut(input, 4), { separator }).catch((error) => error)
        if (expected.errors.length > 0) {
          expect([description, outcome instanceof CsvError]).toEqual([description, true])
          continue
        }
        // We skip blank lines, which it only does when asked.
        const rows = (expected.data as string[][]).filter((row) => row.length > 1 || row[0] !== '')
        expect([description, outcome]).toEqual([description, rows])
      }
    })
  })
})

describe('writing CSV', () => {
  const injections = [
    '=1+1', '+1+cmd', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1+1', '＋1', '－1+1', '＠SUM(1)', '|calc', '%0A=1',
    'DDE ("cmd";"/C calc";"!A0")A0', '=HYPERLINK("http://evil.example","x")', '-2+3+cmd|\' /C calc\'!A0', '\uFEFF=1', '\u200B=1',
  ] // biome-ignore format: one list

  test('T13: nothing that a spreadsheet would take for a formula starts a cell', () => {
    const payloads = hasSharedData('csv')
      ? sharedText('csv/csv-injection-payloads.txt').split(/\r?\n/).filter(Boolean)
      : []
    for (const payload of [...injections, ...payloads])
      expect([payload, csvRow([payload]).replace(/^"/, '')[0]]).toEqual([payload, "'"])
    // Control: without the apostrophe the first character is the dangerous one.
    expect('=1+1'[0]).toBe('=')
  })

  test('numbers, dates and ordinary words are left as they are', () => {
    const date = new Date('2026-11-22T03:00:00Z')
    expect(csvRow(['-12.5', '+8', -3, 4n, true, date, null, undefined, '阿澈', 'a-b', '12%'])).toBe(
      '-12.5,+8,-3,4,true,2026-11-22T03:00:00.000Z,,,阿澈,a-b,12%\r\n',
    )
    expect(csvRow(['say "hi"', 'a,b', 'two\nlines', ' space'])).toBe(
      '"say ""hi""","a,b","two\nlines"," space"\r\n',
    )
  })

  test('a file starts with the mark that tells Excel its encoding', async () => {
    const text = (await collect(writeCsv(['姓名', '积分'], [['韩小禾', 120]]))).join('')
    expect(text).toBe('\uFEFF姓名,积分\r\n韩小禾,120\r\n')
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(await read(text)).toEqual([
      ['姓名', '积分'],
      ['韩小禾', '120'],
    ])
  })
})

describe('bytes into text', () => {
  test('UTF-8, UTF-16 and GB18030 are told apart and decoded, cut anywhere', async () => {
    const text = '昵称,城市\n宋知意,杭州\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const gb = Buffer.from('eac7b3c62cb3c7cad00a', 'hex')
    const pieces = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))
    const decode = async (bytes: Uint8Array) => (await collect(decodeText(pieces(bytes)))).join('')
    expect(await decode(Buffer.from(text))).toBe(text)
    expect(await decode(Buffer.from(byteOrderMark + text))).toBe(text)
    expect(await decode(utf16)).toBe(text)
    expect(await decode(gb)).toBe('昵称,城市\n')
    expect(await decode(new Uint8Array())).toBe('')
  })

  test.runIf(hasSharedData('encodings'))('published GB18030 vectors', async () => {
    const vectors = sharedJson<
      { op: string; encoding: string; hex: string; text: string; node20_textdecoder?: unknown }[]
    >('encodings/gb18030_vectors.json').filter(
      (each) => each.op === 'decode' && each.node20_textdecoder === undefined,
    )
    expect(vectors.length).toBeGreaterThan(5)
    for (const { hex, text } of vectors) {
      const bytes = Buffer.from(hex, 'hex')
      // ASCII and truncated samples cannot be told from UTF-8; the decoder itself is what is checked.
      expect(new TextDecoder('gb18030').decode(bytes)).toBe(text)
    }
    const sample = readFileSync(sharedPath('encodings/utf-8-bom-sample.csv'))
    expect((await collect(readCsv(decodeText([sample]))))[0]?.[0]).not.toContain('\uFEFF')
  })
})
