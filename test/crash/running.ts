/** A whole product in processes of its own, started as a person starts it, for tests that kill parts of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, makePrivateDir } from '#base/db/embedded.ts'

export interface Runtime {
  readonly pid: number
  readonly databaseUrl: string
  readonly clickhouseUrl: string
  readonly address: string
  readonly pids: Readonly<Record<string, number | undefined>>
}

export class RunningProduct {
  readonly dir: string
  readonly port: number
  #child: ChildProcess | undefined
  #printed = ''

  private constructor(dir: string, port: number) {
    this.dir = dir
    this.port = port
  }

  static async create(): Promise<RunningProduct> {
    const dir = mkdtempSync(join(tmpdir(), 'juluo-running-'))
    makePrivateDir(dir)
    return new RunningProduct(dir, await freePort())
  }

  /** Another start on the same folder and port. */
  twin(): RunningProduct {
    return new RunningProduct(this.dir, this.port)
  }

  get address(): string {
    return `http://localhost:${this.port}`
  }

  get printed(): string {
    return this.#printed
  }

  /** Starts it and waits until it says that it is ready. Resolves with the seconds that took. */
  async start(env: Record<string, string> = {}): Promise<number> {
    const began = performance.now()
    this.#printed = ''
    const child = spawn(process.execPath, ['apps/cli/main.ts', 'start'], {
      env: {
        ...process.env,
        // Vitest sets one of its own.
        BASE_URL: '',
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ...env,
        JULUO_DATA: this.dir,
        PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    await new Promise<void>((ready, fail) => {
      const take = (chunk: Buffer) => {
        this.#printed += chunk.toString()
        if (this.#printed.includes('is ready')) ready()
      }
      child.stdout.on('data', take)
      child.stderr.on('data', take)
      child.once('exit', (code, signal) =>
        fail(new Error(`start ended (${signal ?? code}):\n${this.#printed}`)),
      )
    })
    return (performance.now() - began) / 1000
  }

  runtime(): Runtime {
    return JSON.parse(readFileSync(join(this.dir, 'runtime.json'), 'utf8')) as Runtime
  }

  /** Sends a signal to the supervisor and waits for its end. Resolves with its exit code (null when killed). */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    child.kill(signal)
    return await gone
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM')
    if (existsSync(this.dir)) rmSync(this.dir, { recursive: true, force: true })
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A zombie answers signals; it is dead all the same.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  ms = 20_000,
): Promise<void> {
  const end = performance.now() + ms
  while (!(await Promise.resolve(holds()).catch(() => false))) {
    if (performance.now() > end) throw new Error(`Waited ${ms / 1000} s in vain until ${what}`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}
