/** The two questions of the authoriser, each one query: whose session is this, whose key is this. */
import { sql } from 'kysely'
import type { Database } from '#base/db/database.ts'
import type { Locale } from '#base/i18n/messages.ts'
import type { IdentityOptions } from '../engine/options.ts'
import { permissionsOf } from '../operators/powers.ts'
import type { Found } from './authoriser.ts'

interface OperatorColumns {
  role_key: string | null
  role_name: string | null
  role_permissions: string[] | null
  suspended: boolean
  has_second_factor: boolean
  operators_need_two_factor: boolean
}

interface SessionRow extends OperatorColumns {
  session_id: string
  account_id: string
  name: string
  locale: Locale
  operator_session_live: boolean
}

/** What an operator's row grants now: nothing while suspended, or while a second factor is asked for and missing. */
function grant(row: OperatorColumns, options: IdentityOptions) {
  if (row.role_name === null || row.suspended) return undefined
  if (row.operators_need_two_factor && !row.has_second_factor) return undefined
  return {
    role: row.role_key ?? row.role_name,
    permissions: permissionsOf(
      { key: row.role_key, permissions: row.role_permissions ?? [] },
      options.permissions(),
    ),
  }
}

export async function findSessionCaller(
  db: Database,
  options: IdentityOptions,
  tokenHash: string,
): Promise<Found | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, s.account_id, a.name, a.locale,
           r.key as role_key, r.name as role_name, r.permissions as role_permissions,
           exists (select from account_suspension x where x.account_id = a.id) as suspended,
           a.two_factor_enabled or exists (select from passkey k where k.account_id = a.id) as has_second_factor,
           p.operators_need_two_factor,
           s.created_at > now() - make_interval(hours => p.operator_session_hours) as operator_session_live
      from session s
      join account a on a.id = s.account_id
      cross join security_policy p
      left join operator o on o.account_id = a.id
      left join operator_role r on r.id = o.role_id
     where s.token_hash = ${tokenHash}
       and s.expires_at > now()
       and s.created_at > now() - make_interval(days => p.session_days)
       and not exists (select from account_closure c where c.account_id = a.id)`.execute(db)
  const row = rows[0]
  // An operator's sign-in ends as a whole: half a session would only confuse.
  if (!row || (row.role_name !== null && !row.operator_session_live)) return undefined
  const memberId = await options.memberOf?.(db, row.account_id)
  const operator = grant(row, options)
  return {
    accountId: row.account_id,
    sessionId: row.session_id,
    keyId: undefined,
    caller: {
      byCookie: true,
      locale: row.locale,
      actor: {
        kind: 'account',
        accountId: row.account_id,
        sessionId: row.session_id,
        name: row.name,
        suspended: row.suspended,
        ...(memberId ? { memberId } : {}),
        ...(operator ? { operator } : {}),
      },
    },
  }
}

interface KeyRow extends OperatorColumns {
  id: string
  name: string
  created_by: string
  scopes: string[]
}

/** A key may do what it was given and its maker may still do; it dies with its maker's access. */
export async function findKeyCaller(
  db: Database,
  options: IdentityOptions,
  keyHash: string,
): Promise<Found | undefined> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.created_by, k.scopes,
           r.key as role_key, r.name as role_name, r.permissions as role_permissions,
           exists (select from account_suspension x where x.account_id = k.created_by)
             or exists (select from account_closure c where c.account_id = k.created_by) as suspended,
           true as has_second_factor, false as operators_need_two_factor
      from api_key k
      left join operator o on o.account_id = k.created_by
      left join operator_role r on r.id = o.role_id
     where k.key_hash = ${keyHash} and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > now())`.execute(db)
  const row = rows[0]
  const maker = row && grant(row, options)
  if (!row || !maker) return undefined
  await sql`update api_key set last_used_at = now()
             where id = ${row.id} and (last_used_at is null or last_used_at < now() - interval '1 hour')`.execute(
    db,
  )
  return {
    accountId: row.created_by,
    sessionId: undefined,
    keyId: row.id,
    caller: {
      byCookie: false,
      actor: {
        kind: 'apiKey',
        keyId: row.id,
        name: row.name,
        scopes: new Set(row.scopes.filter((scope) => maker.permissions.has(scope))),
      },
    },
  }
}
