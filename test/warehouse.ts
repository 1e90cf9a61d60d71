/** A warehouse database of its own for each test file, and the sink that fills it. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Listener, openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { readLag } from '#base/warehouse/sink/lag.ts'
import { type Sink, type SinkOptions, startSink } from '#base/warehouse/sink/sink.ts'
import { type OpenedWarehouse, openWarehouse } from '#base/warehouse/warehouse.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
}

export interface TestWarehouse {
  readonly database: TestDatabase
  readonly warehouse: OpenedWarehouse
  /** Starts a sink into this warehouse; stopped at the end of the file. */
  startSink(options?: Partial<SinkOptions>): Sink
  /** Resolves when every row of the log is in the warehouse. */
  settled(): Promise<void>
}

/** Waits until `condition` holds; fails after `seconds`. */
export async function until(condition: () => Promise<boolean> | boolean, seconds = 28): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`It did not happen within ${seconds} s: ${condition}`)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

/** An address of a fresh warehouse database. */
export function testWarehouseUrl(): string {
  const url = new URL(inject('warehouseUrl'))
  url.pathname = `/test_${randomBytes(6).toString('hex')}`
  return url.href
}

/** Registers the hooks of a test file; read the value inside tests. */
export function useWarehouse(): () => TestWarehouse {
  let made: (TestWarehouse & { end(): Promise<void> }) | undefined
  beforeAll(async () => {
    made = await makeTestWarehouse()
  })
  afterAll(() => made?.end())
  return () => made!
}

export async function makeTestWarehouse(
  url = testWarehouseUrl(),
  given?: TestDatabase,
): Promise<TestWarehouse & { end(): Promise<void> }> {
  const database = given ?? (await createTestDatabase())
  const warehouse = openWarehouse({ url, pool: database.pool })
  const listeners: Listener[] = []
  const sinks: Sink[] = []
  return {
    database,
    warehouse,
    startSink: (options = {}) => {
      const listener = openListener({ url: database.url })
      listeners.push(listener)
      const sink = startSink({
        pool: database.pool,
        listener,
        warehouse: warehouse.client,
        timeZone: async () => 'Asia/Shanghai',
        log: silentLog,
        ...options,
      })
      sinks.push(sink)
      return sink
    },
    settled: () => until(async () => (await readLag(database.pool)).rows === 0),
    end: async () => {
      await Promise.all(sinks.map((sink) => sink.stop()))
      await Promise.all(listeners.map((listener) => listener.close()))
      await warehouse.client
        .command(`DROP DATABASE IF EXISTS ${warehouse.client.database} SYNC`, {}, { database: false })
        .catch(() => undefined)
      await warehouse.close()
      if (!given) await database.close()
    },
  }
}
