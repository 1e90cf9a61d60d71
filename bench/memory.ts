/** Idle memory of all processes together: what a small machine pays for Juluo doing nothing. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, makePrivateDir } from '#base/db/embedded.ts'
import type { Benchmark } from './bench.ts'

const limitMB = 900

/** Proportional set size in MB of a process and everything below it: shared pages are counted once. */
export function treeMemoryMB(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // ended meanwhile
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid)!))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + memoryMB(pid), 0)
}

function memoryMB(pid: number): number {
  try {
    const kB = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+) kB/m)?.[1]
    return Number(kB ?? 0) / 1024
  } catch {
    return 0
  }
}

export const memory: Benchmark = {
  name: 'memory',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-memory-'))
    makePrivateDir(home)
    const child = spawn(process.execPath, ['apps/cli/main.ts', 'start'], {
      env: { ...process.env, JULUO_DATA: home, PORT: String(await freePort()) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await new Promise<void>((ready, fail) => {
        child.stdout.on('data', (chunk) => String(chunk).includes('is ready') && ready())
        child.once('exit', (code) => fail(new Error(`start ended with ${code}`)))
      })
      // A minute of rest: start-up garbage is collected, caches settle.
      await new Promise((resume) => setTimeout(resume, 60_000))
      const used = treeMemoryMB(child.pid!)
      return [
        {
          name: 'Idle memory, all processes',
          ours: used,
          limit: limitMB,
          unit: 'MB',
          better: 'less',
          bar: 1,
        },
      ]
    } finally {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      rmSync(home, { recursive: true, force: true })
    }
  },
}
