/** The community of this installation: its brand, language and time zone. One row, written by the first-run setup. */
import type { Selectable } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Community } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { audit, changes } from '../audit/audit.ts'
import { communityChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'

export type CommunityRow = Selectable<Community>

/** The community, or undefined before the setup. */
export async function findCommunity(ctx: Pick<Ctx, 'db'>): Promise<CommunityRow | undefined> {
  return await ctx.db.selectFrom('community').selectAll().executeTakeFirst()
}

export interface CommunityChange {
  readonly name?: string
  readonly slogan?: string
  readonly logoFileId?: Id | null
  readonly timeZone?: string
  readonly locale?: Locale
  readonly icp?: string
  readonly policeFiling?: string
}

/** True for a zone that this machine's tables know, such as `Asia/Shanghai`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Z]/.test(zone)
  } catch {
    return false
  }
}

export async function changeCommunity(ctx: Ctx, change: CommunityChange): Promise<CommunityRow> {
  if (change.timeZone !== undefined && !isZone(change.timeZone))
    throw identityProblems.zoneUnknown({ values: { zone: change.timeZone } })
  return await transact(ctx, async (inner) => {
    const before = await inner.db.selectFrom('community').selectAll().forUpdate().executeTakeFirst()
    if (!before) throw identityProblems.notFounded()
    const wanted = {
      name: change.name,
      slogan: change.slogan,
      logo_file_id: change.logoFileId,
      time_zone: change.timeZone,
      locale: change.locale,
      icp: change.icp,
      police_filing: change.policeFiling,
    }
    const changed = changes<Record<string, unknown>>(before, wanted)
    if (Object.keys(changed).length === 0) return before
    if (change.logoFileId && 'logo_file_id' in changed) await requireOwnPicture(inner, change.logoFileId)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after = await inner.db
      .updateTable('community')
      .set({ ...given, updated_at: inner.now })
      .returningAll()
      .executeTakeFirstOrThrow()
    await announce(inner, communityChanged, { fields: Object.keys(changed) })
    await audit(inner, 'community.changed', { kind: 'community', id: before.id }, changed)
    return after
  })
}
