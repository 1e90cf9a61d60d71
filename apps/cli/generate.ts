/**
 * Writes everything that is made from something else and is committed: database types, the OpenAPI
 * document with its client types, and `docs/generated/`. With `--check` it writes nothing and fails when a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { modules } from '#apps/server/modules.ts'
import { readConfig } from '#base/config/config.ts'
import { openApiDocument } from '#base/http/openapi.ts'
import { openLog } from '#base/log/log.ts'
import type { Parts } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { configurationDocument } from './documents/configuration.ts'
import { effectsDocument } from './documents/effects.ts'
import { routesDocument } from './documents/routes.ts'
import { scheduleDocument } from './documents/schedule.ts'
import { tableDocuments } from './documents/tables.ts'

/** Modules only say what they are here; nothing of theirs runs, so nothing they would use is opened. */
function partsForReading(): Parts {
  const opened = new Proxy({}, { get: () => () => undefined })
  return {
    config: readConfig({
      DATABASE_URL: 'postgres://nobody@localhost/none',
      CLICKHOUSE_URL: 'http://localhost:8123',
    }),
    secrets: deriveSecrets(Buffer.alloc(32, 7).toString('base64url')),
    log: openLog({ level: 'silent' }),
    ...Object.fromEntries(
      ['connection', 'warehouse', 'mail', 'files', 'egress', 'live', 'jobs'].map((name) => [name, opened]),
    ),
  } as unknown as Parts
}

/** Path → text of every generated file. */
async function generatedFiles(): Promise<Record<string, string>> {
  const product = modules(partsForReading())
  const routes = product.flatMap((module) => module.routes ?? [])
  const openApi = openApiDocument(routes)
  const tables = await tableDocuments()
  const client = astToString(await openapiTS(JSON.stringify(openApi)))
    // Empty in our document, and used by nobody.
    .replace(/^export type (?:webhooks|\$defs) = Record<string, never>;\n/gm, '')
  return {
    'base/db/tables.generated.ts': tables.types,
    'docs/generated/openapi.json': `${JSON.stringify(openApi, null, 2)}\n`,
    'ui/api.generated.ts': `/** Generated from docs/generated/openapi.json; run npm run generate. */\n\n${client}`,
    'docs/generated/routes.md': routesDocument(routes),
    'docs/generated/effects.md': effectsDocument(product),
    'docs/generated/tables.md': tables.markdown,
    'docs/generated/schedule.md': scheduleDocument(product),
    'docs/generated/configuration.md': configurationDocument(),
  }
}

/** Writes what is stale (or, to check, only names it). Resolves to the paths of stale files. */
export async function generate({ check = false } = {}): Promise<string[]> {
  const stale = Object.entries(await generatedFiles()).filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  )
  if (!check)
    for (const [path, text] of stale) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  return stale.map(([path]) => path)
}

/** `bin/juluo generate [--check]`. */
export async function generateCommand(args: readonly string[]): Promise<void> {
  const check = args.includes('--check')
  const stale = await generate({ check })
  for (const path of stale) console.log(check ? `stale: ${path} (run npm run generate)` : `wrote ${path}`)
  if (check && stale.length > 0) process.exitCode = 1
}

if (import.meta.main) await generateCommand(process.argv.slice(2))
