/** What in the state of the installation somebody should look at: pure rules over the figures. */
import { type Locale, render } from '#base/i18n/messages.ts'
import type { Health, WarningCode } from './health.schema.ts'
import { warnings } from './warnings.messages.ts'

export type Figures = Omit<Health, 'warnings'>

interface Rule {
  readonly code: WarningCode
  /** Data may be lost, or people are affected now. */
  readonly grave?: boolean
  /** The values of the sentence, one set per warning. */
  readonly of: (health: Figures) => readonly Record<string, string | number>[]
}

const when = (holds: boolean, values: Record<string, string | number> = {}) => (holds ? [values] : [])

/** Lag is normal for a moment; this long it is not. */
const lagSeconds = 60
const stuckSeconds = 300

const rules: readonly Rule[] = [
  {
    code: 'notDurable',
    grave: true,
    of: ({ postgres }) => when(!postgres.fsync || !postgres.fullPageWrites),
  },
  { code: 'commitsUnflushed', of: ({ postgres }) => when(postgres.synchronousCommit === 'off') },
  { code: 'noChecksums', of: ({ postgres }) => when(!postgres.checksums) },
  {
    code: 'connectionsScarce',
    of: ({ postgres: { connections, maxConnections } }) =>
      when(connections > maxConnections * 0.8, { connections, maxConnections }),
  },
  {
    code: 'transactionHangs',
    of: ({ postgres }) =>
      when(postgres.oldestTransactionSeconds > lagSeconds, {
        seconds: Math.round(postgres.oldestTransactionSeconds),
      }),
  },
  { code: 'logMonthsMissing', grave: true, of: ({ postgres }) => when(!postgres.logReady) },
  {
    code: 'warehouseAway',
    of: ({ warehouse }) => when(warehouse.state !== 'ready', { reason: warehouse.reason ?? warehouse.state }),
  },
  {
    code: 'consumerBehind',
    of: ({ consumers }) =>
      consumers
        .filter((each) => !each.paused && each.lagSeconds > lagSeconds)
        .map(({ name, lagRows, lagSeconds }) => ({ name, rows: lagRows, seconds: Math.round(lagSeconds) })),
  },
  {
    code: 'consumerPaused',
    of: ({ consumers }) => consumers.filter((each) => each.paused).map(({ name }) => ({ name })),
  },
  {
    code: 'deadLetters',
    of: ({ consumers }) => {
      const count = consumers.reduce((sum, each) => sum + each.deadLetters, 0)
      return when(count > 0, { count })
    },
  },
  {
    code: 'queueStuck',
    grave: true,
    of: ({ queues }) =>
      queues
        .filter((queue) => queue.oldestSeconds > stuckSeconds)
        .map(({ name, oldestSeconds }) => ({ name, minutes: Math.round(oldestSeconds / 60) })),
  },
  {
    code: 'jobsFailed',
    of: ({ queues }) => {
      const count = queues.reduce((sum, queue) => sum + queue.failed, 0)
      return when(count > 0, { count })
    },
  },
  {
    code: 'diskLow',
    grave: true,
    of: ({ storage: { disk } }) =>
      when(disk !== null && disk.freeBytes < Math.min(disk.totalBytes * 0.1, 10 * 2 ** 30), {
        percent: disk ? Math.round((disk.freeBytes / disk.totalBytes) * 100) : 0,
      }),
  },
  {
    code: 'noWorker',
    grave: true,
    of: ({ processes }) => when(!processes.some((each) => each.alive && each.roles.includes('worker'))),
  },
]

export interface Warning {
  readonly code: WarningCode
  readonly grave: boolean
  readonly values: Readonly<Record<string, string | number>>
}

/** What somebody should look at, the grave ones first. */
export const findWarnings = (health: Figures): readonly Warning[] =>
  rules
    .flatMap(({ code, grave = false, of }) => of(health).map((values) => ({ code, grave, values })))
    .sort((a, b) => Number(b.grave) - Number(a.grave))

/** The warnings of these figures in the reader's language. */
export const warningsOf = (health: Figures, locale: Locale): Health['warnings'] =>
  findWarnings(health).map(({ code, grave, values }) => ({
    code,
    grave,
    message: render(warnings[code], locale, { ...values }),
  }))
