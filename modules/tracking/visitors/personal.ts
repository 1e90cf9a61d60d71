/** Browsers that proved to be a member's. */
import { sql } from 'kysely'
import type { PersonalData } from '#base/declarations/personal.ts'

export const visitorData: PersonalData = {
  name: 'tracking.browsers',
  label: { zh: '登录过的浏览器', en: 'Browsers that you signed in with' },
  kept: {
    zh: '用于把登录前的浏览归到你名下；注销时断开',
    en: 'Ties what you viewed before signing in to you; cut when the account is closed',
  },
  tables: ['identity_link'],
  copy: async (ctx, memberId) =>
    await ctx.db
      .selectFrom('identity_link')
      .select(['anonymous_id as browser', 'linked_at as since'])
      .where('member_id', '=', memberId)
      .orderBy('linked_at')
      .limit(1_000)
      .execute(),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('identity_link').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ browser: string }>`
      update identity_link set member_id = ${into} where member_id = ${from}
      returning anonymous_id as browser`.execute(ctx.db)
    return { browsers: rows.map((row) => row.browser) }
  },
  unmerge: async (ctx, from, into, moved) => {
    const browsers = Array.isArray(moved.browsers) ? moved.browsers.map(String) : []
    await sql`update identity_link set member_id = ${from}
      where member_id = ${into} and anonymous_id = any(${browsers}::text[])`.execute(ctx.db)
  },
}
