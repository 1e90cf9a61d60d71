/** The first run: exactly one caller founds the community and becomes its owner. */
import { hashPassword } from 'better-auth/crypto'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { findAccountByEmail, makeAccount } from '../accounts/accounts.ts'
import { normaliseEmail } from '../accounts/email.ts'
import { audit } from '../audit/audit.ts'
import { defaultPrivacy, defaultTerms } from '../consents/default-policies.ts'
import { publishPolicy } from '../consents/policies.ts'
import { communityFounded, operatorJoined } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { isZone } from './community.ts'

export interface Founding {
  readonly owner: { readonly name: string; readonly email: string; readonly password: string }
  readonly brand: { readonly name: string; readonly slogan?: string; readonly logoFileId?: Id | null }
  readonly timeZone: string
  readonly locale: Locale
  readonly start: 'empty' | 'demo'
}

/** Founds the community. Resolves to the owner's account. Throws `already_founded`, `zone_unknown`. */
export async function foundCommunity(ctx: Ctx, founding: Founding): Promise<Id> {
  if (!isZone(founding.timeZone)) throw identityProblems.zoneUnknown({ values: { zone: founding.timeZone } })
  const passwordHash = await hashPassword(founding.owner.password)
  return await transact(ctx, async (inner) => {
    // The one row decides the race: whoever inserts it founds, everyone else waits here and finds it taken.
    const community = await inner.db
      .insertInto('community')
      .values({
        name: founding.brand.name,
        slogan: founding.brand.slogan ?? '',
        logo_file_id: founding.brand.logoFileId ?? null,
        time_zone: founding.timeZone,
        locale: founding.locale,
        founded_at: inner.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!community) throw identityProblems.alreadyFounded()
    const ownerId = await makeAccount(inner, {
      name: founding.owner.name,
      email: founding.owner.email,
      passwordHash,
      locale: founding.locale,
      by: 'setup',
    })
    if (!ownerId) throw problems.conflict()
    await becomeOwner(inner, ownerId)
    await publishPolicy(inner, { code: 'terms', ...defaultTerms(founding.brand.name) })
    await publishPolicy(inner, { code: 'privacy', ...defaultPrivacy(founding.brand.name) })
    await announce(
      inner,
      communityFounded,
      { communityId: community.id, ownerId, start: founding.start },
      { object: { kind: 'community', id: community.id } },
    )
    await audit(
      inner,
      'community.founded',
      { kind: 'community', id: community.id },
      { name: founding.brand.name, ownerId, start: founding.start },
    )
    return ownerId
  })
}

async function becomeOwner(ctx: Ctx, accountId: Id): Promise<void> {
  await ctx.db
    .insertInto('operator')
    .columns(['account_id', 'role_id', 'joined_at'])
    .expression((eb) =>
      eb
        .selectFrom('operator_role')
        .where('key', '=', 'owner')
        .select((each) => [each.val(accountId).as('account_id'), 'id', each.val(ctx.now).as('joined_at')]),
    )
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet((eb) => ({ role_id: eb.ref('excluded.role_id') })),
    )
    .execute()
  await announce(
    ctx,
    operatorJoined,
    { accountId, role: 'owner' },
    { object: { kind: 'account', id: accountId } },
  )
}

/** For the command line: makes somebody an owner, with an account of their own when they have none. */
export async function createOwner(
  ctx: Ctx,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Id> {
  const email = normaliseEmail(person.email)
  const passwordHash = await hashPassword(person.password)
  return await transact(ctx, async (inner) => {
    const id =
      (await makeAccount(inner, { name: person.name, email, passwordHash, by: 'operator' })) ??
      (await findAccountByEmail(inner, email))?.id
    if (!id) throw problems.conflict()
    await becomeOwner(inner, id)
    await audit(inner, 'operator.made_owner', { kind: 'account', id })
    return id
  })
}
