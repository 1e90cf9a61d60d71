/** Operators as those who are sent something: whether they may still see it is asked when it is sent. */
import { sql } from 'kysely'
import type { Permission } from '#base/access/access.ts'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, locales } from '#base/i18n/messages.ts'
import { permissionsOf } from './powers.ts'

export interface OperatorReader {
  readonly accountId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
  /** What he may do now, without a session. */
  readonly actor: Actor
}

/**
 * Those of some accounts who work in the console now, with all that they may do: nobody who is suspended, closed or
 * misses a second factor that is asked for.
 */
export async function findOperatorReaders(
  ctx: Ctx,
  accountIds: readonly Id[],
  declared: readonly Permission[],
): Promise<readonly OperatorReader[]> {
  if (accountIds.length === 0) return []
  const { rows } = await sql<{
    accountId: Id
    name: string
    email: string
    locale: string | null
    role_key: string | null
    role_name: string
    role_permissions: string[]
  }>`
    select a.id as "accountId", a.name, a.email, a.locale, r.key as role_key, r.name as role_name, r.permissions as role_permissions
      from operator o
      join account a on a.id = o.account_id
      join operator_role r on r.id = o.role_id
      cross join security_policy p
     where o.account_id = any(${[...accountIds]}::bigint[])
       and not exists (select from account_suspension x where x.account_id = a.id)
       and not exists (select from account_closure x where x.account_id = a.id)
       and (not p.operators_need_two_factor or a.two_factor_enabled
            or exists (select from passkey k where k.account_id = a.id))
     order by a.id`.execute(ctx.db)
  return rows.map(({ accountId, name, email, locale, role_key, role_name, role_permissions }) => ({
    accountId,
    name,
    email,
    locale: locales.find((each) => each === locale) ?? 'zh-CN',
    actor: {
      kind: 'account',
      accountId,
      sessionId: '0',
      name,
      suspended: false,
      operator: {
        role: role_key ?? role_name,
        permissions: permissionsOf({ key: role_key, permissions: role_permissions }, declared),
      },
    },
  }))
}
