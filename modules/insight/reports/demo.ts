/** Weekly reports of the weeks before the latest, as the operators of the demo brand wrote into them. */
import { sql } from 'kysely'
import { type Ctx, transact } from '#base/context.ts'
import { simulatedLock } from '#base/declarations/simulated.ts'
import { addToDay } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import type { InsightParts } from '../parts.ts'
import { lastWhole } from './kinds.ts'
import { makeReport } from './make.ts'
import { claimReport, writeNotes } from './reports.ts'

/** Weeks back from the latest whole one, which is left to be made by whoever looks. */
const written: readonly { readonly back: number; readonly summary: string; readonly nextSteps: string }[] = [
  {
    back: 3,
    summary: '周三杯测因为门店装修先停一次，手冲研究所的评论当周就少了。总量还稳，靠的是新人。',
    nextSteps: '问施工队要恢复的日子；停办期间先在群里办线上盲测。',
  },
  {
    back: 2,
    summary: '线上盲测没有办起来，常来杯测的人里有一批这周没露面。',
    nextSteps: '把常参加杯测的人存成名单，由阿澈逐个打招呼。',
  },
  {
    back: 1,
    summary: '手冲研究所亮了红灯，别的群都正常。看原因，只有杯测停了这一件事对得上。',
    nextSteps: '下周三借隔壁烘焙坊的场地恢复杯测，两周后看周活跃率回不回 30%。',
  },
]

/** Makes those that are not there. The warehouse must be filled. */
export async function loadDemoReports(ctx: Ctx, parts: InsightParts, signal: AbortSignal): Promise<void> {
  const seed: Ctx = { ...ctx, actor: { kind: 'system', name: 'seed' } }
  const { today } = await readClock(ctx)
  const latest = lastWhole('weekly', today)
  for (const { back, ...notes } of written) {
    signal.throwIfAborted()
    const report = await transact(seed, async (tx) => {
      // Nobody takes the demo out meanwhile; when somebody did, there is nothing to tell.
      await sql`select pg_advisory_xact_lock(${simulatedLock})`.execute(tx.db)
      const there = await tx.db.selectFrom('seed_run').select('id').limit(1).executeTakeFirst()
      return (
        there &&
        (await claimReport(tx, { kind: 'weekly', day: addToDay(latest.from, -7 * back, 'day') })).report
      )
    })
    if (!report) return
    const made = await makeReport(seed, parts, report.id, { signal, progress: async () => undefined })
    if (made.madeAt && made.notesVersion === 0) await writeNotes(seed, made.id, { version: 0, ...notes })
  }
}
