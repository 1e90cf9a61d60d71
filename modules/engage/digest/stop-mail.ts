/**
 * Stopping the digest from a mail, without signing in (RFC 8058). The link is sealed: it names the member to us
 * only, and can be made by nobody else. Opening it changes nothing, because programs that look through mail
 * open links; pressing the button, or the mail program's own, does.
 */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import type { Secrets } from '#base/secrets.ts'
import type { EngageParts } from '../parts.ts'
import { engageProblems } from '../problems.ts'
import { type DigestWay, findTimes, setTimes } from '../wishes/wishes.ts'

export const stopMailSealer = (secrets: Secrets): Sealer => createSealer(secrets.key('stop-mail'))

export const stopMailAddress = (baseUrl: string, sealer: Sealer, memberId: Id): string =>
  `${baseUrl}/unsubscribe/${sealer.seal(`digest:${memberId}`)}`

/** Whose link it is. Throws `link_invalid`. */
export function readToken(sealer: Sealer, token: string): Id {
  let text: string
  try {
    text = sealer.open(token)
  } catch {
    throw engageProblems.linkInvalid()
  }
  const id = /^digest:(\d{1,19})$/.exec(text)?.[1]
  if (!id) throw engageProblems.linkInvalid()
  return id
}

/** How the member of the link gets digests now. Throws `link_invalid` when he is gone. */
export async function findDigestWay(ctx: Ctx, memberId: Id): Promise<DigestWay> {
  await requireMember(ctx, memberId)
  return (await findTimes(ctx, memberId)).digest
}

export async function setDigestWay(
  ctx: Ctx,
  parts: Pick<EngageParts, 'live'>,
  memberId: Id,
  digest: DigestWay,
): Promise<void> {
  await transact(ctx, async (tx) => {
    await requireMember(tx, memberId)
    await setTimes(tx, parts, memberId, { digest })
  })
}

async function requireMember({ db }: Ctx, memberId: Id): Promise<void> {
  const found = await db.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst()
  if (!found) throw engageProblems.linkInvalid()
}
