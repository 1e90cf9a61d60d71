/** Numbers of the whole installation for Prometheus, read when somebody asks. */
import { listConsumers } from '#base/facts/operate.ts'
import type { Metrics } from '#base/http/metrics.ts'
import { queueDepths } from '#base/jobs/board.ts'
import type { Parts } from '#base/parts.ts'

export function measureInstallation(metrics: Metrics, { connection }: Pick<Parts, 'connection'>): void {
  const consumers = () => listConsumers(connection.db)
  metrics.gauges(
    'juluo_consumer_lag_rows',
    'Events that a follower of the log has before it',
    'consumer',
    async () => (await consumers()).map(({ name, lagRows }) => [name, lagRows]),
  )
  metrics.gauges(
    'juluo_consumer_lag_seconds',
    'Age of the oldest event before a follower',
    'consumer',
    async () => (await consumers()).map(({ name, lagSeconds }) => [name, lagSeconds]),
  )
  metrics.gauges('juluo_dead_letters', 'Events that a follower gave up', 'consumer', async () =>
    (await consumers()).map(({ name, deadLetters }) => [name, deadLetters]),
  )
  const queues = () => queueDepths(connection.db)
  metrics.gauges('juluo_jobs_waiting', 'Jobs that wait', 'job', async () =>
    (await queues()).map(({ name, waiting }) => [name, waiting]),
  )
  metrics.gauges('juluo_jobs_failed', 'Jobs that failed for good', 'job', async () =>
    (await queues()).map(({ name, failed }) => [name, failed]),
  )
  metrics.gauges('juluo_jobs_oldest_seconds', 'Age of the oldest job that could run', 'job', async () =>
    (await queues()).map(({ name, oldestSeconds }) => [name, oldestSeconds]),
  )
}
