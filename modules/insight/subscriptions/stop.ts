/**
 * Stopping a subscription from its mail, without signing in (RFC 8058). The link is sealed: it names the reader and the
 * subscription to us only. Opening it changes nothing, because programs that look through mail open links.
 */
import type { Id } from '#base/access/actor.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'

export const stopSealer = ({ secrets }: Pick<InsightParts, 'secrets'>): Sealer =>
  createSealer(secrets.key('insight.stop-letter'))

export const stopAddress = (baseUrl: string, sealer: Sealer, subscription: Id, reader: Id): string =>
  `${baseUrl}/unsubscribe/letter/${sealer.seal(`letter:${subscription}:${reader}`)}`

/** Throws `letter_link_invalid`. */
export function readStopToken(sealer: Sealer, token: string): { subscription: Id; reader: Id } {
  let text: string
  try {
    text = sealer.open(token)
  } catch {
    throw insightProblems.letterLinkInvalid()
  }
  const found = /^letter:(\d{1,19}):(\d{1,19})$/.exec(text)
  if (!found) throw insightProblems.letterLinkInvalid()
  return { subscription: found[1]!, reader: found[2]! }
}
