/**
 * Failpoints: named places where a test can kill the process, throw or wait. They cost one comparison
 * and are inert unless `JULUO_FAILPOINT=name[:n][:kill|throw|delay]` names one (the n-th passage,
 * default the first; default `kill`). They never act in production.
 */
const registry = new Set<string>()

export class FailpointError extends Error {
  override name = 'FailpointError'
}

interface Armed {
  readonly name: string
  readonly passage: number
  readonly action: 'kill' | 'throw' | 'delay'
}

/** How long `delay` waits. */
const delayMs = 1_000

const passages = new Map<string, number>()
let armed: Armed | undefined = readArmed(process.env)

function readArmed(env: Record<string, string | undefined>): Armed | undefined {
  const wanted = env.JULUO_FAILPOINT
  if (!wanted || (env.NODE_ENV !== 'test' && env.NODE_ENV !== 'development')) return undefined
  const [name = '', ...rest] = wanted.split(':')
  const passage = Number(rest.find((part) => /^\d+$/.test(part)) ?? 1)
  const action = rest.find((part) => part === 'kill' || part === 'throw' || part === 'delay')
  return { name, passage, action: (action as Armed['action'] | undefined) ?? 'kill' }
}

/**
 * Declares the failpoints of a file and returns the function that marks them:
 * `const failpoint = declareFailpoints('facts.effect.begun', …)`, then `await failpoint('facts.effect.begun')`.
 */
export function declareFailpoints<const Name extends string>(
  ...names: readonly Name[]
): (name: Name) => Promise<void> {
  for (const name of names) registry.add(name)
  return async (name) => {
    if (armed?.name === name) await act(armed)
  }
}

/** Names of all failpoints in the files that are loaded, so that a test can visit every one. */
export const declaredFailpoints = (): string[] => [...registry].sort()

/** Arms a failpoint of this process, or disarms with `undefined`; for tests that do not kill. */
export function armFailpoint(wanted: string | undefined): void {
  passages.clear()
  armed = readArmed({ NODE_ENV: process.env.NODE_ENV, JULUO_FAILPOINT: wanted })
}

async function act({ name, passage, action }: Armed): Promise<void> {
  const seen = (passages.get(name) ?? 0) + 1
  passages.set(name, seen)
  if (seen !== passage) return
  switch (action) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL')
      // The signal arrives before this ends; nothing after the failpoint may run.
      return await new Promise<void>(() => undefined)
    case 'throw':
      throw new FailpointError(`failpoint ${name}`)
    case 'delay':
      return await new Promise<void>((resume) => setTimeout(resume, delayMs))
  }
}
