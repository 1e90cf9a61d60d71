/**
 * Writes everything that is made from something else and is committed: database types, the OpenAPI
 * document with its client types, and `docs/generated/`. With `--check` it writes nothing and fails when a file is stale.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'

/** Types of all tables, read from a freshly migrated database. */
async function tableTypes(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'juluo-generate-'))
  makePrivateDir(home)
  const postgres = await startEmbeddedPostgres({
    dir: join(home, 'postgres'),
    logFile: join(home, 'log'),
    password: 'generate',
  })
  try {
    await migrate(postgres.url, 'migrations/postgres')
    const out = join(home, 'tables.ts')
    execFileSync('node_modules/.bin/kysely-codegen', [
      '--dialect', 'postgres', '--url', postgres.url, '--out-file', out, '--exclude-pattern', '(pgboss.*|event_log_(default|[0-9]*))', '--singularize', 'false',
    ], { stdio: ['ignore', 'ignore', 'inherit'] }) // biome-ignore format: one flag list
    return readFileSync(out, 'utf8')
  } finally {
    await postgres.stop()
    rmSync(postgres.dir, { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  }
}

export async function generate({ check = false } = {}): Promise<string[]> {
  const files: Record<string, string> = { 'base/db/tables.generated.ts': await tableTypes() }
  const stale = Object.entries(files).filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  )
  if (!check) for (const [path, text] of stale) writeFileSync(path, text)
  return stale.map(([path]) => path)
}

if (import.meta.main) {
  const check = process.argv.includes('--check')
  const stale = await generate({ check })
  for (const path of stale) console.log(check ? `stale: ${path} (run npm run generate)` : `wrote ${path}`)
  if (check && stale.length > 0) process.exitCode = 1
}
