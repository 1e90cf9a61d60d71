/** Recurring work, kept by pg-boss: the declared list is the whole list, what is not on it goes. */
import type { PgBoss } from 'pg-boss'
import type { AnyJob, Schedule } from './job.ts'
import type { Envelope } from './queue.ts'

/**
 * Brings the queue's schedules to the declared list. What came due while nothing ran is made up for
 * once, whatever the number of occurrences missed. `communityZone` stands for the zone `community`.
 */
export async function declareSchedule(
  boss: PgBoss,
  schedule: readonly Schedule[],
  jobs: readonly AnyJob[],
  communityZone: string,
): Promise<void> {
  for (const entry of schedule) {
    const job = jobs.find(({ name }) => name === entry.job)
    if (!job) throw new Error(`The schedule names "${entry.job}", which no module declares as a job`)
    const envelope: Envelope = {
      input: job.input.parse(entry.input ?? {}),
      requestedBy: 'system:schedule',
      requestId: `schedule:${entry.job}`,
      locale: 'zh-CN',
      why: entry.why,
    }
    await boss.schedule(entry.job, entry.cron, envelope, {
      tz: entry.zone === 'community' ? communityZone : entry.zone,
      key: keyOf(entry),
      missed: 'once',
    })
  }
  const wanted = new Set(schedule.map((entry) => `${entry.job}\n${keyOf(entry)}`))
  for (const { name, key } of await boss.getSchedules())
    if (!wanted.has(`${name}\n${key}`)) await boss.unschedule(name, key)
}

/** Tells apart several schedules of one job; letters that pg-boss takes. */
const keyOf = ({ input }: Schedule): string =>
  input ? Buffer.from(JSON.stringify(input)).toString('base64url') : ''
