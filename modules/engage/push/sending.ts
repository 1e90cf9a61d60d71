/**
 * Sending what is due. A push service cannot take part in a transaction: killed between its yes and our note of
 * it, a push is repeated, with the same tag, so that it takes the place of the first on the screen.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { Egress, Log } from '#base/parts.ts'
import type { Sealer } from '#base/sealer.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { engageTexts as texts } from '../engage.messages.ts'
import { findPeople, type Person, readerCtx } from '../inbox/people.sql.ts'
import { type NoticeRow, type Shown, showNotices } from '../inbox/showing.ts'
import { endOfQuiet } from '../quiet.ts'
import type { Sources } from '../sources.ts'
import {
  type Claim,
  claimDue,
  endClaims,
  findSubscriptions,
  findUnread,
  type HeldSubscription,
  putOff,
} from './claims.sql.ts'
import { type PushMessage, type PushOutcome, pushTo } from './request.ts'
import type { Subscription } from './subscriptions.ts'
import type { Vapid } from './vapid.ts'

export interface PushParts {
  readonly egress: Egress
  readonly vapid: Vapid
  readonly subject: string
  readonly sealer: Sealer
  readonly sources: Sources
  readonly log: Log
}

const batch = 100
/** Members whose pushes leave at the same time. */
const lanes = 8
/** More than this many at once are one push that says how many. */
const severalFrom = 4
const mostAttempts = 6

/** Sends all that is due, batch by batch. Resolves to how many pushes were handled. */
export async function sendDue(begun: Ctx, parts: PushParts, signal?: AbortSignal): Promise<number> {
  let handled = 0
  const begunAt = performance.now()
  for (;;) {
    signal?.throwIfAborted()
    // A long queue takes its time: what is taken is held from now on, and nights begin meanwhile.
    const ctx = { ...begun, now: new Date(begun.now.getTime() + (performance.now() - begunAt)) }
    const claims = await claimDue(ctx, batch)
    if (claims.length === 0) return handled
    const byMember = Map.groupBy(claims, (claim) => claim.memberId)
    const people = new Map((await findPeople(ctx, [...byMember.keys()])).map((each) => [each.memberId, each]))
    const notices = await findUnread(
      ctx,
      claims.flatMap(({ noticeId }) => noticeId ?? []),
    )
    const subscriptions = await findSubscriptions(ctx, [...byMember.keys()])
    const title = (await findCommunity(ctx))?.name ?? ''
    const waiting = [...byMember]
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [memberId, own] = next
        await sendToMember(ctx, parts, title, own, {
          person: people.get(memberId),
          notices,
          subscriptions: subscriptions.get(memberId) ?? [],
        })
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    handled += claims.length
  }
}

interface Scene {
  readonly person: Person | undefined
  readonly notices: ReadonlyMap<Id, NoticeRow>
  readonly subscriptions: readonly HeldSubscription[]
}

const idsOf = (claims: readonly Claim[]): Id[] => claims.map(({ id }) => id)

async function sendToMember(
  ctx: Ctx,
  parts: PushParts,
  title: string,
  all: readonly Claim[],
  { person, notices, subscriptions }: Scene,
): Promise<void> {
  if (!person) return await endClaims(ctx, idsOf(all), 'dropped', 'account')
  if (person.pausedUntil && person.pausedUntil > ctx.now)
    return await endClaims(ctx, idsOf(all), 'dropped', 'paused')
  if (subscriptions.length === 0) return await endClaims(ctx, idsOf(all), 'dropped', 'no_browser')
  // His hours may have changed since it was asked for.
  const rest = endOfQuiet(ctx.now, person)
  const held = rest ? all.filter(({ urgent }) => !urgent) : []
  if (rest && held.length > 0) await putOff(ctx, idsOf(held), rest, false)
  const claims = all.filter((claim) => !held.includes(claim))
  const unread = claims.filter(({ noticeId }) => noticeId !== null && notices.has(noticeId))
  const read = claims.filter((claim) => !unread.includes(claim))
  if (read.length > 0) await endClaims(ctx, idsOf(read), 'dropped', 'read')
  const rows = unread.map(({ noticeId }) => notices.get(noticeId!)!)
  const shown = new Map(
    (await showNotices(readerCtx(ctx, person), parts.sources, rows)).map((each) => [each.row.id, each]),
  )
  const unseen = unread.filter(({ noticeId }) => !shown.has(noticeId!))
  if (unseen.length > 0) await endClaims(ctx, idsOf(unseen), 'dropped', 'unseen')
  const ready = unread.filter((claim) => !unseen.includes(claim))
  const scene = { title, silent: rest !== undefined, unread: ready.length }
  if (ready.length >= severalFrom) {
    const body = render(texts.several, person.locale, { count: ready.length })
    const message = { ...scene, tag: 'inbox', body, path: '/inbox' }
    return await sendOne(ctx, parts, ready, message, subscriptions)
  }
  for (const claim of ready)
    await sendOne(ctx, parts, [claim], { ...scene, ...messageOf(shown.get(claim.noticeId!)!) }, subscriptions)
}

