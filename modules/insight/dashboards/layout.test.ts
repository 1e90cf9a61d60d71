import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiles as tilesSchema } from './dashboard.ts'
import { type Box, columns, compact, findOverlap, isInside, mostTiles, move, placeFor } from './layout.ts'

/** Any boxes, one after the other where there is room, as people put them. */
const placed = fc
  .array(fc.record({ w: fc.integer({ min: 2, max: 12 }), h: fc.integer({ min: 2, max: 20 }) }), {
    minLength: 1,
    maxLength: mostTiles,
  })
  .map((sizes) => {
    const boxes: Box[] = []
    for (const size of sizes) boxes.push(placeFor(boxes, size))
    return boxes
  })

const drag = fc.record({
  at: fc.nat(),
  x: fc.integer({ min: -3, max: 14 }),
  y: fc.integer({ min: -3, max: 60 }),
  w: fc.integer({ min: 1, max: 14 }),
  h: fc.integer({ min: 1, max: 24 }),
})

const asSent = (boxes: readonly Box[]) =>
  boxes.map((box) => ({ content: { kind: 'text' as const, text: 'x' }, ...box }))

test('whatever is dragged and resized, no tile lies over another or outside, and the server takes it', () => {
  fc.assert(
    fc.property(placed, fc.array(drag, { maxLength: 12 }), (begin, drags) => {
      let boxes: Box[] = begin
      for (const { at, ...to } of drags) {
        const place = at % boxes.length
        boxes = move(boxes, place, to)
        expect(boxes).toHaveLength(begin.length)
        expect(boxes.every(isInside)).toBe(true)
        expect(findOverlap(boxes)).toBeUndefined()
      }
      expect(tilesSchema.safeParse(asSent(boxes)).success).toBe(true)
      expect(compact(boxes)).toEqual(boxes.length === 0 ? [] : compact(compact(boxes)))
    }),
    { numRuns: 300 },
  )
})

test('the server refuses tiles over each other, outside of the columns, twice, or more than there is room for', () => {
  const box = { x: 0, y: 0, w: 6, h: 4 }
  const taken = (boxes: readonly object[]) => tilesSchema.safeParse(asSent(boxes as Box[])).success
  expect(taken([box, { ...box, x: 6 }])).toBe(true)
  expect(taken([box, { ...box, x: 5 }])).toBe(false)
  expect(taken([{ ...box, x: columns - 5 }])).toBe(false)
  expect(taken([{ ...box, w: 1 }])).toBe(false)
  expect(taken([{ ...box, y: -1 }])).toBe(false)
  expect(taken(Array.from({ length: mostTiles + 1 }, (_, at) => ({ ...box, y: at * 4 })))).toBe(false)
  expect(
    tilesSchema.safeParse([
      { ...asSent([box])[0], id: '7' },
      { ...asSent([{ ...box, x: 6 }])[0], id: '7' },
    ]).success,
  ).toBe(false)
})
