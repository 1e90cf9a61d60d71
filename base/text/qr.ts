/**
 * A QR code as SVG (ISO/IEC 18004): byte mode, error correction M, versions 1 to 15 (at most 412 bytes),
 * drawn with the mask that scores best. Made here so that a secret never leaves for a picture service.
 */

/** Per version 1…15 at level M: error correction words of a block, blocks of the first and second kind, data words of a first block. */
const layouts: readonly (readonly [ec: number, first: number, second: number, data: number])[] = [
  [10, 1, 0, 16], [16, 1, 0, 28], [26, 1, 0, 44], [18, 2, 0, 32], [24, 2, 0, 43],
  [16, 4, 0, 27], [18, 4, 0, 31], [22, 2, 2, 38], [22, 3, 2, 36], [26, 4, 1, 43],
  [30, 1, 4, 50], [22, 6, 2, 36], [22, 8, 1, 37], [24, 4, 5, 40], [24, 5, 5, 41],
] // biome-ignore format: a table

/** Centres of the alignment patterns. */
const alignments: readonly (readonly number[])[] = [
  [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
  [6, 30, 54], [6, 32, 58], [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70],
] // biome-ignore format: a table

type Grid = (boolean | undefined)[][]

/** Multiplication in GF(2⁸) with the polynomial of QR codes. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

/** The Reed–Solomon remainder of a block. */
export function remainder(data: readonly number[], length: number): number[] {
  const divisor = [...new Array<number>(length - 1).fill(0), 1]
  let root = 1
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < length; j++) {
      divisor[j] = times(divisor[j]!, root)
      if (j + 1 < length) divisor[j]! ^= divisor[j + 1]!
    }
    root = times(root, 2)
  }
  const result = new Array<number>(length).fill(0)
  for (const byte of data) {
    const factor = byte ^ result.shift()!
    result.push(0)
    for (let i = 0; i < length; i++) result[i]! ^= times(divisor[i]!, factor)
  }
  return result
}

/** The codewords of a text: header, bytes, padding, cut into blocks, each with its correction, interleaved. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const [ec, first, second, size] = layouts[version - 1]!
  const capacity = first * size + second * (size + 1)
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, capacity * 8 - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const words: number[] = []
  for (let at = 0; at < bits.length; at += 8) words.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2))
  for (let pad = 0xec; words.length < capacity; pad ^= 0xec ^ 0x11) words.push(pad)

  const blocks: number[][] = []
  for (let block = 0, at = 0; block < first + second; block++) {
    const length = size + (block < first ? 0 : 1)
    blocks.push(words.slice(at, at + length))
    at += length
  }
  const corrections = blocks.map((block) => remainder(block, ec))
  const out: number[] = []
  for (let i = 0; i <= size; i++) for (const block of blocks) if (i < block.length) out.push(block[i]!)
  for (let i = 0; i < ec; i++) for (const correction of corrections) out.push(correction[i]!)
  return out
}

function drawFixed(version: number): Grid {
  const size = version * 4 + 17
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) grid[y]![x] = dark
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) // biome-ignore format: short
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4)
      }
  const centres = alignments[version - 1]!
  const last = centres.length - 1
  for (const [i, cx] of centres.entries())
    for (const [j, cy] of centres.entries()) {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) continue
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
    }
  drawFormat(grid, 0)
  if (version >= 7) {
    let rest = version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >>> i) & 1) === 1
      set(size - 11 + (i % 3), Math.floor(i / 3), dark)
      set(Math.floor(i / 3), size - 11 + (i % 3), dark)
    }
  }
  return grid
}

/** Level M and the mask, twice, protected by a BCH code. */
function drawFormat(grid: Grid, mask: number): void {
  const size = grid.length
  let rest = mask // level M is 00
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (i: number) => ((bits >>> i) & 1) === 1
  for (let i = 0; i <= 5; i++) grid[i]![8] = bit(i)
  grid[7]![8] = bit(6)
  grid[8]![8] = bit(7)
  grid[8]![7] = bit(8)
  for (let i = 9; i < 15; i++) grid[8]![14 - i] = bit(i)
  for (let i = 0; i < 8; i++) grid[8]![size - 1 - i] = bit(i)
  for (let i = 8; i < 15; i++) grid[size - 15 + i]![8] = bit(i)
  grid[size - 8]![8] = true
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Long runs, blocks of one colour and imbalance make a code hard to read; fewer points are better. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length
  let points = 0
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x]!))]
  for (const line of lines) {
    for (const run of line
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .match(/0{5,}|1{5,}/g) ?? [])
      points += run.length - 2
    points +=
      (line
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .match(/(?=10111010000|00001011101)/g)?.length ?? 0) * 40
  }
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++)
      if (new Set([grid[y]![x], grid[y]![x + 1], grid[y + 1]![x], grid[y + 1]![x + 1]]).size === 1)
        points += 3
  const dark = grid.flat().filter(Boolean).length
  return points + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10
}

/** The modules of the code of a text, row by row; true is dark. Throws when the text is longer than 412 bytes. */
export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version =
    layouts.findIndex(([, first, second, size], index) => {
      const header = 4 + (index + 1 < 10 ? 8 : 16)
      return header + bytes.length * 8 <= (first * size + second * (size + 1)) * 8
    }) + 1
  if (version === 0) throw new Error('The text is too long for a QR code')
  const fixed = drawFixed(version)
  const size = fixed.length
  const bits = codewords(bytes, version).flatMap((word) =>
    Array.from({ length: 8 }, (_, bit) => ((word >>> (7 - bit)) & 1) === 1),
  )
  const place = (mask: number): boolean[][] => {
    const grid = fixed.map((row) => [...row])
    let at = 0
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      const upward = ((right + 1) & 2) === 0
      for (let step = 0; step < size; step++) {
        const y = upward ? size - 1 - step : step
        for (const x of [right, right - 1])
          if (fixed[y]![x] === undefined) grid[y]![x] = (bits[at++] ?? false) !== masks[mask]!(x, y)
      }
    }
    drawFormat(grid, mask)
    return grid.map((row) => row.map(Boolean))
  }
  return masks
    .map((_, mask) => place(mask))
    .reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}

/** The code as an SVG with a quiet zone; its colours are fixed, since readers want dark on light. */
export function qrSvg(text: string): string {
  const modules = qrModules(text)
  const side = modules.length + 8
  const path = modules
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
}
