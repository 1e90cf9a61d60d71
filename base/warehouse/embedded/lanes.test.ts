import { describe, expect, test } from 'vitest'
import { LaneFull, openLane } from './lanes.ts'

/** Work that lasts until it is told to end. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, end: resolve }
}
const turn = () => new Promise<void>((resume) => setImmediate(resume))

describe('a lane', () => {
  test('runs as many at once as it is wide, and the others in their order', async () => {
    const lane = openLane(2, 10)
    const order: number[] = []
    const works = [held(), held(), held(), held()]
    const all = works.map(({ work }, at) =>
      lane.run(async () => {
        order.push(at)
        await work()
      }),
    )
    await turn()
    expect([order, lane.running, lane.waiting]).toEqual([[0, 1], 2, 2])
    works[1]!.end()
    await all[1]
    await turn()
    expect([order, lane.waiting]).toEqual([[0, 1, 2], 1])
    for (const { end } of works) end()
    await Promise.all(all)
    await lane.idle()
    expect([order, lane.running]).toEqual([[0, 1, 2, 3], 0])
  })
  test('refuses what does not fit into its queue', async () => {
    const lane = openLane(1, 1)
    const { work, end } = held()
    const running = [lane.run(work), lane.run(work)]
    await expect(lane.run(work)).rejects.toThrow(LaneFull)
    end()
    await Promise.all(running)
  })
  test('lets go of those who went away or waited too long, and of their place', async () => {
    const lane = openLane(1, 5, 30)
    const { work, end } = held()
    const running = lane.run(work)
    const caller = new AbortController()
    const gone = lane.run(work, caller.signal)
    caller.abort()
    await expect(gone).rejects.toThrow('went away')
    await expect(lane.run(work)).rejects.toThrow('too long')
    expect(lane.waiting).toBe(0)
    end()
    await running
  })
  test('frees its place when the work fails', async () => {
    const lane = openLane(1, 1)
    await expect(lane.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await lane.run(async () => 'yes')).toBe('yes')
  })
})
