/**
 * Invitations to the team: by mail, for one address, once, for three days. The token is kept as a
 * hash; who holds it proves the mailbox, so a newcomer's address needs no second proof.
 */
import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Permission } from '#base/access/access.ts'
import { type Actor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { findAccountByEmail, getAccount, makeAccount } from '../accounts/accounts.ts'
import { asLocale } from '../accounts/email.ts'
import { audit } from '../audit/audit.ts'
import { recordConsents } from '../consents/consents.ts'
import type { Identity } from '../engine/identity.ts'
import { hashToken } from '../engine/store.ts'
import { operatorInvited, operatorJoined } from '../facts.ts'
import { links } from '../links.ts'
import { operatorInvitationMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { findOperatorRow, roleLabel } from './operators.sql.ts'
import { canHandOut, permissionsOf, type RolePowers } from './powers.ts'
import { getRole } from './roles.ts'
import { takeTurns } from './turns.ts'

const hours = 72

/** Open invitations, newest first. */
export const findInvitations = (ctx: Ctx) =>
  ctx.db
    .selectFrom('operator_invitation as i')
    .innerJoin('operator_role as r', 'r.id', 'i.role_id')
    .innerJoin('account as a', 'a.id', 'i.invited_by')
    .select([
      'i.id',
      'i.email',
      'i.invited_at',
      'i.expires_at',
      'i.role_id',
      'i.invited_by',
      'r.key as role_key',
      'r.name as role_name',
      'r.permissions as role_permissions',
      'a.name as invited_by_name',
    ])
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()

/** Invites an address; an open invitation for it is replaced. Throws `beyond_own_powers`, `already_operator`. */
export async function inviteOperator(
  identity: Identity,
  ctx: Ctx,
  given: { readonly email: string; readonly roleId: Id },
): Promise<Id> {
  const { actor } = ctx
  if (actor.kind !== 'account') throw problems.forbidden()
  const declared = identity.options.permissions()
  return await transact(ctx, async (inner) => {
    await takeTurns(inner)
    const role = await getRole(inner, given.roleId)
    if (!canHandOut(actor, role, declared)) throw identityProblems.beyondOwnPowers()
    const account = await findAccountByEmail(inner, given.email)
    if (account && (await isOperator(inner, account.id))) throw identityProblems.alreadyOperator()
    const replaced = await inner.db
      .updateTable('operator_invitation')
      .set({ withdrawn_at: inner.now })
      .where('email', '=', given.email)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('role_id')
      .executeTakeFirst()
    if (replaced && !canHandOut(actor, await getRole(inner, replaced.role_id), declared))
      throw identityProblems.beyondOwnPowers()
    const token = randomBytes(24).toString('base64url')
    const { id } = await inner.db
      .insertInto('operator_invitation')
      .values({
        email: given.email,
        role_id: role.id,
        token_hash: hashToken(token),
        invited_by: actor.accountId,
        invited_at: inner.now,
        expires_at: new Date(inner.now.getTime() + hours * 3_600_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const locale = account ? asLocale(account.locale) : inner.locale
    await mailTo(identity, inner, { email: given.email, locale }, operatorInvitationMail, {
      inviter: actor.name,
      role: roleLabel(role, locale),
      url: links.invitation(identity.parts.config.baseUrl, token),
      hours,
    })
    await announce(inner, operatorInvited, { invitationId: id, role: role.key ?? role.name })
    await audit(
      inner,
      'operator.invited',
      { kind: 'invitation', id },
      { email: given.email, role: role.key ?? role.name },
    )
    return id
  })
}

/** Takes an open invitation back. Throws `beyond_own_powers`, `not_found`. */
export async function withdrawInvitation(ctx: Ctx, id: Id, declared: readonly Permission[]): Promise<void> {
  await transact(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('operator_invitation')
      .set({ withdrawn_at: inner.now })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning(['email', 'role_id'])
      .executeTakeFirst()
    if (!row) throw problems.notFound()
    if (!canHandOut(inner.actor, await getRole(inner, row.role_id), declared))
      throw identityProblems.beyondOwnPowers()
    await audit(inner, 'operator.invitation_withdrawn', { kind: 'invitation', id }, { email: row.email })
  })
}

const isOperator = async (ctx: Ctx, accountId: Id): Promise<boolean> =>
  (await ctx.db
    .selectFrom('operator')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()) !== undefined

/** The open invitation of a token, while its maker could still send it. Throws `link_invalid`. */
export async function getInvitation(ctx: Ctx, token: string, declared: readonly Permission[]) {
  const row = await ctx.db
    .selectFrom('operator_invitation as i')
    .innerJoin('operator_role as r', 'r.id', 'i.role_id')
    .select(['i.id', 'i.email', 'i.role_id', 'i.invited_by', 'r.key', 'r.name', 'r.permissions'])
    .where('i.token_hash', '=', hashToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row || !(await couldStillInvite(ctx, row, declared))) throw identityProblems.linkInvalid()
  return row
}

/** Nobody comes back, or leaves anybody behind, by an invitation sent before the powers went. */
async function couldStillInvite(
  ctx: Ctx,
  { invited_by: accountId, ...role }: RolePowers & { readonly invited_by: Id },
  declared: readonly Permission[],
): Promise<boolean> {
  const maker = await findOperatorRow(ctx, accountId)
  if (!maker || maker.suspended_at !== null) return false
  const permissions = permissionsOf({ key: maker.role_key, permissions: maker.role_permissions }, declared)
  const actor: Actor = {
    kind: 'account',
    accountId,
    sessionId: '0',
    name: maker.name,
    suspended: false,
    operator: { role: maker.role_key ?? maker.role_name, permissions },
  }
  return may(actor, 'operators.manage') && canHandOut(actor, role, declared)
}

/**
 * Accepts an invitation: as the signed-in owner of the invited address, or as a newcomer who chooses a name and a
 * password. Resolves to the account, and whether it was made now. Throws `link_invalid`, `invitation_for_other`,
 * `invitation_needs_sign_in`.
 */
export async function acceptInvitation(
  ctx: Ctx,
  token: string,
  newcomer: { readonly name: string; readonly password: string } | undefined,
  request: { readonly ip: string; readonly userAgent: string | null },
  declared: readonly Permission[],
): Promise<{ accountId: Id; isNew: boolean }> {
  const passwordHash = newcomer ? await hashPassword(newcomer.password) : undefined
  return await transact(ctx, async (inner) => {
    await takeTurns(inner)
    const invitation = await getInvitation(inner, token, declared)
    const { actor } = inner
    const existing = await findAccountByEmail(inner, invitation.email)
    let accountId: Id
    let isNew = false
    if (actor.kind === 'account') {
      const own = await getAccount(inner, actor.accountId)
      if (own.email !== invitation.email || !own.email_verified) throw identityProblems.invitationForOther()
      accountId = own.id
    } else {
      if (existing || !newcomer || !passwordHash) throw identityProblems.invitationNeedsSignIn()
      const made = await makeAccount(inner, {
        name: newcomer.name,
        email: invitation.email,
        passwordHash,
        by: 'invitation',
      })
      if (!made) throw identityProblems.invitationNeedsSignIn()
      accountId = made
      isNew = true
      await recordConsents(inner, accountId, { terms: true, privacy: true }, { channel: 'web', ...request })
    }
    if (await isOperator(inner, accountId)) throw identityProblems.alreadyOperator()
    await inner.db
      .updateTable('operator_invitation')
      .set({ accepted_at: inner.now, accepted_by: accountId })
      .where('id', '=', invitation.id)
      .execute()
    await inner.db
      .insertInto('operator')
      .values({
        account_id: accountId,
        role_id: invitation.role_id,
        invited_by: invitation.invited_by,
        joined_at: inner.now,
      })
      .execute()
    const role = invitation.key ?? invitation.name
    await announce(inner, operatorJoined, { accountId, role }, { object: { kind: 'account', id: accountId } })
    const { name } = await getAccount(inner, accountId)
    await audit(
      {
        ...inner,
        actor: { kind: 'account', accountId, sessionId: '0', name, suspended: false, ip: request.ip },
      },
      'operator.joined',
      { kind: 'account', id: accountId },
      { role, invitation: invitation.id },
    )
    return { accountId, isNew }
  })
}
