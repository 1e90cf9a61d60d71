/**
 * Group commit for small writes that many requests make at the same time. What comes while one is being
 * written waits together and goes into the next, so that the disk is asked once for all of them, and rows
 * that all of them change are changed once.
 */
import type { Database, Tx } from './database.ts'

/** Most that one write takes. */
const most = 500

interface Waiting<Item> {
  readonly item: Item
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Whether a write that failed left nothing behind: PostgreSQL says so itself. When the connection was lost on the way,
 * or the server stopped, the commit may have been made and only its answer not have arrived.
 */
function isUndone(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P|40003)/.test(code)
}

/**
 * A write that is done together with others; it resolves when it is committed. `write` takes all items or none,
 * in one statement or transaction. Inside a transaction it is done there, by itself. Items of a write that
 * PostgreSQL refused are written one by one, so that a bad one fails alone; of one that may have been committed all
 * fail alike: who writes them again might write them twice, and only the caller knows whether that does harm.
 */
export function together<Item>(
  write: (db: Database | Tx, items: readonly Item[]) => Promise<void>,
): (db: Database | Tx, item: Item) => Promise<void> {
  const queues = new WeakMap<Database, Waiting<Item>[]>()

  const settle = async (db: Database, some: readonly Waiting<Item>[]) => {
    try {
      await write(
        db,
        some.map(({ item }) => item),
      )
      for (const { done } of some) done()
    } catch (error) {
      if (some.length === 1 || !isUndone(error)) for (const { failed } of some) failed(error)
      else for (const each of some) await settle(db, [each])
    }
  }

  const run = async (db: Database, queue: Waiting<Item>[]) => {
    while (queue.length > 0) await settle(db, queue.splice(0, most))
    queues.delete(db)
  }

  return async (db, item) => {
    if (db.isTransaction) return await write(db, [item])
    await new Promise<void>((done, failed) => {
      const queue = queues.get(db)
      if (queue) {
        queue.push({ item, done, failed })
        return
      }
      const begun: Waiting<Item>[] = [{ item, done, failed }]
      queues.set(db, begun)
      void run(db, begun)
    })
  }
}
