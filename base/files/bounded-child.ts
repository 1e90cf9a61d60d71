/** Work on what people sent, in a child process of its own with limits of time and memory. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export interface ChildLimits {
  readonly milliseconds: number
  /** Resident memory in MiB; watched on Linux, where /proc tells it. */
  readonly mebibytes: number
}

/** What a child said before it ended well, or why there is nothing: `damaged` for whatever else went wrong. */
export type ChildEnd =
  | { readonly ok: true; readonly said: Buffer }
  | { readonly ok: false; readonly reason: 'tooSlow' | 'tooHungry' | 'damaged' }

/**
 * Runs Node with these arguments, hands it `input`, and kills it beyond the limits. Nothing of ours goes
 * along: what takes a decoder over finds no key and no address of a database. Never throws.
 */
export function runBounded(
  args: readonly string[],
  {
    cwd,
    input,
    limits,
    watchMs,
  }: {
    cwd: string
    input?: Uint8Array
    limits: ChildLimits /** How often its memory is looked at. */
    watchMs: number
  },
): Promise<ChildEnd> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      env: { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' },
      cwd,
      stdio: [input ? 'pipe' : 'ignore', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    let reason: 'tooSlow' | 'tooHungry' | undefined
    const stop = (why: 'tooSlow' | 'tooHungry') => {
      reason ??= why
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => stop('tooSlow'), limits.milliseconds)
    const watch = setInterval(async () => {
      if ((await residentMebibytes(child.pid)) > limits.mebibytes) stop('tooHungry')
    }, watchMs)
    const end = (well: boolean) => {
      clearTimeout(clock)
      clearInterval(watch)
      done(
        well && !reason
          ? { ok: true, said: Buffer.concat(chunks) }
          : { ok: false, reason: reason ?? 'damaged' },
      )
    }
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A child that ends early stops reading; that is told by its exit, not by the broken pipe.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}

async function residentMebibytes(pid: number | undefined): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]
    return (Number(pages) * 4_096) / 1024 / 1024
  } catch {
    return 0
  }
}
