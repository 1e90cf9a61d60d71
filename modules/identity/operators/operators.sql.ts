/** Reads about operators and roles. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { isBuiltIn, roleNames } from './roles.messages.ts'

const operatorRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('operator as o')
    .innerJoin('account as a', 'a.id', 'o.account_id')
    .innerJoin('operator_role as r', 'r.id', 'o.role_id')
    .leftJoin('account_suspension as x', 'x.account_id', 'o.account_id')
    .select((eb) => [
      'o.account_id',
      'o.joined_at',
      'o.role_id',
      'a.name',
      'a.email',
      'a.avatar_file_id',
      'a.two_factor_enabled',
      'r.key as role_key',
      'r.name as role_name',
      'r.permissions as role_permissions',
      'x.suspended_at',
      eb
        .selectFrom('sign_in_record as s')
        .select('s.at')
        .whereRef('s.account_id', '=', 'o.account_id')
        .where('s.outcome', '=', 'ok')
        .orderBy('s.at', 'desc')
        .limit(1)
        .as('last_sign_in_at'),
      eb
        .exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.account_id', '=', 'o.account_id'))
        .as('has_passkey'),
    ])

export type OperatorRow = Awaited<ReturnType<typeof findOperatorRows>>[number]

export const findOperatorRows = (ctx: Ctx) =>
  operatorRows(ctx).orderBy('o.joined_at').orderBy('o.account_id').limit(500).execute()

export const findOperatorRow = (ctx: Ctx, accountId: Id) =>
  operatorRows(ctx).where('o.account_id', '=', accountId).executeTakeFirst()

/** The name of a role in the reader's language; custom roles are called what their makers called them. */
export const roleLabel = (role: { key: string | null; name: string }, locale: Locale): string =>
  isBuiltIn(role.key) ? render(roleNames[role.key], locale) : role.name
