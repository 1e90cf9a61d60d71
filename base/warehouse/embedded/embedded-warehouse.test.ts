import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type EmbeddedWarehouse, startEmbeddedWarehouse } from './embedded.ts'

describe('the process', () => {
  const home = mkdtempSync(join(tmpdir(), 'juluo-embedded-'))
  const dir = join(home, 'clickhouse')
  let warehouse: EmbeddedWarehouse | undefined
  const start = async (onExit?: () => void) => {
    warehouse = await startEmbeddedWarehouse({
      dir,
      password: 'p:a/ss@wörd',
      memoryMiB: 512,
      logFile: join(home, 'log'),
      ...(onExit ? { onExit } : {}),
    })
    return warehouse
  }
  const ask = async (query: string) => {
    const client = createClient({ url: warehouse!.url.replace(/\/juluo$/, ''), log: { level: 127 } })
    try {
      return await (await client.query({ query, format: 'TabSeparated' })).text()
    } finally {
      await client.close()
    }
  }
  const fill = async () => {
    await ask('CREATE TABLE default.t (n UInt64, s String) ENGINE = MergeTree ORDER BY n')
    await ask(`INSERT INTO default.t SELECT number, toString(number) FROM numbers(1000)`)
  }
  /** Every file of the newest part of the table. */
  const partFiles = () =>
    readdirSync(join(dir, 'store'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\ball_\d/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))

  afterEach(async () => {
    await warehouse?.stop()
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('keeps what it took, over an orderly end and over a kill', async () => {
    await start()
    await fill()
    await warehouse!.stop()
    const gone = new Promise<void>((done) => start(done))
    await expect
      .poll(() => warehouse!.pid !== undefined && ask('SELECT count() FROM default.t'))
      .toBe('1000\n')
    process.kill(warehouse!.pid, 'SIGKILL')
    await gone
    expect((await start()).movedAside).toBeUndefined()
    expect(await ask('SELECT count() FROM default.t')).toBe('1000\n')
  })
  test('syncs what it writes: the four settings of a durable part', async () => {
    await start()
    expect(
      await ask(
        `SELECT sum(value = '1') FROM system.merge_tree_settings WHERE name IN
         ('fsync_after_insert', 'fsync_part_directory', 'min_rows_to_fsync_after_merge', 'min_compressed_bytes_to_fsync_after_merge')`,
      ),
    ).toBe('4\n')
  })
  test.each([
    [
      'zero-length parts, as a power loss leaves them',
      () => {
        for (const file of partFiles()) truncateSync(file)
      },
    ],
    [
      'a part cut in the middle',
      () => {
        const data = partFiles().find((file) => file.endsWith('data.bin'))!
        truncateSync(data, Math.floor(statSync(data).size / 2))
      },
    ],
    [
      'a file in place of the folder',
      () => {
        rmSync(dir, { recursive: true, force: true })
        writeFileSync(dir, 'not a folder')
      },
    ],
  ])('G21: starts empty within ten seconds over %s, and keeps the remains', async (_, damage) => {
    if (!existsSync(join(dir, 'store'))) rmSync(dir, { recursive: true, force: true })
    await start()
    await ask('DROP TABLE IF EXISTS default.t SYNC')
    await fill()
    await warehouse!.stop()
    damage()
    const began = Date.now()
    const { movedAside } = await start()
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(movedAside && existsSync(movedAside)).toBeTruthy()
    expect(await ask(`SELECT count() FROM system.tables WHERE name = 't'`)).toBe('0\n')
  })
})
