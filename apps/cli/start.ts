/** `start`, `demo` and `dev`: everything running, and the address on the screen. */
import { join } from 'node:path'
import { type Supervisor, supervise } from '#apps/server/supervise.ts'
import { type Config, readConfig } from '#base/config/config.ts'
import { loadSecrets } from '#base/config/secrets.ts'
import { loadDemo } from './demo.ts'
import { buildWeb } from './web-build.ts'

const say = (line: string) => console.log(line)

export async function start(_args: string[]): Promise<void> {
  await run(readConfig())
}

export async function demo(_args: string[]): Promise<void> {
  const config = readConfig({ ...process.env, JULUO_DATA: process.env.JULUO_DATA ?? './demo-data' })
  await run(config, async (supervisor) => {
    const credentials = await loadDemo(supervisor, loadSecrets(config.dataDir).root, say)
    say('')
    for (const line of credentials) say(line)
  })
}

export async function dev(_args: string[]): Promise<void> {
  const config = readConfig({ NODE_ENV: 'development', ...process.env })
  const { build } = await import('vite')
  for (const face of ['console', 'member'])
    await build({
      configFile: `apps/${face}/vite.config.ts`,
      mode: 'development',
      logLevel: 'warn',
      build: { outDir: join(process.cwd(), 'dist', face), emptyOutDir: true, watch: {} },
    })
  await run(config, undefined, { watch: true, built: true })
}

async function run(
  config: Config,
  then?: (supervisor: Supervisor) => Promise<void>,
  { watch = false, built = false } = {},
): Promise<void> {
  const began = performance.now()
  if (!built) await buildWeb(say)
  const supervisor = await supervise({ config, say, watch })
  // Whatever comes while the demo loads, one signal stops everything in order. Process groups and wrappers
  // send the same one several times; only a person who presses Ctrl-C again later does not want to wait.
  let askedAt: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = performance.now()
        say('\nStopping …')
        void supervisor.stop()
      } else if (signal === 'SIGINT' && performance.now() - askedAt > 1_000) process.exit(130)
    })
  try {
    await then?.(supervisor)
  } catch (error) {
    await supervisor.stop()
    throw error
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (askedAt === undefined)
    say(
      `\n聚落 Juluo is ready after ${seconds} s\n\n  Member site  ${supervisor.address}/\n  Console      ${supervisor.address}/console\n\nCtrl-C stops everything.`,
    )
  await supervisor.stopped
  process.exit(0)
}
