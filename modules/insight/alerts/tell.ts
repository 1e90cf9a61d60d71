/**
 * Telling of a signal: its owner by mail, a robot in a chat. Each way once, however often the job runs; what may
 * happen when it is killed in between stands in `base/robots/telling.ts`.
 */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Locale, locales, render } from '#base/i18n/messages.ts'
import { defineJob } from '#base/jobs/job.ts'
import { button, defineMail, heading, note, paragraph } from '#base/mail/template.ts'
import { robotAddress } from '#base/robots/robots.ts'
import { tellRobot } from '#base/robots/telling.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import type { InsightParts } from '../parts.ts'
import { alertLabels, tellWords as words } from './alerts.messages.ts'
import { metricNames } from './metric-names.ts'
import { ruleName } from './presets.ts'
import { signalNote, signalTitle, type Told } from './sentences.ts'
import { getSignal } from './signals.ts'

/** Seals the addresses of robots. */
export const robotSealer = ({ secrets }: Pick<InsightParts, 'secrets'>): Sealer =>
  createSealer(secrets.key('insight.robots'))

const signalMail = defineMail<{
  name: string
  title: string
  evidence: string
  rule: string
  url: string
}>({
  name: 'insight.signal',
  compose: ({ name, title, evidence, rule, url }, { say }) => ({
    subject: say(words.subject, { title }),
    preview: evidence,
    blocks: [
      heading(say(words.hello, { name })),
      paragraph(title),
      paragraph(evidence),
      button(say(words.open), url),
      note(say(words.why, { rule })),
    ],
  }),
})

const asLocale = (value: string | null): Locale => locales.find((each) => each === value) ?? 'zh-CN'

export const tellJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.tell_signal',
    label: alertLabels.tell,
    input: z.object({ signalId: z.string() }),
    // With the pauses of the queue these reach over an hour: long enough for a chat that is in trouble.
    retries: 20,
    expireSeconds: 60,
    keepDays: 7,
    run: async (ctx, { signalId }) => await tellOf(ctx, parts, signalId),
  })

/** Tells of a signal by all ways of its rule that have not been used for it. */
export async function tellOf(ctx: Ctx, parts: InsightParts, signalId: Id): Promise<readonly string[]> {
  const signal = await getSignal(ctx, signalId)
  if (!signal.ruleId) return []
  const rule = await ctx.db
    .selectFrom('alert_rule as r')
    .leftJoin('account as a', 'a.id', 'r.owner_id')
    .select(['r.name', 'r.preset', 'r.mail', 'r.robot', 'a.name as ownerName', 'a.email', 'a.locale'])
    .where('r.id', '=', signal.ruleId)
    .executeTakeFirst()
  if (!rule) return []
  const metrics = await metricNames(ctx)
  const told: Told = {
    evidence: signal.evidence,
    groupName: signal.groupName,
    goalName: null,
    metricName: metrics(signal.evidence.metric),
  }
  const url = `${parts.config.baseUrl}/console/plan/signals/${signalId}`
  const ways: string[] = []
  if (rule.mail && rule.email) {
    const { email, ownerName } = rule
    const locale = asLocale(rule.locale)
    const sent = await onceBy(ctx, signalId, 'mail', async (tx) => {
      await parts.mail.send(tx, {
        to: email,
        template: signalMail,
        locale,
        key: `signal:${signalId}`,
        later: true,
        values: {
          name: ownerName ?? '',
          title: signalTitle(told, locale),
          evidence: signalNote(told, locale),
          rule: ruleName(rule, locale),
          url,
        },
      })
    })
    if (sent) ways.push('mail')
  }
  if (rule.robot) {
    const robot = robotAddress.parse(JSON.parse(robotSealer(parts).open(rule.robot)))
    const locale: Locale = 'zh-CN'
    const outcome = await tellRobot(ctx, parts.egress, {
      key: `signal:${signalId}`,
      robot,
      message: {
        title: signalTitle(told, locale),
        lines: [signalNote(told, locale)],
        link: { text: render(words.open, locale), url },
      },
    })
    if (outcome === 'told') ways.push('robot')
  }
  return ways
}

/** Does it unless it was done; the note stands in the transaction that sends. */
async function onceBy(
  ctx: Ctx,
  signalId: Id,
  way: string,
  send: (tx: Ctx) => Promise<void>,
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const first = await tx.db
      .insertInto('signal_told')
      .values({ signal_id: signalId, way, told_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('way')
      .executeTakeFirst()
    if (!first) return false
    await send(tx)
    return true
  })
}
