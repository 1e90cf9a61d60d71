/**
 * Bounded concurrency with a bounded queue. Reads and writes have lanes of their own, so that slow
 * questions never keep the sink from writing.
 */
export class LaneFull extends Error {
  override name = 'LaneFull'
}

export interface Lane {
  /** Runs `work` when its turn comes. Throws LaneFull when too many wait, or the wait is too long. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
  readonly running: number
  readonly waiting: number
}

export function openLane(width: number, maxWaiting: number, maxWaitMs = 30_000): Lane {
  let running = 0
  const queue: (() => void)[] = []
  const quiet: (() => void)[] = []

  const leave = () => {
    running--
    queue.shift()?.()
    if (running === 0) for (const done of quiet.splice(0)) done()
  }

  const enter = (signal?: AbortSignal) =>
    new Promise<void>((go, fail) => {
      const start = () => {
        clearTimeout(late)
        signal?.removeEventListener('abort', giveUp)
        running++
        go()
      }
      const giveUp = () => {
        clearTimeout(late)
        const at = queue.indexOf(start)
        if (at >= 0) queue.splice(at, 1)
        fail(new LaneFull(signal?.aborted ? 'The caller went away' : 'Waited too long for a turn'))
      }
      let late: NodeJS.Timeout | undefined
      if (running < width) return start()
      if (queue.length >= maxWaiting) return fail(new LaneFull('Too many simultaneous queries'))
      late = setTimeout(giveUp, maxWaitMs)
      signal?.addEventListener('abort', giveUp, { once: true })
      queue.push(start)
    })

  return {
    run: async (work, signal) => {
      await enter(signal)
      try {
        return await work()
      } finally {
        leave()
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((done) => quiet.push(done))),
    get running() {
      return running
    },
    get waiting() {
      return queue.length
    },
  }
}
