import { Readable } from 'node:stream'
import { type ClickHouseClient, ClickHouseError, createClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

const slow = 'SELECT count() FROM numbers(200000000000) WHERE sipHash64(number) % 7 = 1'

describe('the official client finds a ClickHouse', () => {
  let client: ClickHouseClient
  const address = () => new URL(inject('warehouseUrl'))
  const rows = async <T>(query: string, more: object = {}) =>
    await (await client.query({ query, format: 'JSONEachRow', ...more })).json<T>()
  const refused = async (work: Promise<unknown>) =>
    await work.then(
      () => undefined,
      (error: unknown) => (error instanceof ClickHouseError ? error.type : String(error)),
    )

  beforeAll(async () => {
    const url = address()
    url.pathname = ''
    client = createClient({
      url: url.href,
      compression: { request: true, response: true },
      log: { level: 127 },
    })
    await client.command({ query: 'CREATE DATABASE protocol' })
    await client.command({
      query: 'CREATE TABLE protocol.note (id UInt64, text String) ENGINE = MergeTree ORDER BY id',
    })
  })
  afterAll(async () => {
    await client.command({ query: 'DROP DATABASE protocol SYNC' })
    await client.close()
  })

  test('answers ping, and says which version it is', async () => {
    expect(await client.ping()).toEqual({ success: true })
    expect(await client.ping({ select: true })).toEqual({ success: true })
    expect((await rows<{ v: string }>('SELECT version() AS v'))[0]?.v).toMatch(/^\d+\.\d+/)
  })
  test('takes inserts in every form: objects, arrays, text streams, binary', async () => {
    const text = 'tab\tline\n"quote\' \\ 中文'
    const { summary } = await client.insert({
      table: 'protocol.note',
      values: [{ id: 1, text }],
      format: 'JSONEachRow',
    })
    expect(summary).toMatchObject({ written_rows: '1' })
    await client.insert({ table: 'protocol.note', values: [[2, text]], format: 'JSONCompactEachRow' })
    await client.insert({
      table: 'protocol.note',
      columns: ['text', 'id'],
      values: Readable.from(['tab\\tli', 'ne\\n"quote\' \\\\ 中文\t3\n'], { objectMode: false }),
      format: 'TabSeparated',
    })
    const bytes = Buffer.from(text)
    await client.exec({
      query: 'INSERT INTO protocol.note (id, text) FORMAT RowBinary',
      values: Readable.from([Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, bytes.length]), bytes], {
        objectMode: false,
      }),
    })
    expect(await rows('SELECT id, text FROM protocol.note ORDER BY id')).toEqual(
      [1, 2, 3, 4].map((id) => ({ id, text })),
    )
  })
  test('binds parameters on the server, whatever they hold', async () => {
    const hostile = `a' OR 1=1 -- \\ \n\t {x:String} 中`
    expect(
      await rows(
        'SELECT {s:String} AS s, {n:Nullable(String)} AS n, {list:Array(String)} AS list, {day:Date} AS day',
        {
          query_params: { s: hostile, n: null, list: [hostile, ''], day: '2026-11-19' },
        },
      ),
    ).toEqual([{ s: hostile, n: null, list: [hostile, ''], day: '2026-11-19' }])
    expect(await refused(rows('SELECT {s:String}'))).toBe('UNKNOWN_QUERY_PARAMETER')
  })
  test('keeps parameters and settings of concurrent queries apart', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        rows<{ n: number; t: string }>(
          `SELECT {n:UInt32} AS n, getSetting('max_threads') AS t, sleep(0.01)`,
          {
            query_params: { n },
            clickhouse_settings: { max_threads: (n % 5) + 1 },
          },
        ),
      ),
    )
    expect(answers.map(([row]) => [row?.n, Number(row?.t)])).toEqual(
      Array.from({ length: 40 }, (_, n) => [n, (n % 5) + 1]),
    )
  })
  test('streams results that are larger than one piece', async () => {
    let seen = 0
    const result = await client.query({ query: 'SELECT number FROM numbers(500000)', format: 'JSONEachRow' })
    for await (const piece of result.stream()) seen += piece.length
    expect(seen).toBe(500_000)
  })
  test('answers whole documents with the right counts', async () => {
    const result = await client.query({ query: 'SELECT number FROM numbers(70000)', format: 'JSON' })
    const { data, rows: counted } = await result.json<{ number: string }>()
    expect([data.length, counted]).toEqual([70_000, 70_000])
  })
  test.each([
    ['SELECT nope', 'UNKNOWN_IDENTIFIER'],
    ['SELECT * FROM protocol.nope', 'UNKNOWN_TABLE'],
    ['SELECT throwIf(number = 3) FROM numbers(10)', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
    ['SELEC 1', 'SYNTAX_ERROR'],
  ])('answers %s with the exception %s', async (query, type) => {
    expect(await refused(rows(query))).toBe(type)
  })
  test('breaks off an answer that fails in the middle', async () => {
    const late = rows('SELECT throwIf(number = 3000000) FROM numbers(4000000)')
    expect(await refused(late)).not.toBeUndefined()
  })
  test('cancels a query when its caller goes away', async () => {
    const caller = new AbortController()
    const asked = rows(slow, { abort_signal: caller.signal, query_id: 'left-alone' })
    asked.catch(() => undefined)
    const running = async () =>
      (await rows(`SELECT 1 FROM system.processes WHERE Settings['log_comment'] = 'left-alone'`)).length
    await expect.poll(running).toBe(1)
    caller.abort()
    await expect(asked).rejects.toThrow(/abort/)
    await expect.poll(running).toBe(0)
  })
  test('kills a query by the id its caller gave', async () => {
    const asked = refused(rows(slow, { query_id: 'to-be-killed' }))
    await expect
      .poll(async () => {
        await client.command({
          query: `KILL QUERY WHERE query_id = {id:String}`,
          query_params: { id: 'to-be-killed' },
        })
        return await Promise.race([asked, undefined])
      })
      .toBe('QUERY_WAS_CANCELLED')
  })
  test('holds time, memory and readonly limits', async () => {
    expect(await refused(rows(slow, { clickhouse_settings: { max_execution_time: 1 } }))).toBe(
      'TIMEOUT_EXCEEDED',
    )
    expect(
      await refused(
        rows('SELECT groupArray(number) FROM numbers(100000000)', {
          clickhouse_settings: { max_memory_usage: '50000000' },
        }),
      ),
    ).toBe('MEMORY_LIMIT_EXCEEDED')
    expect(await refused(rows('DROP TABLE protocol.note', { clickhouse_settings: { readonly: '2' } }))).toBe(
      'READONLY',
    )
  })
  test('lets nobody in without the password', async () => {
    const url = address()
    const ask = (headers: Record<string, string>) =>
      fetch(`${url.origin}/?query=SELECT%201`, { headers }).then((answer) => answer.status)
    expect(await ask({})).toBe(401)
    expect(await ask({ authorization: `Basic ${btoa('juluo:wrong')}` })).toBe(401)
    expect(await ask({ authorization: `Basic ${btoa('default:test')}` })).toBe(401)
    expect(await ask({ 'x-clickhouse-user': 'juluo', 'x-clickhouse-key': 'test' })).toBe(200)
    expect(await ask({ authorization: `Basic ${btoa('juluo:test')}` })).toBe(200)
  })
  test('refuses what is too large, and a GET that changes something', async () => {
    const url = address()
    const headers = { authorization: `Basic ${btoa('juluo:test')}` }
    const large = await fetch(`${url.origin}/`, {
      method: 'POST',
      headers,
      body: `SELECT '${'x'.repeat(17_000_000)}'`,
    })
    expect([large.status, large.headers.get('x-clickhouse-exception-code')]).toEqual([413, '36'])
    const get = await fetch(`${url.origin}/?query=${encodeURIComponent('DROP TABLE protocol.note')}`, {
      headers,
    })
    expect([get.status, get.headers.get('x-clickhouse-exception-code')]).toEqual([403, '164'])
  })
  test('compresses answers for those who ask', async () => {
    const answer = await fetch(
      `${address().origin}/?enable_http_compression=1&query=${encodeURIComponent('SELECT number FROM numbers(10000)')}`,
      { headers: { authorization: `Basic ${btoa('juluo:test')}`, 'accept-encoding': 'gzip' } },
    )
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect((await answer.text()).split('\n').length).toBe(10_001)
  })
})
