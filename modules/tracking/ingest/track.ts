/**
 * Takes a batch: checks every event, writes the good ones, and tells which were refused and why. It
 * returns after the commit that holds them.
 */
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { findMemberIds, noteSeen } from '#modules/members/api.ts'
import { trackingProblems } from '../problems.ts'
import { remember } from '../remembered.ts'
import { faults } from '../tracking.messages.ts'
import { linkVisitor } from '../visitors/linking.ts'
import type { Batch } from './batch.ts'
import { deviceOf } from './device.ts'
import type { TrackedEvent } from './event.ts'
import type { Intake } from './intake.ts'
import type { Fault } from './props.ts'
import type { Sender } from './sender.ts'
import { frameBatch, readEvent } from './validate.ts'

export interface Refusal {
  readonly index: number
  /** Stable, in snake case: `bad_name`. */
  readonly code: string
  readonly message: string
}

export interface Answer {
  readonly accepted: number
  readonly duplicates: number
  readonly errors: readonly Refusal[]
}

export interface Tracker {
  track(ctx: Ctx, sender: Sender, batch: Batch, userAgent: string): Promise<Answer>
}

export function openTracker(intake: Intake): Tracker {
  // Links and visits are settled in PostgreSQL; these only spare asking again for each batch.
  const linked = remember<boolean>(600_000, 20_000)
  const seen = remember(300_000, 20_000)

  return {
    async track(ctx, sender, batch, userAgent) {
      const device = deviceOf(userAgent)
      const frame = frameBatch(batch, sender, {
        receivedAt: ctx.now.getTime(),
        // A server is a program by nature; what it reports was done by people.
        bot: device.bot && sender.kind !== 'server',
        device: device.kind,
      })
      const good: TrackedEvent[] = []
      const errors: Refusal[] = []
      const strangers = sender.kind === 'server' ? await findStrangers(ctx, batch) : undefined
      for (const [index, raw] of batch.events.entries()) {
        const event = readEvent(raw, frame)
        if ('fault' in event) errors.push(refusal(index, event, ctx.locale))
        else if (event.memberId !== null && strangers?.has(event.memberId))
          errors.push(refusal(index, { fault: 'unknownMember' }, ctx.locale))
        else good.push(event)
      }
      if (good.length === 0) return { accepted: 0, duplicates: 0, errors }

      const taken = intake.add(good)
      if (!taken) throw trackingProblems.ingestBusy({ retryAfter: 2 })
      const { duplicates } = await taken.catch((cause: unknown) => {
        // Not committed, so not acknowledged; the sender keeps the events and comes again.
        throw problems.unavailable({ retryAfter: 5, cause })
      })
      for (const { anonymousId, memberId } of proofs(good)) {
        const pair = `${anonymousId} ${memberId}`
        const proof = sender.kind === 'server' ? 'server' : 'session'
        await linked.get(pair, () =>
          linkVisitor(ctx, { anonymousId, memberId, proof, firstTouch: batch.firstTouch }),
        )
      }
      if (sender.memberId && !frame.anonymise && !seen.seen(sender.memberId))
        await noteSeen(ctx, sender.memberId)
      return { accepted: good.length - duplicates.length, duplicates: duplicates.length, errors }
    },
  }
}

/** Pairs of browser and member that the events prove; `memberId` got there by a session or a server key only. */
function* proofs(events: readonly TrackedEvent[]): Iterable<{ anonymousId: string; memberId: string }> {
  let last = ''
  for (const { anonymousId, memberId } of events) {
    if (anonymousId === null || memberId === null || anonymousId === last) continue
    last = anonymousId
    yield { anonymousId, memberId }
  }
}

/** Ids that a server named and that belong to nobody. */
async function findStrangers(ctx: Ctx, batch: Batch): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const raw of batch.events) {
    const memberId = (raw as { memberId?: unknown } | null)?.memberId
    if (typeof memberId === 'string' && /^[1-9]\d{0,17}$/.test(memberId)) named.add(memberId)
  }
  if (named.size === 0) return named
  const members = await findMemberIds(ctx, [...named])
  return new Set([...named].filter((id) => !members.has(id)))
}

const codeOf = (fault: Fault['fault']) => fault.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const refusal = (index: number, fault: Fault, locale: Locale): Refusal => ({
  index,
  code: codeOf(fault.fault),
  message: render(faults[fault.fault], locale, fault.name === undefined ? {} : { name: fault.name }),
})
