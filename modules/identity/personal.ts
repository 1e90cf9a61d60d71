/** What is kept about the account behind a member. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'

const accountOf = async (ctx: Ctx, memberId: Id): Promise<Id | undefined> =>
  (await ctx.db.selectFrom('member').select('account_id').where('id', '=', memberId).executeTakeFirst())
    ?.account_id ?? undefined

export const identityPersonal: PersonalData = {
  name: 'identity.account',
  label: { zh: '账号、授权与登录记录', en: 'Account, consents and sign-ins' },
  kept: {
    zh: '邮箱、登录方式在注销时清除；授权与登录记录按法律要求保存',
    en: 'The address and ways to sign in go when the account is closed; consents and sign-ins are kept as the law asks',
  },
  tables: [
    'account',
    'credential',
    'session',
    'two_factor',
    'passkey',
    'account_suspension',
    'account_closure',
    'sign_in_record',
    'consent_entry',
    'data_request',
    'operator',
    'operator_invitation',
    'operator_role',
    'api_key',
  ],
  copy: async (ctx, memberId) => {
    const accountId = await accountOf(ctx, memberId)
    if (!accountId) return null
    const account = await ctx.db
      .selectFrom('account')
      .select(['name', 'email', 'email_verified', 'locale', 'time_zone', 'created_at'])
      .where('id', '=', accountId)
      .executeTakeFirst()
    const consents = await ctx.db
      .selectFrom('consent_entry')
      .select(['purpose', 'granted', 'policy_code', 'policy_version', 'channel', 'at'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .limit(10_000)
      .execute()
    const signIns = await ctx.db
      .selectFrom('sign_in_record')
      .select(['at', 'method', 'outcome', 'ip', 'user_agent'])
      .where('account_id', '=', accountId)
      .orderBy('at', 'desc')
      .limit(10_000)
      .execute()
    const requests = await ctx.db
      .selectFrom('data_request')
      .select(['kind', 'state', 'requested_at', 'closed_at', 'answer'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .limit(1_000)
      .execute()
    return { account, consents, signIns, requests }
  },
  // Closing the account takes out what goes (`closeAccount`); the rest is the record that the law asks for.
  erase: async () => undefined,
  // The account follows the member: `members.profile` moves it.
  merge: async () => ({}),
  unmerge: async () => undefined,
}
