import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { testCtx } from '#test/database.ts'
import { useServer } from '#test/server.ts'
import { issueTrackKey } from '../keys/keys.ts'
import { trackingModule } from '../module.ts'
import { buildScript, builtFile, moduleOf } from './build.ts'
import { uuidV7 } from './ids.ts'
import { script } from './script.generated.ts'
import { createTracker } from './tracker.ts'

const server = useServer({ modules: (parts) => [trackingModule(parts)] })

describe('the script at /sdk.js', () => {
  test('has at most 6 kB when compressed', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(6_000)
  })
  test('is built from the sources as they are; otherwise run node modules/tracking/sdk/build.ts', async () => {
    expect(readFileSync(builtFile, 'utf8')).toBe(moduleOf(await buildScript()))
  })
  test('calls nobody but the server it came from (L-16)', () => {
    expect(script.match(/https?:\/\/[^"'`\s]+/g)).toBeNull()
  })
})

describe('the SDK in Node', () => {
  test('delivers in order, in batches, and once', async () => {
    const { secret } = await issueTrackKey(testCtx(server().database, undefined, new Date()), {
      name: 'node',
    })
    const refused: string[] = []
    const tracker = createTracker({
      endpoint: server().url,
      key: secret,
      onRefused: (errors) => refused.push(...errors.map((error) => error.code)),
    })
    for (let n = 0; n < 250; n++) tracker.track('from_node', { props: { n } })
    tracker.track('Not a name')
    await tracker.flush()
    await tracker.flush()
    const rows = await server()
      .database.db.selectFrom('event_log')
      .select('props')
      .where('name', '=', 'from_node')
      .orderBy('seq')
      .execute()
    expect(rows.map((row) => (row.props as { n: number }).n)).toEqual(
      Array.from({ length: 250 }, (_, n) => n),
    )
    expect(refused).toEqual(['bad_name'])
  })

  test('keeps what it could not deliver', async () => {
    const { secret } = await issueTrackKey(testCtx(server().database, undefined, new Date()), {
      name: 'node 2',
    })
    const real = globalThis.fetch
    const tracker = createTracker({ endpoint: server().url, key: secret })
    globalThis.fetch = () => Promise.reject(new TypeError('no line'))
    tracker.track('kept_in_node')
    await tracker.flush()
    globalThis.fetch = real
    await tracker.flush()
    const rows = await server()
      .database.db.selectFrom('event_log')
      .select('seq')
      .where('name', '=', 'kept_in_node')
      .execute()
    expect(rows).toHaveLength(1)
  })
})

test('ids are UUIDs of version 7 whose order is that of time', () => {
  const ids = Array.from({ length: 50 }, (_, n) => uuidV7(1_760_000_000_000 + n))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
})
