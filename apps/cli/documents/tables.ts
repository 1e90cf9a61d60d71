/** What the migrated database holds: the types of its tables, and `docs/generated/tables.md`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { table } from './table.ts'

export interface TableDocuments {
  readonly types: string
  readonly markdown: string
}

/** Migrates an empty database and reads it. */
export async function tableDocuments(): Promise<TableDocuments> {
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
    return { types: readFileSync(out, 'utf8'), markdown: await describeTables(postgres.url) }
  } finally {
    await postgres.stop()
    rmSync(postgres.dir, { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  }
}

interface Column {
  readonly name: string
  readonly type: string
  readonly needed: boolean
  readonly refers: string | null
}

async function describeTables(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Column & { table: string }>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
             a.attnotnull as needed,
             (select f.confrelid::regclass::text from pg_constraint f
               where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as refers
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       order by c.relname, a.attnum`)
    const tables = Map.groupBy(rows, (row) => row.table)
    const sections = [...tables].map(
      ([name, columns]) =>
        `## ${name}\n\n${commentOf(name)}${table(
          ['column', 'type', ''],
          columns.map((column) => [
            `\`${column.name}\``,
            column.type,
            [column.needed ? 'not null' : '', column.refers ? `→ ${column.refers}` : '']
              .filter(Boolean)
              .join(', '),
          ]),
        )}`,
    )
    return `# Tables\n\n${sections.join('\n')}`
  } finally {
    await client.end()
  }
}

/** The comment above `create table` in its migration says what the table is. */
function commentOf(name: string): string {
  for (const file of readdirSync('migrations/postgres').sort()) {
    const text = readFileSync(join('migrations/postgres', file), 'utf8')
    const found = new RegExp(`((?:^--.*\\n)+)create (?:unlogged )?table ${name} \\(`, 'm').exec(text)
    if (found) return `${found[1]!.replace(/^-- ?/gm, '').trim()} (\`${file}\`)\n\n`
  }
  return ''
}
