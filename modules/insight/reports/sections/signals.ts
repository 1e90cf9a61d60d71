/** Signals that were raised or closed in the time, from their frozen evidence. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { locales, type Message } from '#base/i18n/messages.ts'
import { formatDate } from '#base/time/format.ts'
import { metricNames } from '../../alerts/metric-names.ts'
import { signalTitle } from '../../alerts/sentences.ts'
import { type Signal, signals } from '../../alerts/signals.ts'
import { both, type ReportCell, type ReportSection } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'

const mostShown = 30

/** Raised or closed in the time, or open at its end; the latest first. */
export async function findSignalsOf({ asking, instants, group }: Material): Promise<Signal[]> {
  let query = signals(asking.ctx)
    .where('s.raised_at', '<', instants.to)
    .where(sql<boolean>`(s.closed_at is null or s.closed_at >= ${instants.from}::timestamptz)`)
  if (group) query = query.where('s.group_id', '=', group)
  return await query.orderBy('s.raised_at', 'desc').orderBy('s.id', 'desc').limit(500).execute()
}

/** Titles of signals in both languages. */
export async function titlesOf(
  { asking }: Material,
  of: readonly Signal[],
): Promise<ReadonlyMap<Id, Message>> {
  const names = await Promise.all(locales.map((locale) => metricNames({ ...asking.ctx, locale })))
  return new Map(
    of.map((signal) => [
      signal.id,
      both((locale) =>
        signalTitle(
          {
            evidence: signal.evidence,
            groupName: signal.groupName,
            goalName: signal.goalId ? signal.name : null,
            metricName: names[locales.indexOf(locale)]!(signal.evidence.metric),
          },
          locale,
        ),
      ),
    ]),
  )
}

export async function signalsSection(from: Material): Promise<ReportSection> {
  const { from: begin, to: end } = from.instants
  const found = await findSignalsOf(from)
  const within = (at: Date | null) => at !== null && at >= begin && at < end
  const raised = found.filter(({ raisedAt }) => within(raisedAt))
  const closed = found.filter(({ closedAt }) => within(closedAt))
  const open = found.filter(({ closedAt }) => closedAt === null || closedAt >= end)
  const shown = [...new Set([...raised, ...closed])].slice(0, mostShown)
  const titles = await titlesOf(from, shown)
  return {
    name: 'signals',
    label: sectionLabels.signals,
    title: from.say(raised.length + closed.length === 0 ? words.signalsNone : words.signalsTitle, () => ({
      raised: raised.length,
      closed: closed.length,
      open: open.length,
    })),
    about: words.signalsAbout,
    parts:
      shown.length === 0
        ? []
        : [
            {
              kind: 'table',
              title: null,
              head: [words.signalHead, words.raisedHead, words.stateHead],
              figures: [1],
              rows: shown.map((signal): ReportCell[] => {
                const over = within(signal.closedAt) ? signal.outcome : null
                return [
                  {
                    text: titles.get(signal.id)!,
                    door: signal.goalId
                      ? { path: `/plan/goals/${signal.goalId}` }
                      : { path: `/plan/signals/${signal.id}` },
                  },
                  { text: both((locale) => formatDate(signal.raisedAt, locale, from.zone)) },
                  over
                    ? { text: words[over], tone: over === 'dismissed' ? 'plain' : 'good' }
                    : { text: words.stillOpen, tone: 'warn' },
                ]
              }),
            },
          ],
    door: { path: '/plan/alerts' },
  }
}
