/** Finds out who sends a batch: a session, a server key, a write-only key, or a page of this site. */
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { RequestInfo } from '#base/http/request.ts'

import { agreesTo } from '#modules/identity/api.ts'
import { findTrackKey } from '../keys/keys.ts'
import { trackingProblems } from '../problems.ts'
import { remember } from '../remembered.ts'
import type { Sender } from './sender.ts'

export interface Senders {
  find(ctx: Ctx, request: Pick<RequestInfo, 'headers'>, keyInBody: string | undefined): Promise<Sender>
}

/** `baseUrl` is the public address: its own pages need no key. */
export function openSenders(baseUrl: string): Senders {
  const origin = new URL(baseUrl).origin
  const keys = remember<{ id: Id; test: boolean } | undefined>(5_000)
  // A withdrawn consent is honoured within half a minute (L-02 asks for minutes).
  const consents = remember<boolean>(30_000)

  return {
    async find(ctx, { headers }, keyInBody) {
      const { actor } = ctx
      if (actor.kind === 'apiKey') {
        if (!actor.scopes.has('tracking.write')) throw problems.forbidden()
        return sender('server', describeActor(actor), { test: false })
      }
      if (actor.kind === 'account') {
        const agrees = await consents.get(actor.accountId, () => agreesTo(ctx, actor.accountId, 'analytics'))
        // Only a yes is remembered: whoever agrees now is known with his next batch.
        if (!agrees) consents.forget(actor.accountId)
        return {
          kind: 'session',
          actor: agrees ? describeActor(actor) : 'anonymous',
          memberId: agrees ? actor.memberId : undefined,
          anonymise: !agrees,
          staff: actor.operator !== undefined,
          test: false,
        }
      }
      const secret = headers.get('x-track-key') ?? keyInBody
      if (secret !== undefined) {
        const key = await keys.get(secret, () => findTrackKey(ctx, secret))
        if (!key) throw trackingProblems.trackKeyUnknown()
        return sender('key', `trackKey:${key.id}`, key)
      }
      if (isOwnPage(headers, origin)) return sender('site', 'anonymous', { test: false })
      throw trackingProblems.trackKeyRequired()
    },
  }
}

const sender = (kind: Sender['kind'], actor: string, { test }: { test: boolean }): Sender => ({
  kind,
  actor,
  memberId: undefined,
  anonymise: false,
  staff: false,
  test,
})

/** Whether the browser says that one of our own pages sends this. A forger gains what a public key would give him. */
function isOwnPage(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site')
  return site === 'same-origin' || (site === null && headers.get('origin') === origin)
}
