/** Works off jobs until it is killed. */
import { openDatabase } from '#base/db/database.ts'
import { startBoss } from '#base/jobs/boss.ts'
import { declareQueues } from '#base/jobs/queue.ts'
import { workOff } from '#base/jobs/work.ts'
import { openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { crashJobs } from './crash-jobs.ts'

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const url = process.env.DATABASE_URL!
const connection = openDatabase({ url, max: 8 })
const listener = openListener({ url })
await listener.ready
const boss = await startBoss({ connection, listener, supervises: true, log: quiet })
await declareQueues(boss, crashJobs)
await workOff({ boss, connection, listener, jobs: crashJobs, log: quiet, tell: async () => undefined })
process.stdout.write('ready\n')
