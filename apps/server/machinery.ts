/**
 * What runs in an app process besides HTTP: the queue, the live channel, the followers of the log, the
 * clock and the beat. Two steps, because modules are made with the queue and the channel in hand and
 * only then say what those shall do.
 */
import type { Config } from '#base/config/config.ts'
import type { Connection } from '#base/db/database.ts'
import { registerConsumers } from '#base/facts/cursor.ts'
import { guardLogEpoch } from '#base/facts/epoch.ts'
import { consumersFor, type Following, followLog, wakeThrough } from '#base/facts/follow.ts'
import type { Patience } from '#base/facts/follower.ts'
import { wireGates } from '#base/facts/gate.ts'
import { startBoss } from '#base/jobs/boss.ts'
import type { AnyJob } from '#base/jobs/job.ts'
import { declareQueues, jobQueue } from '#base/jobs/queue.ts'
import { declareSchedule } from '#base/jobs/schedule.ts'
import { type Working, workOff } from '#base/jobs/work.ts'
import { natsCarrier, notifyCarrier } from '#base/live/carrier.ts'
import { type Listener, openListener } from '#base/live/listener.ts'
import { openLive } from '#base/live/live.ts'
import { touchesConsumer } from '#base/live/touches.ts'
import type { Module } from '#base/module.ts'
import type { Jobs, Live, Log } from '#base/parts.ts'
import { startBeat } from '#modules/system/health/beat.ts'
import { findZone, recurringWork, scheduleFollower } from './schedule.ts'

export interface Machinery {
  /** Two of the parts that modules are made with. */
  readonly jobs: Jobs
  readonly live: Live
  /** The process's listening connection, for others who follow something. */
  readonly listener: Listener
  /** Begins what the roles of this process ask for. Resolves when everything declared is in force. */
  start(modules: readonly Module[]): Promise<void>
  /** Stops in order: no new work, work in hand finished or handed back, streams ended. */
  stop(): Promise<void>
}

export interface MachineryOptions {
  readonly config: Pick<Config, 'ROLES' | 'NATS_URL'>
  readonly connection: Connection
  readonly databaseUrl: string
  readonly log: Log
  /** How often effects are tried; tests have less of it. */
  readonly patience?: Patience
}

/** The database must be migrated. */
export async function openMachinery(options: MachineryOptions): Promise<Machinery> {
  const { config, connection, databaseUrl, log, patience } = options
  const works = config.ROLES.includes('worker')
  const epoch = await guardLogEpoch(connection)
  if (epoch !== 'same' && epoch !== 'first')
    log.warn({ epoch }, 'the log lives in another PostgreSQL cluster than before; its order goes on')

  const listener = openListener({
    url: databaseUrl,
    onError: (error) => log.warn({ error: error.message }, 'the listening connection was lost'),
  })
  const carrier = config.NATS_URL ? await natsCarrier(config.NATS_URL, log) : notifyCarrier(listener)
  const live = openLive({ carrier, listener })
  const stopWaking = wakeThrough(connection)
  let declared: readonly AnyJob[] = []
  const boss = await startBoss({ connection, log, supervises: works, ...(works ? { listener } : {}) })
  const jobs = jobQueue(boss, () => declared)

  let following: Following | undefined
  let working: Working | undefined
  let beating: { stop(): Promise<void> } | undefined
  let unwire = () => {}

  return {
    jobs,
    live,
    listener,
    async start(modules) {
      declared = modules.flatMap((module) => module.jobs ?? [])
      live.allow(modules.flatMap((module) => module.live ?? []))
      unwire = wireGates(
        modules.flatMap((module) => module.gates ?? []),
        modules.flatMap((module) => module.answers ?? []),
      )
      await declareQueues(boss, declared)
      // Every process registers all of them, so that none starts late because its role does.
      const all = modules.flatMap((module) => module.consumers ?? [])
      const facts = modules.flatMap((module) => module.facts ?? [])
      const setClock = (zone: string) => declareSchedule(boss, recurringWork(modules), declared, zone)
      const consumers = [...all, touchesConsumer(facts, live), scheduleFollower(setClock)]
      await registerConsumers(connection, consumers)
      if (works) {
        await setClock(await findZone(connection.db))
        working = await workOff({ boss, connection, listener, jobs: declared, log, tell: live.tellJob })
      }
      const mine = consumersFor(consumers, config.ROLES)
      if (mine.length > 0)
        following = await followLog({ connection, listener, consumers: mine, log, patience })
      beating = await startBeat(connection, config.ROLES)
      await listener.settled()
    },
    async stop() {
      stopWaking()
      await Promise.all([following?.stop(), working ? working.stop() : boss.stop({ close: false })])
      unwire()
      await live.close()
      await beating?.stop()
      await listener.close()
    },
  }
}
