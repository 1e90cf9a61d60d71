/** Sharing a report with colleagues and chats now. What leaves is what it says now, with what was written into it. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { render } from '#base/i18n/messages.ts'
import { defineJob } from '#base/jobs/job.ts'
import { robotAddress } from '#base/robots/robots.ts'
import { tellRobot } from '#base/robots/telling.ts'
import { audit, findOperatorReaders } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import type { Letter } from '../subscriptions/letter.ts'
import { letterMail } from '../subscriptions/letter-mail.ts'
import { letterRobotSealer, requireRobots } from '../subscriptions/robots.ts'
import { subscriptionWords } from '../subscriptions/subscriptions.messages.ts'
import { reportLetter } from './letter.ts'
import { readReport } from './reading.ts'
import { reportWords as words } from './reports.messages.ts'

interface Share {
  readonly readers: readonly Id[]
  readonly robots: readonly Id[]
}

/**
 * Queues the mails, and a job for the chats. Throws `report_not_found`, `report_not_ready`, `nobody_to_send_to`,
 * `reader_may_not`, `robot_not_found`, `too_many_requests`.
 */
export async function shareReport(
  ctx: Ctx,
  parts: InsightParts,
  id: Id,
  { readers, robots }: Share,
): Promise<void> {
  if (readers.length + robots.length === 0) throw insightProblems.nobodyToSendTo()
  const whole = await readReport(ctx, id)
  const people = await findOperatorReaders(ctx, readers, parts.declared.permissions())
  if (people.filter(({ actor }) => may(actor, 'insight.read')).length < new Set(readers).size)
    throw insightProblems.readerMayNot()
  await requireRobots(ctx, robots)
  const from = ctx.actor.kind === 'account' ? ctx.actor.name : undefined
  // Drawn before the transaction: pictures take a moment.
  const letters = new Map<Locale, Letter>()
  for (const { locale } of people)
    if (!letters.has(locale))
      letters.set(
        locale,
        await reportLetter(whole, {
          locale,
          baseUrl: parts.config.baseUrl,
          ...(from === undefined ? {} : { from }),
        }),
      )
  await transact(ctx, async (tx) => {
    for (const { email, locale } of people)
      await parts.mail.send(tx, {
        to: email,
        template: letterMail,
        locale,
        later: true,
        values: { letter: letters.get(locale)!, why: render(subscriptionWords.sharedOnce, locale) },
      })
    for (const robot of new Set(robots))
      await parts.jobs.enqueue(tx, shareToChatJob(parts), {
        reportId: id,
        robotId: robot,
        // One wish is told once, however often the job runs.
        wish: crypto.randomUUID(),
      })
    await audit(tx, 'report.shared', { kind: 'report', id }, { readers, robots })
  })
}

export const shareToChatJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.share_report',
    label: words.shareJob,
    input: z.object({ reportId: z.string(), robotId: z.string(), wish: z.string() }),
    keepDays: 7,
    run: async (ctx, { reportId, robotId, wish }) => {
      const row = await ctx.db
        .selectFrom('letter_robot')
        .select('address')
        .where('id', '=', sql<Id>`${robotId}::bigint`)
        .executeTakeFirst()
      if (!row) return { told: false }
      const whole = await readReport(ctx, reportId)
      const { robot } = await reportLetter(whole, { locale: 'zh-CN', baseUrl: parts.config.baseUrl })
      const outcome = await tellRobot(ctx, parts.egress, {
        key: `report:${reportId}:${wish}`,
        robot: robotAddress.parse(JSON.parse(letterRobotSealer(parts).open(row.address))),
        message: robot,
      })
      return { told: outcome === 'told' }
    },
  })
