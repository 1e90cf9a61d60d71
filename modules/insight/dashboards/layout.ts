/** Where tiles lie: twelve columns, rows without end, nothing over anything. Pure, so that screens reckon as the server. */

export const columns = 12
export const mostTiles = 24
export const mostRow = 500
export const leastWidth = 2
export const leastHeight = 2
export const mostHeight = 20

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const isInside = ({ x, y, w, h }: Box): boolean =>
  [x, y, w, h].every(Number.isInteger) &&
  x >= 0 &&
  y >= 0 &&
  w >= leastWidth &&
  h >= leastHeight &&
  h <= mostHeight &&
  x + w <= columns &&
  y < mostRow

export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h

/** Places of two that lie over each other; undefined when none do. */
export function findOverlap(boxes: readonly Box[]): readonly [number, number] | undefined {
  for (const [at, box] of boxes.entries())
    for (let other = at + 1; other < boxes.length; other++)
      if (overlap(box, boxes[other]!)) return [at, other]
  return undefined
}

const byPlace = (one: Box, other: Box) => one.y - other.y || one.x - other.x

/** As one reads: from the top, then from the left. What narrow screens show one below the other. */
export const inReadingOrder = <T extends Box>(tiles: readonly T[]): T[] => tiles.toSorted(byPlace)

/** The rows that are taken. */
export const heightOf = (boxes: readonly Box[]): number => Math.max(0, ...boxes.map(({ y, h }) => y + h))

/** Everything as far up as it goes without passing another, each in its columns. */
export function compact<T extends Box>(tiles: readonly T[], first?: T): T[] {
  const order = first
    ? [first, ...tiles.filter((tile) => tile !== first).toSorted(byPlace)]
    : tiles.toSorted(byPlace)
  const placed: T[] = []
  for (const tile of order) {
    const above = placed.filter((other) => tile.x < other.x + other.w && other.x < tile.x + tile.w)
    // What is held stays where it was put, and the others make way.
    let y = tile === first ? tile.y : 0
    if (tile !== first)
      for (const other of above.toSorted(byPlace)) if (overlap({ ...tile, y }, other)) y = other.y + other.h
    placed.push({ ...tile, y })
  }
  const moved = new Map(order.map((tile, at) => [tile, placed[at]!]))
  return tiles.map((tile) => moved.get(tile)!)
}

/** Puts one tile somewhere, inside the columns; what lies there makes way downwards, then all go up. */
export function move<T extends Box>(tiles: readonly T[], at: number, to: Partial<Box>): T[] {
  const tile = tiles[at]
  if (!tile) return [...tiles]
  const w = clamp(to.w ?? tile.w, leastWidth, columns)
  const h = clamp(to.h ?? tile.h, leastHeight, mostHeight)
  const x = clamp(to.x ?? tile.x, 0, columns - w)
  const y = clamp(to.y ?? tile.y, 0, mostRow - 1)
  const held = { ...tile, x, y, w, h }
  const others = tiles.map((each, place) => (place === at ? held : each))
  return compact(compact(others, held))
}

/** Free room for one more of that size: the first from the top. */
export function placeFor(boxes: readonly Box[], { w, h }: Pick<Box, 'w' | 'h'>): Box {
  const bottom = heightOf(boxes)
  for (let y = 0; y <= bottom; y++)
    for (let x = 0; x + w <= columns; x++) {
      const box = { x, y, w, h }
      if (!boxes.some((other) => overlap(box, other))) return box
    }
  return { x: 0, y: bottom, w, h }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
