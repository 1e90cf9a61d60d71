import { expect, test } from 'vitest'
import { qrModules, qrSvg, remainder } from './qr.ts'

/** Reads a code back the way a camera does: format, mask, zigzag, blocks, bytes. Knows nothing of how it was drawn but the standard. */
function readBack(modules: boolean[][]): string {
  const size = modules.length
  const version = (size - 17) / 4
  let format = 0
  const around = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((y) => [8, y] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((x) => [x, 8] as const),
  ]
  for (const [i, [x, y]] of around.entries()) if (modules[y]![x]) format |= 1 << i
  const mask = ((format ^ 0x5412) >> 10) & 7
  expect((format ^ 0x5412) >> 13).toBe(0) // level M
  const centres: Record<number, number[]> = { 1: [], 2: [18], 5: [30], 7: [6, 22, 38], 10: [6, 28, 50] }
  const isFixed = (x: number, y: number): boolean => {
    if (x === 6 || y === 6) return true
    if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true
    if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true
    const list = centres[version]!
    return list.some((cx) =>
      list.some((cy) => {
        const corner =
          (cx === 6 && cy === 6) || (cx === 6 && cy === list.at(-1)) || (cy === 6 && cx === list.at(-1))
        return !corner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2
      }),
    )
  }
  const flip = [
    (x: number, y: number) => (x + y) % 2,
    (_: number, y: number) => y % 2,
    (x: number) => x % 3,
    (x: number, y: number) => (x + y) % 3,
    (x: number, y: number) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3),
    (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ][mask]!
  const bits: number[] = []
  let up = true
  for (let column = size - 1; column > 0; column -= 2) {
    if (column === 6) column--
    for (let i = 0; i < size; i++) {
      const y = up ? size - 1 - i : i
      for (const x of [column, column - 1])
        if (!isFixed(x, y)) bits.push((modules[y]![x] ? 1 : 0) ^ (flip(x, y) === 0 ? 1 : 0))
    }
    up = !up
  }
  const words = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const [ec, blocks] = {
    1: [10, [16]],
    2: [16, [28]],
    5: [24, [43, 43]],
    7: [18, [31, 31, 31, 31]],
    10: [26, [43, 43, 43, 43, 44]],
  }[version] as [number, number[]]
  const data = blocks.map(() => [] as number[])
  let at = 0
  for (let i = 0; i < Math.max(...blocks); i++)
    for (const [b, length] of blocks.entries()) if (i < length) data[b]!.push(words[at++]!)
  const checks = blocks.map(() => [] as number[])
  for (let i = 0; i < ec; i++) for (const b of blocks.keys()) checks[b]!.push(words[at++]!)
  // The correction words are what the data calls for: a reader would find no error.
  for (const b of blocks.keys()) expect(remainder(data[b]!, ec)).toEqual(checks[b])
  const stream = data
    .flat()
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('')
  expect(stream.slice(0, 4)).toBe('0100')
  const header = version < 10 ? 8 : 16
  const length = Number.parseInt(stream.slice(4, 4 + header), 2)
  const start = 4 + header
  return Buffer.from(
    Array.from({ length }, (_, i) => Number.parseInt(stream.slice(start + i * 8, start + i * 8 + 8), 2)),
  ).toString('utf8')
}

test.each([
  [1, 'juluo'],
  [2, '山丘咖啡 2026'],
  [5, 'otpauth://totp/%E5%B1%B1:xiaoman@example.com?secret=JBSWY3DPEHPK3PXP'],
  [7, `otpauth://totp/x?secret=${'A'.repeat(90)}`],
  [10, `otpauth://totp/${'%E5%B1%B1'.repeat(12)}:xiaoman@example.com?secret=${'B'.repeat(60)}`],
])('a code of version %i reads back as what was written', (version, text) => {
  const modules = qrModules(text)
  expect(modules.length).toBe(version * 4 + 17)
  expect(readBack(modules)).toBe(text)
})

test('the correction words are those of the standard’s example', () => {
  // ISO/IEC 18004, annex I: "01234567" in version 1-M.
  const data = [
    0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
  ]
  expect(remainder(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
})

test('control: one module that flips is noticed', () => {
  const modules = qrModules('juluo')
  modules[12]![14] = !modules[12]![14]
  expect(() => expect(readBack(modules)).toBe('juluo')).toThrow()
})

test('the picture stands alone, and too long a text is refused', () => {
  expect(qrSvg('x')).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 29 29".*<\/svg>$/)
  expect(() => qrModules('x'.repeat(500))).toThrow(/too long/)
})
