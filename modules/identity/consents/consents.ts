/** The ledger of consents: entries are added, never changed; the newest for a purpose holds. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { consentGiven, consentWithdrawn } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { findPolicies } from './policies.ts'
import { type PurposeCode, purposes } from './purposes.ts'

/** Where and how somebody said yes or no. */
export interface ConsentScene {
  readonly channel: 'web' | 'import' | 'operator' | 'api'
  readonly at?: Date
  readonly ip?: string | null
  readonly userAgent?: string | null
  readonly evidence?: Record<string, unknown>
}

/** Writes what an account says about some purposes, each against the text that is in force now. */
export async function recordConsents(
  ctx: Ctx,
  accountId: Id,
  answers: Partial<Record<PurposeCode, boolean>>,
  scene: ConsentScene,
): Promise<void> {
  await transact(ctx, async (inner) => {
    const policies = await findPolicies(inner)
    for (const purpose of purposes) {
      const granted = answers[purpose.code]
      if (granted === undefined) continue
      const policy = policies[purpose.policy]
      if (!policy) throw identityProblems.notFounded()
      await inner.db
        .insertInto('consent_entry')
        .values({
          account_id: accountId,
          purpose: purpose.code,
          granted,
          policy_code: policy.code,
          policy_version: policy.version,
          text_hash: policy.text_hash,
          channel: scene.channel,
          at: scene.at ?? inner.now,
          ip: scene.ip ?? null,
          user_agent: scene.userAgent?.slice(0, 400) ?? null,
          evidence: JSON.stringify({ request: inner.requestId, ...scene.evidence }),
        })
        .execute()
      await announce(
        inner,
        granted ? consentGiven : consentWithdrawn,
        { accountId, purpose: purpose.code, version: policy.version },
        { object: { kind: 'account', id: accountId } },
      )
    }
  })
}

export interface ConsentState {
  readonly granted: boolean
  readonly version: number
  readonly at: Date
}

/** What holds now, by purpose; a purpose that was never answered is missing. */
export async function findConsents(
  ctx: Ctx,
  accountId: Id,
): Promise<Partial<Record<PurposeCode, ConsentState>>> {
  const rows = await ctx.db
    .selectFrom('consent_entry')
    .distinctOn('purpose')
    .select(['purpose', 'granted', 'policy_version', 'at'])
    .where('account_id', '=', accountId)
    .orderBy('purpose')
    .orderBy('id', 'desc')
    .execute()
  return Object.fromEntries(
    rows.map((row) => [row.purpose, { granted: row.granted, version: row.policy_version, at: row.at }]),
  )
}

/** True when the account agrees to a purpose now. No answer is a no. */
export async function agreesTo(ctx: Ctx, accountId: Id, purpose: PurposeCode): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('consent_entry')
    .select('granted')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.granted ?? false
}
