/** The team: operators, invitations, roles, the permission matrix, and suspending accounts. */
import { z } from 'zod'
import { bearerOf, permitted } from '#base/access/access.ts'
import { type Actor, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { id, idParams, moment } from '#base/http/schemas.ts'
import { personName } from '../accounts/account.routes.ts'
import { findAccountByEmail } from '../accounts/accounts.ts'
import { email, isReachable } from '../accounts/email.ts'
import { password, requireStrong } from '../accounts/passwords.ts'
import { findCommunity } from '../community/community.ts'
import type { Identity } from '../engine/identity.ts'
import { keepCookies } from '../sign-in/answer.ts'
import { ask, knock } from '../sign-in/limits.ts'
import { openSession } from '../sign-in/sign-in.ts'
import {
  acceptInvitation,
  findInvitations,
  getInvitation,
  inviteOperator,
  withdrawInvitation,
} from './invitations.ts'
import { findOperatorRow, findOperatorRows, type OperatorRow, roleLabel } from './operators.sql.ts'
import { changeOperatorRole, removeOperator } from './operators.ts'
import { canHandOut } from './powers.ts'
import { reinstateAccount, suspendAccount } from './suspensions.ts'

const tag = 'Team'

const roleCard = z.object({ id, key: z.string().nullable(), name: z.string() })

const operatorView = z.object({
  /** Id of the account. */
  id,
  name: z.string(),
  email: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  role: roleCard,
  joinedAt: moment,
  lastSignInAt: moment.nullable(),
  twoFactor: z.boolean(),
  suspended: z.boolean(),
  can: z.object({ changeRole: z.boolean(), remove: z.boolean(), suspend: z.boolean() }),
})

const invitationView = z.object({
  id,
  email: z.string(),
  role: roleCard,
  invitedBy: z.object({ id, name: z.string() }),
  invitedAt: moment,
  expiresAt: moment,
  expired: z.boolean(),
  can: z.object({ withdraw: z.boolean() }),
})

const presentRole = (
  ctx: Ctx,
  row: { role_id: string; role_key: string | null; role_name: string },
): z.input<typeof roleCard> => ({
  id: row.role_id,
  key: row.role_key,
  name: roleLabel({ key: row.role_key, name: row.role_name }, ctx.locale),
})

const own = (actor: Actor, accountId: string) => actor.kind === 'account' && actor.accountId === accountId

export const operatorsRoutes = (identity: Identity): AnyRoute[] => {
  const declared = () => identity.options.permissions()

  const present = async (ctx: Ctx, row: OperatorRow): Promise<z.input<typeof operatorView>> => {
    const reach = canHandOut(ctx.actor, { key: row.role_key, permissions: row.role_permissions }, declared())
    const manages = may(ctx.actor, 'operators.manage') && reach
    return {
      id: row.account_id,
      name: row.name,
      email: isReachable(row.email) ? row.email : null,
      avatarUrl: row.avatar_file_id
        ? ((await identity.parts.files.url(ctx, row.avatar_file_id)) ?? null)
        : null,
      role: presentRole(ctx, row),
      joinedAt: row.joined_at.toISOString(),
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      twoFactor: row.two_factor_enabled || Boolean(row.has_passkey),
      suspended: row.suspended_at !== null,
      can: {
        changeRole: manages,
        remove: manages,
        suspend: may(ctx.actor, 'accounts.suspend') && reach && !own(ctx.actor, row.account_id),
      },
    }
  }

  const presentInvitation = (ctx: Ctx, row: Awaited<ReturnType<typeof findInvitations>>[number]) => ({
    id: row.id,
    email: row.email,
    role: presentRole(ctx, row),
    invitedBy: { id: row.invited_by, name: row.invited_by_name },
    invitedAt: row.invited_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    expired: row.expires_at <= ctx.now,
    can: {
      withdraw:
        may(ctx.actor, 'operators.manage') &&
        canHandOut(ctx.actor, { key: row.role_key, permissions: row.role_permissions }, declared()),
    },
  })

  return [
    route(
      {
        method: 'get',
        path: '/api/operators',
        summary: 'List the team and open invitations',
        tag,
        access: permitted('operators.read'),
        answer: z.object({
          items: z.array(operatorView),
          invitations: z.array(invitationView),
          can: z.object({ invite: z.boolean() }),
        }),
      },
      async (ctx) => {
        const invite = may(ctx.actor, 'operators.manage')
        return {
          items: await Promise.all((await findOperatorRows(ctx)).map((row) => present(ctx, row))),
          invitations: invite ? (await findInvitations(ctx)).map((row) => presentInvitation(ctx, row)) : [],
          can: { invite },
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/operators',
        summary: 'Invite somebody to the team by mail',
        tag,
        access: permitted('operators.manage'),
        limit: { max: 30, perSeconds: 3_600, exact: true },
        body: z.object({ email, roleId: id }),
        answer: z.object({ invitationId: id }),
        status: 201,
      },
      async (ctx, { body }) => ({ invitationId: await inviteOperator(identity, ctx, body) }),
    ),
    route(
      {
        method: 'patch',
        path: '/api/operators/{id}',
        summary: 'Give an operator another role',
        tag,
        access: permitted('operators.manage'),
        params: idParams,
        body: z.object({ roleId: id }),
        answer: operatorView,
      },
      async (ctx, { params, body }) => {
        await changeOperatorRole(ctx, params.id, body.roleId, declared())
        const row = await findOperatorRow(ctx, params.id)
        if (!row) throw problems.notFound()
        return await present(ctx, row)
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/operators/{id}',
        summary: 'Remove an operator from the team',
        tag,
        access: permitted('operators.manage'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await removeOperator(ctx, params.id, declared())
        return undefined
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/operators/invitations/{id}',
        summary: 'Take an invitation back',
        tag,
        access: permitted('operators.manage'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await withdrawInvitation(ctx, params.id, declared())
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/operators/invitations/{token}',
        summary: 'Read an invitation to the team',
        tag,
        access: bearerOf('an invitation token'),
        limit: knock,
        params: z.object({ token: z.string().min(20).max(128) }),
        answer: z.object({
          email: z.string(),
          roleName: z.string(),
          community: z.string(),
          /** There is an account with the invited address: sign in to accept. */
          hasAccount: z.boolean(),
        }),
      },
      async (ctx, { params }) => {
        const row = await getInvitation(ctx, params.token, declared())
        return {
          email: row.email,
          roleName: roleLabel({ key: row.key, name: row.name }, ctx.locale),
          community: (await findCommunity(ctx))?.name ?? '',
          hasAccount: (await findAccountByEmail(ctx, row.email)) !== undefined,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/operators/invitations/{token}',
        summary: 'Accept an invitation to the team',
        tag,
        access: bearerOf('an invitation token'),
        limit: ask,
        idempotency: 'none',
        params: z.object({ token: z.string().min(20).max(128) }),
        /** For newcomers: the name and the password of the account that is made. */
        body: z.object({ name: personName.optional(), password: password.optional() }),
        answer: z.object({ status: z.literal('signedIn') }),
      },
      async (ctx, { params, body, request }) => {
        const newcomer = body.name && body.password ? { name: body.name, password: body.password } : undefined
        if (newcomer) {
          const { email: invited } = await getInvitation(ctx, params.token, declared())
          requireStrong(newcomer.password, { name: newcomer.name, email: invited })
        }
        const cookies = await transact(ctx, async (inner) => {
          const { accountId, isNew } = await acceptInvitation(
            inner,
            params.token,
            newcomer,
            { ip: request.ip, userAgent: request.headers.get('user-agent') },
            declared(),
          )
          return isNew ? await openSession(identity, inner, request, accountId, 'proof') : []
        })
        keepCookies(request, cookies)
        return { status: 'signedIn' as const }
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/accounts/{id}/suspension',
        summary: 'Suspend an account; its sessions and keys end at once',
        tag,
        access: permitted('accounts.suspend'),
        params: idParams,
        body: z.object({ reason: z.string().trim().min(1).max(500) }),
      },
      async (ctx, { params, body }) => {
        await suspendAccount(ctx, params.id, body.reason, declared())
        return undefined
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/accounts/{id}/suspension',
        summary: 'Lift a suspension',
        tag,
        access: permitted('accounts.suspend'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await reinstateAccount(ctx, params.id, declared())
        return undefined
      },
    ),
  ]
}
