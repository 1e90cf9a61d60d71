import { expect, test } from 'vitest'
import { useWarehouse } from '#test/warehouse.ts'

const world = useWarehouse()
const query = (sql: string, options: object) => {
  const { client } = world().warehouse
  return client
    .command(`CREATE DATABASE IF NOT EXISTS ${client.database}`, {}, { database: false })
    .then(() => client.query(sql, {}, options))
}

test('a query that takes too much memory, too many rows or too long is ended and says which', async () => {
  const hungry = 'SELECT length(groupArray(number)) FROM numbers(20000000)'
  await expect(query(hungry, { maxMemoryMiB: 16 })).rejects.toMatchObject({ code: 'too_much' })
  await expect(query('SELECT number FROM numbers(101)', { maxRows: 100 })).rejects.toMatchObject({
    code: 'too_much',
  })
  await expect(query('SELECT count() FROM numbers(2000000000000)', { maxSeconds: 1 })).rejects.toMatchObject({
    code: 'timeout',
  })
  // The control: with enough of both it answers.
  expect(
    await query('SELECT length(groupArray(number)) AS n FROM numbers(1000)', { maxMemoryMiB: 64 }),
  ).toEqual([{ n: '1000' }])
})

test('a query that nobody waits for is stopped', async () => {
  const gone = new AbortController()
  const asked = query('SELECT count() FROM numbers(1000000000000)', { signal: gone.signal })
  setTimeout(() => gone.abort(), 100)
  await expect(asked).rejects.toThrow()
  const running = async () =>
    (
      await world().warehouse.query<{ n: string }>(
        `SELECT count() AS n FROM system.processes WHERE query LIKE '%1000000000000%' AND query NOT LIKE '%system.processes%'`,
      )
    )[0]?.n
  await expect.poll(running).toBe('0')
})
