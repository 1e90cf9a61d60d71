/**
 * What our pipeline costs: a trivial authenticated route, with everything that every request gets
 * (session, limits, access, origin, tag, headers, metrics, log line), against a bare Hono route with the
 * same answer on the same adapter. One child process per side, called in turn.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { type Benchmark, compare, print } from './bench.ts'

/** Requests per second, without a single refused one. */
async function rate(port: number, cookie: string): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/api/bench`,
    connections: 32,
    duration: 3,
    headers: { cookie },
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} failed`)
  return result.requests.average
}

async function start(
  file: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; port: number; cookie: string }> {
  const child = fork(fileURLToPath(file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const said = await new Promise<{ port: number; cookie?: string }>((ready, failed) => {
    child.once('message', (message) => ready(message as { port: number; cookie?: string }))
    child.once('exit', (code) => failed(new Error(`${file} ended with ${code}`)))
  })
  return { child, port: said.port, cookie: said.cookie ?? 'none=1' }
}

export const httpBenchmark: Benchmark = {
  name: 'http',
  async run() {
    const home = mkdtempSync(join(tmpdir(), 'juluo-bench-http-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    const children: ChildProcess[] = []
    try {
      await migrate(postgres.url, 'migrations/postgres')
      const ours = await start(import.meta.resolve('./http-ours.ts'), {
        DATABASE_URL: postgres.url,
        JULUO_DATA: home,
      })
      children.push(ours.child)
      const bare = await start(import.meta.resolve('./http-bare.ts'), {})
      children.push(bare.child)
      return [
        await compare(
          {
            name: 'A trivial authenticated route, against bare Hono',
            unit: 'req/s',
            better: 'more',
            bar: 0.6,
          },
          { ours: () => rate(ours.port, ours.cookie), limit: () => rate(bare.port, ours.cookie) },
        ),
      ]
    } finally {
      for (const child of children) child.kill()
      await postgres.stop()
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    }
  },
}

if (import.meta.main) for (const line of await httpBenchmark.run()) print(line)
