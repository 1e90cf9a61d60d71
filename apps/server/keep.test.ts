import { describe, expect, test } from 'vitest'
import { keep, type Part } from './keep.ts'

type Ended = (code: number | null, signal: NodeJS.Signals | null) => void

/** A part whose end the test decides. */
function fakePart(failFirst = 0) {
  const starts: Ended[] = []
  let stops = 0
  let tries = 0
  return {
    starts,
    stops: () => stops,
    begin: async (ended: Ended): Promise<Part> => {
      if (tries++ < failFirst) throw new Error('not yet')
      starts.push(ended)
      return { pid: starts.length, stop: async () => void stops++ }
    },
  }
}

const until = async (holds: () => boolean) => {
  for (let waited = 0; !holds() && waited < 20_000; waited += 20)
    await new Promise((resume) => setTimeout(resume, 20))
  expect(holds()).toBe(true)
}

describe('a kept part', () => {
  test('is started again when it ends unasked', async () => {
    const part = fakePart()
    const lines: string[] = []
    const kept = await keep({ name: 'It', begin: part.begin, say: (line) => lines.push(line) })
    expect(kept.now()?.pid).toBe(1)
    part.starts[0]?.(null, 'SIGKILL')
    expect(kept.now()).toBeUndefined()
    await until(() => kept.now()?.pid === 2)
    expect(lines).toEqual(['It ended (SIGKILL); starting it again in 0.2 s'])
    await kept.stop()
    expect(part.stops()).toBe(1)
  })
  test('is not started again once it was asked to stop', async () => {
    const part = fakePart()
    const kept = await keep({ name: 'It', begin: part.begin, say: () => undefined })
    await kept.stop()
    part.starts[0]?.(0, null)
    await new Promise((resume) => setTimeout(resume, 400))
    expect(part.starts).toHaveLength(1)
  })
  test('that dies in the very moment in which it is ready is started again', async () => {
    const part = fakePart()
    const begin = async (ended: Ended) => {
      const begun = await part.begin(ended)
      if (begun.pid === 2) ended(1, null)
      return begun
    }
    const kept = await keep({ name: 'It', begin, say: () => undefined })
    part.starts[0]?.(1, null)
    await until(() => kept.now()?.pid === 3)
    await kept.stop()
  })
  test('that is just being started when it is asked to stop has stopped when that is done', async () => {
    const part = fakePart()
    const gate = Promise.withResolvers<void>()
    const begin = async (ended: Ended) => {
      const begun = await part.begin(ended)
      if (begun.pid === 2) await gate.promise
      return begun
    }
    const kept = await keep({ name: 'It', begin, say: () => undefined })
    part.starts[0]?.(1, null)
    await until(() => part.starts.length === 2)
    const stopped = kept.stop().then(() => part.stops())
    setTimeout(gate.resolve, 50)
    expect(await stopped).toBe(1)
    expect(kept.now()).toBeUndefined()
  })
  test('fails the start when it is needed, and is tried again when it is optional', async () => {
    await expect(keep({ name: 'It', begin: fakePart(1).begin, say: () => undefined })).rejects.toThrow(
      'not yet',
    )
    const part = fakePart(2)
    const kept = await keep({ name: 'It', begin: part.begin, say: () => undefined, optional: true })
    expect(kept.now()).toBeUndefined()
    await until(() => kept.now() !== undefined)
    await kept.stop()
  })
})
