/** The levels of trust: what each allows and how one reaches it. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience, Definition } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { contentArranged } from '../facts.ts'
import { usualRules } from './presets.ts'
import { trustProblems } from './problems.ts'
import type { TrustLimits } from './shapes.ts'
import { levelNames } from './trust.messages.ts'

export interface TrustLevel {
  readonly rank: number
  /** Empty: the product's word. */
  readonly name: string
  /** Null: nobody comes here by a rule. */
  readonly definition: Definition | null
  /** The team wrote the rule itself. */
  readonly ownRule: boolean
  readonly limits: TrustLimits
  readonly byHand: boolean
  readonly keeps: boolean
  readonly revision: number
  readonly members: number
}

/** Lowest first; members without a row stand at the lowest and are not counted there. */
export async function findLevels(ctx: Ctx): Promise<TrustLevel[]> {
  const rows = await ctx.db
    .selectFrom('trust_level as l')
    .select((eb) => [
      'l.rank',
      'l.name',
      'l.definition',
      'l.limits',
      'l.by_hand',
      'l.keeps',
      'l.revision',
      eb
        .selectFrom('member_trust as m')
        .select((count) => count.fn.countAll<string>().as('count'))
        .whereRef('m.rank', '=', 'l.rank')
        .as('members'),
    ])
    .orderBy('l.rank')
    .execute()
  return rows.map((row) => ({
    rank: row.rank,
    name: row.name,
    definition: row.by_hand
      ? null
      : ((row.definition as unknown as Definition | null) ?? usualRules[row.rank] ?? null),
    ownRule: row.definition !== null,
    limits: row.limits as unknown as TrustLimits,
    byHand: row.by_hand,
    keeps: row.keeps,
    revision: row.revision,
    members: Number(row.members ?? 0),
  }))
}

export const nameOfLevel = (ctx: Ctx, { rank, name }: Pick<TrustLevel, 'rank' | 'name'>): string =>
  name || (levelNames[rank] ? render(levelNames[rank], ctx.locale) : String(rank))

export interface LevelChange {
  readonly name: string
  /** Null: the usual rule of the level. */
  readonly definition: Definition | null
  readonly limits: TrustLimits
  readonly keeps: boolean
  /** The revision that was seen. */
  readonly revision: number
}

/** Throws `level_not_found`, `condition_invalid`, `conflict` when somebody else was faster. */
export async function saveLevel(
  ctx: Ctx,
  audience: Audience,
  rank: number,
  change: LevelChange,
): Promise<void> {
  if (change.definition) await audience.check(ctx, change.definition, ['body', 'definition'])
  await transact(ctx, async (tx) => {
    const now = await tx.db
      .selectFrom('trust_level')
      .select(['rank', 'revision'])
      .where('rank', '=', rank)
      .forUpdate()
      .executeTakeFirst()
    if (!now) throw trustProblems.levelNotFound()
    if (now.revision !== change.revision) throw problems.conflict()
    await tx.db
      .updateTable('trust_level')
      .set({
        name: change.name,
        definition: change.definition && JSON.stringify(change.definition),
        limits: JSON.stringify(change.limits),
        keeps: change.keeps,
        revision: now.revision + 1,
      })
      .where('rank', '=', rank)
      .execute()
    await announce(tx, contentArranged, { part: 'trust' })
    await audit(
      tx,
      'content.trust_level_saved',
      { kind: 'trust_level', id: String(rank) },
      { limits: change.limits },
    )
  })
}

/** Where a member stands; the lowest level for who has no row. */
export async function findStanding(
  ctx: Ctx,
  memberId: Id,
): Promise<{ rank: number; heldBy: string | null; reason: string; since: Date | null }> {
  const row = await ctx.db
    .selectFrom('member_trust')
    .select(['rank', 'held_by as heldBy', 'reason', 'since'])
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row ?? { rank: 0, heldBy: null, reason: '', since: null }
}
