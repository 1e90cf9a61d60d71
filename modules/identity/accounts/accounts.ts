/** Accounts as verbs: making one, finding one, changing its name and language, its password. */
import { createHash } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Selectable } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Account } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import { problems } from '#base/http/problem.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { accountChanged, accountCreated } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { forgetHere } from '../sign-in/revocations.ts'
import { normaliseEmail } from './email.ts'

export type AccountRow = Selectable<Account>

export interface NewAccount {
  readonly name: string
  /** Normalised, and proven to belong to the person. */
  readonly email: string
  /** Scrypt hash of the password; none for people who sign in by link, passkey or provider. */
  readonly passwordHash?: string
  readonly locale?: Locale
  readonly by: 'sign_up' | 'setup' | 'invitation' | 'operator'
}

/** Makes an account with a proven address; undefined when the address has one already. */
export async function makeAccount(ctx: Ctx, person: NewAccount): Promise<Id | undefined> {
  return await transact(ctx, async (inner) => {
    const row = await inner.db
      .insertInto('account')
      .values({
        name: person.name,
        email: person.email,
        email_verified: true,
        locale: person.locale ?? inner.locale,
        created_at: inner.now,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return undefined
    if (person.passwordHash)
      await inner.db
        .insertInto('credential')
        .values({
          account_id: row.id,
          provider: 'credential',
          subject: row.id,
          password_hash: person.passwordHash,
        })
        .execute()
    await announce(
      inner,
      accountCreated,
      { accountId: row.id, by: person.by },
      { object: { kind: 'account', id: row.id } },
    )
    return row.id
  })
}

/**
 * Makes an account with a password, for the command line, the demo and tests. Throws `conflict` when the address
 * has one already. The strength of the password is the caller's business.
 */
export async function createAccount(
  ctx: Ctx,
  person: {
    readonly name: string
    readonly email: string
    readonly password?: string
    readonly locale?: Locale
  },
): Promise<Id> {
  const { password, ...rest } = person
  const id = await makeAccount(ctx, {
    ...rest,
    email: normaliseEmail(person.email),
    by: 'operator',
    ...(password ? { passwordHash: await hashPassword(password) } : {}),
  })
  if (!id) throw problems.conflict()
  return id
}

export async function findAccountByEmail(ctx: Ctx, email: string): Promise<AccountRow | undefined> {
  return await ctx.db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', normaliseEmail(email))
    .executeTakeFirst()
}

export async function getAccount(ctx: Ctx, id: Id): Promise<AccountRow> {
  const row = await ctx.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw problems.notFound()
  return row
}

/** Changes what people may change of their own account. Throws `not_found` for a picture of somebody else. */
export async function changeAccount(
  ctx: Ctx,
  id: Id,
  change: {
    readonly name?: string
    readonly locale?: Locale
    readonly timeZone?: string | null
    readonly avatarFileId?: Id | null
  },
): Promise<AccountRow> {
  return await transact(ctx, async (inner) => {
    if (change.avatarFileId && (await getAccount(inner, id)).avatar_file_id !== change.avatarFileId)
      await requireOwnPicture(inner, change.avatarFileId)
    const row = await inner.db
      .updateTable('account')
      .set({
        updated_at: inner.now,
        ...(change.name !== undefined ? { name: change.name } : {}),
        ...(change.locale !== undefined ? { locale: change.locale } : {}),
        ...(change.timeZone !== undefined ? { time_zone: change.timeZone } : {}),
        ...(change.avatarFileId !== undefined ? { avatar_file_id: change.avatarFileId } : {}),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw problems.notFound()
    await announce(
      inner,
      accountChanged,
      { accountId: id, fields: Object.keys(change) },
      { object: { kind: 'account', id } },
    )
    forgetHere(inner, `account:${id}`)
    return row
  })
}

async function findPasswordHash(ctx: Ctx, accountId: Id): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('credential')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  return row?.password_hash ?? undefined
}

/**
 * How an account is reached and opened, as a mark that changes with its address and its password: whatever
 * was asked for before its owner took it back, or before it was closed, is then worth nothing.
 */
export async function findStanding(ctx: Ctx, account: AccountRow): Promise<string> {
  const hash = (await findPasswordHash(ctx, account.id)) ?? ''
  return createHash('sha256').update(`${account.email}\n${hash}`).digest('base64url')
}

export const hasPassword = async (ctx: Ctx, accountId: Id): Promise<boolean> =>
  (await findPasswordHash(ctx, accountId)) !== undefined

/** Asks for the password again before something sensitive; accounts without one pass. Throws `password_wrong`. */
export async function confirmPassword(ctx: Ctx, accountId: Id, password: string | undefined): Promise<void> {
  const hash = await findPasswordHash(ctx, accountId)
  if (hash === undefined) return
  if (!password || !(await verifyPassword({ hash, password }))) throw identityProblems.passwordWrong()
}

/** Writes a new password; every session of the account but `except` ends. */
export async function writePassword(ctx: Ctx, accountId: Id, password: string, except?: Id): Promise<void> {
  const password_hash = await hashPassword(password)
  await transact(ctx, async (inner) => {
    await inner.db
      .insertInto('credential')
      .values({ account_id: accountId, provider: 'credential', subject: accountId, password_hash })
      .onConflict((conflict) =>
        conflict.columns(['provider', 'subject']).doUpdateSet({ password_hash, updated_at: inner.now }),
      )
      .execute()
    await inner.db
      .deleteFrom('session')
      .where('account_id', '=', accountId)
      .$if(except !== undefined, (query) => query.where('id', '<>', except as Id))
      .execute()
  })
}
