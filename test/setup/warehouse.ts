/** One real warehouse for the whole run; each test file has a database of its own in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    warehouseUrl: string
  }
}

export default async function setup(project: TestProject) {
  const home = mkdtempSync(join(tmpdir(), 'juluo-warehouse-'))
  const warehouse = await startEmbeddedWarehouse({
    dir: join(home, 'clickhouse'),
    logFile: join(home, 'clickhouse.log'),
    password: 'test',
    memoryMiB: 1024,
  })
  project.provide('warehouseUrl', warehouse.url)
  return async () => {
    await warehouse.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
