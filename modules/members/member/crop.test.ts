import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepInside, middle, moveBy, sideOf } from './crop.ts'

const size = fc.record({
  width: fc.integer({ min: 1, max: 8_000 }),
  height: fc.integer({ min: 1, max: 8_000 }),
})

test('whatever is dragged or enlarged, the window stays inside the picture', () => {
  fc.assert(
    fc.property(
      size,
      fc.array(
        fc.tuple(
          fc.integer({ min: -900, max: 900 }),
          fc.integer({ min: -900, max: 900 }),
          fc.double({ min: 0.1, max: 9, noNaN: true }),
        ),
      ),
      (picture, moves) => {
        let crop = middle(picture)
        for (const [dx, dy, zoom] of moves)
          crop = moveBy(keepInside({ ...crop, zoom }, picture), picture, dx, dy, 280)
        const half = sideOf(picture, crop.zoom) / 2
        expect(crop.x - half).toBeGreaterThanOrEqual(-1e-6)
        expect(crop.y - half).toBeGreaterThanOrEqual(-1e-6)
        expect(crop.x + half).toBeLessThanOrEqual(picture.width + 1e-6)
        expect(crop.y + half).toBeLessThanOrEqual(picture.height + 1e-6)
      },
    ),
  )
})

test('dragging to the right shows what was left of the window', () => {
  const picture = { width: 900, height: 600 }
  expect(moveBy(middle(picture), picture, 28, 0, 280).x).toBe(450 - 60)
})
