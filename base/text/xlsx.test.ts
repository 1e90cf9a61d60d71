import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { unneutralise } from './csv-write.ts'
import { checkXlsx, partsOfZip, readXlsx, XlsxError } from './xlsx-read.ts'
import { writeXlsx } from './xlsx-write.ts'

const bytesOf = async (rows: Parameters<typeof writeXlsx>[2]) =>
  new Uint8Array(
    await new Response(writeXlsx('成员', [{ heading: '昵称' }, { heading: '值' }], rows)).arrayBuffer(),
  )

async function read(bytes: Uint8Array, options?: Parameters<typeof readXlsx>[1]) {
  const rows: string[][] = []
  for await (const row of readXlsx(bytes, options)) rows.push(row)
  return rows
}
const refused = async (bytes: Uint8Array, options?: Parameters<typeof readXlsx>[1]) => {
  const error = await read(bytes, options).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(XlsxError)
  return (error as XlsxError).reason
}

describe('workbooks', () => {
  test('come back as they were written, numbers as digits and days as days', async () => {
    const rows = [
      ['小满', 13812340001],
      ['舟舟', '2026-05-20'],
      ['青野 🍵', new Date('2026-05-20')],
      ['<&>"', true],
    ]
    expect(await read(await bytesOf(rows))).toEqual([
      ['昵称', '值'],
      ['小满', '13812340001'],
      ['舟舟', '2026-05-20'],
      ['青野 🍵', '2026-05-20'],
      ['<&>"', '是'],
    ])
  })

  test('hold no cell that a spreadsheet would run, and give the text back as it was', async () => {
    const rows = (
      await read(
        await bytesOf([
          ['=1+1', '@cmd'],
          ['+SUM(A1)', '-2'],
        ]),
      )
    ).slice(1)
    expect(rows).toEqual([
      ["'=1+1", "'@cmd"],
      ["'+SUM(A1)", '-2'],
    ])
    expect(rows.flat().map(unneutralise)).toEqual(['=1+1', '@cmd', '+SUM(A1)', '-2'])
  })

  test('are read as far as asked', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => [`人${n}`, n])
    expect(await read(await bytesOf(many), { maxRows: 3 })).toHaveLength(3)
  })
})

interface Part {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it says that it unpacks to, when that is not true. */
  readonly said?: number
}

/** An archive of these parts. */
function archive(...parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name: called, bytes, said = bytes.length } of parts) {
    const name = Buffer.from(called)
    const packed = deflateRawSync(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(said, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(said, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, name, packed)
    entries.push(entry, name)
    at += local.length + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** One part that unpacks to `size` bytes and says that it unpacks to `said`. */
const bomb = (size: number, said = size) =>
  archive({ name: 'xl/workbook.xml', bytes: Buffer.alloc(size, 0x20), said })

describe('what is no workbook, or a trap', () => {
  test('an archive that unpacks to a thousand times its size is refused before it is unpacked', async () => {
    const trap = bomb(64 * 1024 * 1024)
    expect(trap.length).toBeLessThan(100_000)
    expect(partsOfZip(trap)[0]).toMatchObject({ name: 'xl/workbook.xml', size: 64 * 1024 * 1024 })
    const before = process.memoryUsage().rss
    expect(await refused(trap)).toBe('tooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024)
  })
  test('one that says less than it unpacks to is cut off', async () => {
    expect(await refused(bomb(64 * 1024 * 1024, 1_000))).toBe('damaged')
  })
  test('words that cells share may not fill the memory', async () => {
    expect(
      await refused(await bytesOf([['a', 'b']]), { limits: { bytes: 100, sharedBytes: 100, columns: 9 } }),
    ).toBe('tooLarge')
  })
  test('nor may they under another name: only sheets are outside of the limit', async () => {
    const limits = { bytes: 10_000, sharedBytes: 1_000, columns: 9 }
    const withPart = (name: string) =>
      archive({ name: 'xl/workbook.xml', bytes: Buffer.alloc(10) }, { name, bytes: Buffer.alloc(2_000) })
    for (const name of ['xl/sharedStrings.xml', 'xl/words.xml', 'other/s.xml', 'xl/worksheets/words.xml'])
      expect([name, await refused(withPart(name), { limits })]).toEqual([name, 'tooLarge'])
    expect(await refused(withPart('xl/worksheets/sheet1.xml'), { limits })).toBe('damaged')
  })
  test('nor among the sheets, however the workbook spells where they are', async () => {
    const limits = { bytes: 10_000, sharedBytes: 1_000, columns: 9 }
    const linked = (target: string, type = 'sharedStrings') =>
      archive(
        { name: 'xl/workbook.xml', bytes: Buffer.alloc(10) },
        { name: 'xl/worksheets/sheet2.xml', bytes: Buffer.alloc(2_000) },
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes: Buffer.from(
            `<Relationships><Relationship Id="rId1" Type="http://x/relationships/${type}" Target="${target}"/></Relationships>`,
          ),
        },
      )
    const check = (bytes: Uint8Array) => () => checkXlsx(bytes, limits)
    for (const target of [
      'worksheets/sheet2.xml',
      '/xl/worksheets/sheet2.xml',
      'worksheet&#115;/sheet2.xml',
      '&#x77;orksheets/./sheet2.xml',
    ])
      expect(check(linked(target)), target).toThrow(XlsxError)
    expect(check(linked('worksheets/sheet2.xml', 'shared&#83;trings'))).toThrow(XlsxError)
    expect(check(linked('worksheets/sheet2.xml', 'worksheet'))).not.toThrow()
    expect(check(linked('sharedStrings.xml'))).not.toThrow()
  })
  test('other bytes, and half a workbook', async () => {
    expect(await refused(new TextEncoder().encode('昵称,手机'))).toBe('notXlsx')
    const whole = await bytesOf([['a', 'b']])
    expect(await refused(whole.slice(0, whole.length - 30))).toBe('notXlsx')
  })
})