const messageOf = ({ row, text, quote, path }: Shown<NoticeRow>) => ({
  tag: `notice-${row.id}`,
  id: row.id,
  body: quote ? `${text}\n${shorten(quote)}` : text,
  path,
})

/** Push services take 4 KB; a screen shows two lines. */
const shorten = (text: string): string =>
  [...text].length > 120 ? `${[...text].slice(0, 119).join('')}…` : text

async function sendOne(
  ctx: Ctx,
  parts: PushParts,
  claims: readonly Claim[],
  message: PushMessage,
  subscriptions: readonly HeldSubscription[],
): Promise<void> {
  const urgent = claims.some((claim) => claim.urgent)
  // At the same time: a browser whose service hangs keeps nobody else's push waiting.
  const outcomes = await Promise.all(
    subscriptions.map(async ({ id, sealed }) => {
      const held = open(parts.sealer, sealed)
      const outcome: PushOutcome = held
        ? await pushTo(parts, held, message, urgent)
        : { kind: 'refused', reason: 'keys' }
      await noteOutcome(ctx, id, outcome)
      return outcome
    }),
  )
  const ids = idsOf(claims)
  if (outcomes.some(({ kind }) => kind === 'sent')) return await endClaims(ctx, ids, 'sent')
  const later = outcomes.find((outcome) => outcome.kind === 'later')
  const attempts = Math.max(...claims.map((claim) => claim.attempts))
  if (later && attempts < mostAttempts) {
    const seconds = later.seconds ?? 60 * 2 ** (attempts - 1)
    return await putOff(ctx, ids, new Date(ctx.now.getTime() + seconds * 1_000), true, later.reason)
  }
  const refused = outcomes.find((outcome) => outcome.kind === 'refused')
  const reason = later?.reason ?? refused?.reason
  if (!reason) return await endClaims(ctx, ids, 'dropped', 'gone')
  parts.log.warn({ reason, attempts }, 'a push could not be sent')
  await endClaims(ctx, ids, 'failed', reason)
}

/** Undefined for what was sealed with another secret: the browser has to be asked again. */
function open(sealer: Sealer, sealed: string): Subscription | undefined {
  try {
    return JSON.parse(sealer.open(sealed)) as Subscription
  } catch {
    return undefined
  }
}

/** What a push service says for good ends the subscription: an expired one, a forged one, one that never works. */
async function noteOutcome(ctx: Ctx, id: Id, outcome: PushOutcome): Promise<void> {
  const { db } = ctx
  if (
    outcome.kind === 'gone' ||
    (outcome.kind === 'refused' && ['keys', 'address'].includes(outcome.reason))
  ) {
    await db.deleteFrom('push_subscription').where('id', '=', id).execute()
    return
  }
  await db
    .updateTable('push_subscription')
    .set(
      outcome.kind === 'sent'
        ? { failures: 0, used_at: ctx.now }
        : (set) => ({ failures: set('failures', '+', 1) }),
    )
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('push_subscription').where('id', '=', id).where('failures', '>=', 20).execute()
}
