/** Keeping a part running: what ends unasked is started again, later each time, until it holds. */

export interface Part {
  readonly pid: number
  stop(): Promise<void>
}

export interface Kept<P extends Part> {
  /** The part as it runs now; undefined between an end and the next start. */
  readonly now: () => P | undefined
  stop(): Promise<void>
}

export interface KeepOptions<P extends Part> {
  readonly name: string
  /** Starts the part. `ended` is to be called when it ends unasked after it was ready. */
  readonly begin: (ended: (code: number | null, signal: NodeJS.Signals | null) => void) => Promise<P>
  readonly say: (line: string) => void
  /** Called after each start and end. */
  readonly changed?: () => void
  /** Whether a failing first start is retried in the background instead of thrown. */
  readonly optional?: boolean
}

/** A part that ran this long has recovered; the next end counts as the first. */
const steadyMs = 60_000
const slowestMs = 10_000
/** A start in flight is waited for this long when everything stops. */
const patienceMs = 15_000

/** Starts a part and keeps it. Rejects when the first start fails and the part is not optional. */
export async function keep<P extends Part>({
  name,
  begin,
  say,
  changed,
  optional,
}: KeepOptions<P>): Promise<Kept<P>> {
  let current: P | undefined
  let starting: Promise<void> | undefined
  let stopped = false
  let failures = 0
  let startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined

  const start = () => {
    starting = startOnce().finally(() => {
      starting = undefined
    })
    return starting
  }
  const startOnce = async () => {
    startedAt = performance.now()
    let ready = false
    let end: string | undefined
    const part = await begin((code, signal) => {
      end = `ended (${signal ?? `code ${code}`})`
      // Before it is ready, the start fails with it.
      if (!ready || stopped) return
      current = undefined
      changed?.()
      again(end)
    })
    if (end !== undefined) throw new Error(`it ${end}`)
    ready = true
    if (stopped) return await part.stop()
    current = part
    changed?.()
  }
  const again = (why: string) => {
    if (performance.now() - startedAt > steadyMs) failures = 0
    const wait = Math.min(200 * 2 ** failures++, slowestMs)
    say(`${name} ${why}; starting it again in ${(wait / 1000).toFixed(1)} s`)
    timer = setTimeout(() => {
      start().catch((error) => {
        if (!stopped) again(`did not start: ${error.message}`)
      })
    }, wait)
  }

  try {
    await start()
  } catch (error) {
    if (!optional) throw error
    again(`did not start: ${(error as Error).message}`)
  }
  return {
    now: () => current,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      const late = new Promise<void>((resume) => setTimeout(resume, patienceMs).unref())
      await Promise.race([starting?.catch(() => undefined), late])
      await current?.stop()
    },
  }
}
