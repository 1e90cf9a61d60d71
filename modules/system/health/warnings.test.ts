import { describe, expect, test } from 'vitest'
import type { Health, WarningCode } from './health.schema.ts'
import { warningsOf } from './warnings.ts'

type Figures = Omit<Health, 'warnings'>

const well: Figures = {
  postgres: {
    version: '18.4',
    embedded: true,
    bytes: 1,
    fsync: true,
    fullPageWrites: true,
    synchronousCommit: 'on',
    checksums: true,
    connections: 10,
    maxConnections: 100,
    oldestTransactionSeconds: 0,
    logReady: true,
  },
  warehouse: { state: 'ready', embedded: true, freshTo: null, lagSeconds: 0, reason: null },
  queues: [{ name: 'mail.send', waiting: 3, active: 1, failed: 0, oldestSeconds: 2 }],
  consumers: [{ name: 'live', lagRows: 5, lagSeconds: 1, deadLetters: 0, paused: false }],
  storage: { tables: [], folders: [], disk: { freeBytes: 900e9, totalBytes: 1e12 } },
  processes: [
    {
      host: 'h',
      pid: 1,
      roles: ['worker'],
      version: '1',
      memoryBytes: 1,
      startedAt: '2026-11-22T00:00:00Z',
      uptimeSeconds: 9,
      alive: true,
    },
  ],
  versions: { juluo: '1', node: '24', postgres: '18' },
}
const [queue] = well.queues
const [consumer] = well.consumers
const [worker] = well.processes

describe('the warnings of the health page', () => {
  test('are none when all is well', () => {
    expect(warningsOf(well, 'zh-CN')).toEqual([])
  })

  const troubles: [WarningCode, Partial<Figures>, RegExp][] = [
    ['notDurable', { postgres: { ...well.postgres, fullPageWrites: false } }, /power cut/],
    ['commitsUnflushed', { postgres: { ...well.postgres, synchronousCommit: 'off' } }, /synchronous_commit/],
    ['noChecksums', { postgres: { ...well.postgres, checksums: false } }, /checksums/],
    ['connectionsScarce', { postgres: { ...well.postgres, connections: 95 } }, /95 of 100/],
    ['transactionHangs', { postgres: { ...well.postgres, oldestTransactionSeconds: 90 } }, /90 s/],
    ['logMonthsMissing', { postgres: { ...well.postgres, logReady: false } }, /next month/],
    ['warehouseAway', { warehouse: { ...well.warehouse, state: 'missing', reason: 'it burns' } }, /it burns/],
    ['consumerBehind', { consumers: [{ ...consumer!, lagRows: 700, lagSeconds: 61 }] }, /live.*61 s.*700/],
    ['consumerPaused', { consumers: [{ ...consumer!, paused: true, lagSeconds: 9_999 }] }, /live.*paused/],
    ['deadLetters', { consumers: [{ ...consumer!, deadLetters: 1 }] }, /^One failure waits/],
    ['queueStuck', { queues: [{ ...queue!, oldestSeconds: 600 }] }, /mail\.send.*10 min/],
    ['jobsFailed', { queues: [{ ...queue!, failed: 2 }] }, /2 background jobs/],
    ['diskLow', { storage: { ...well.storage, disk: { freeBytes: 5e9, totalBytes: 1e11 } } }, /5%/],
    ['noWorker', { processes: [{ ...worker!, alive: false }] }, /No worker/],
  ]
  test.each(troubles)('name %s, and nothing else', (code, trouble, message) => {
    const found = warningsOf({ ...well, ...trouble }, 'en')
    expect(found.map((warning) => warning.code)).toEqual([code])
    expect(found[0]!.message).toMatch(message)
    expect(warningsOf({ ...well, ...trouble }, 'zh-CN')[0]!.message).toMatch(/[一-龥]/)
  })

  test('put the grave ones first', () => {
    const found = warningsOf({ ...well, queues: [{ ...queue!, failed: 1 }], processes: [] }, 'en')
    expect(found.map(({ code, grave }) => [code, grave])).toEqual([
      ['noWorker', true],
      ['jobsFailed', false],
    ])
  })
})
