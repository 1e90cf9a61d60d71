/**
 * Looking for doubles. Contact points belong to one member each, so what remains is: the address of an account
 * that another profile has as contact point, and the same name in the same city. Pairs are kept for somebody
 * to decide; nothing is merged by itself.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import { contactKey } from '../contacts/contact.ts'
import type { Vault } from '../vault.ts'
import { doublesSearched } from './merge.facts.ts'
import { mergeLabels } from './merge.messages.ts'

/** More namesakes of one search than somebody could look at. */
const mostNamesakes = 500
const accountsAtOnce = 2_000

export const searchJob = (vault: Vault) =>
  defineJob({
    name: 'members.find_doubles',
    label: mergeLabels.searchJob,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      const addresses = await byAddress(ctx, vault, run)
      const names = await byName(ctx)
      await transact(ctx, (tx) => announce(tx, doublesSearched, { found: addresses + names }))
      return { addresses, names }
    },
  })

/** Accounts in the order of their ids, some thousand at a time. Returns how many pairs are new. */
async function byAddress(ctx: Ctx, vault: Vault, run: Pick<JobRun, 'signal' | 'progress'>): Promise<number> {
  let found = 0
  for (let after: Id = '0'; ; ) {
    run.signal.throwIfAborted()
    const { rows } = await sql<{ id: Id; accountId: Id; email: string }>`
      select member.id, account.id as "accountId", account.email
        from account join member on member.account_id = account.id and member.merged_into is null
       where account.id > ${after} and account.email_verified
       order by account.id limit ${accountsAtOnce}`.execute(ctx.db)
    if (rows.length === 0) return found
    const hashes = rows.map(({ email }) =>
      vault.hash(contactKey({ kind: 'email', system: '', value: email })),
    )
    const made = await sql`
      insert into member_double (low_id, high_id, reason, found_at)
      select least(given.id, other.id), greatest(given.id, other.id), 'email', ${ctx.now}
        from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes}::text[]) as given (id, hash)
        join member_contact as contact on contact.kind = 'email' and contact.system = '' and contact.hash = given.hash
        join member as other on other.id = contact.member_id and other.merged_into is null and other.id <> given.id
      on conflict (low_id, high_id) do nothing`.execute(ctx.db)
    found += Number(made.numAffectedRows ?? 0)
    after = rows.at(-1)!.accountId
  }
}

/** The same name of at least two characters in the same city, where at most three have it: 小雨 is no evidence. */
async function byName(ctx: Ctx): Promise<number> {
  const made = await sql`
    insert into member_double (low_id, high_id, reason, found_at)
    select ids[1], other, 'name', ${ctx.now}
      from (select array_agg(id order by id) as ids from member
             where merged_into is null and city <> '' and length(nickname) >= 2 and seed_run_id is null
             group by lower(nickname), lower(city) having count(*) between 2 and 3) as namesakes
           cross join lateral unnest(ids[2:]) as other
     limit ${mostNamesakes}
    on conflict (low_id, high_id) do nothing`.execute(ctx.db)
  return Number(made.numAffectedRows ?? 0)
}
