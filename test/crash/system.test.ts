/** The product as a whole: it starts with one command, recovers from the death of any part, and stops cleanly. */
import { afterAll, describe, expect, test } from 'vitest'
import { isAlive, RunningProduct, until } from './running.ts'

const product = await RunningProduct.create()
afterAll(() => product.remove())

const get = (path: string) => fetch(`${product.address}${path}`, { signal: AbortSignal.timeout(3_000) })
const ready = async () => (await get('/readyz')).status === 200

describe('T57: one command', () => {
  test('starts everything in an empty folder and offers the first-run wizard', async () => {
    await product.start()
    expect(await ready()).toBe(true)
    const setup = await (await get('/api/session')).json()
    expect(setup).toMatchObject({ setupRequired: true, account: null })
    expect((await get('/console/')).headers.get('content-type')).toContain('text/html')
    expect((await get('/')).headers.get('content-type')).toContain('text/html')
  })

  test('refuses a second start on the same folder, and says why', async () => {
    const second = product.twin()
    await expect(second.start()).rejects.toThrow(/already runs on this data folder/)
  })

  test('names a bad setting and its remedy instead of starting', async () => {
    const other = await RunningProduct.create()
    await expect(other.start({ LOG_RETENTION_DAYS: '7' })).rejects.toThrow(
      /LOG_RETENTION_DAYS must be a whole number from 180/,
    )
    await other.remove()
  })

  test.each(['The web process', 'The worker+sink process', 'The warehouse', 'PostgreSQL'])(
    'G1 G2: %s is there again after kill −9',
    async (part) => {
      const before = product.runtime().pids[part]
      expect(before).toBeGreaterThan(0)
      process.kill(before!, 'SIGKILL')
      await until(() => {
        const now = product.runtime().pids[part]
        return now !== undefined && now !== before && isAlive(now)
      }, `${part} runs again`)
      await until(ready, 'the product is ready again')
      expect((await get('/api/session')).status).toBe(200)
    },
  )

  test('after kill −9 of the supervisor its processes end, and the next start recovers by itself', async () => {
    const { pids } = product.runtime()
    await product.end('SIGKILL')
    for (const part of ['The web process', 'The worker+sink process', 'The warehouse'])
      await until(() => !isAlive(pids[part]!), `${part} ended with its supervisor`)
    const seconds = await product.start()
    console.warn(`start after a kill: ${seconds.toFixed(1)} s`)
    expect(await ready()).toBe(true)
    expect(isAlive(pids.PostgreSQL!)).toBe(false)
  })

  test('Ctrl-C stops everything, and the second start is quick', async () => {
    const { pids } = product.runtime()
    // Wrappers and process groups send the same signal more than once.
    process.kill(product.runtime().pid, 'SIGTERM')
    expect(await product.end('SIGINT')).toBe(0)
    for (const [part, pid] of Object.entries(pids)) expect(isAlive(pid!), part).toBe(false)
    const seconds = await product.start()
    // Orientation only (the goal is 5 s on a quiet machine); a start that takes a minute is broken anywhere.
    console.warn(`second start: ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(60)
  })
})
