/**
 * Which merges are refused. Whoever signs in with an account of either profile reads everything about the one
 * that remains, so a merge must not become a way to read what the person who merges, or an accomplice,
 * may not see.
 */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { memberProblems } from '../problems.ts'

interface Profile {
  readonly hasAccount: boolean
  readonly ofTeam: boolean
  /** Sensitive fields are filled in. */
  readonly sealed: boolean
  readonly contacts: boolean
}

/** What counts about a profile and the doubles in it. */
async function look(ctx: Ctx, id: Id): Promise<Profile> {
  const own = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const { rows } = await sql<Profile>`
    select coalesce(bool_or(account_id is not null), false) as "hasAccount",
           coalesce(bool_or(account_id = ${own}::bigint
             or exists (select from operator where operator.account_id = member.account_id)), false) as "ofTeam",
           coalesce(bool_or(exists (select from member_field_value as held
             where held.member_id = member.id and held.sealed is not null)), false) as sealed,
           coalesce(bool_or(exists (select from member_contact as held
             where held.member_id = member.id)), false) as contacts
      from member where id = ${id} or merged_into = ${id}`.execute(ctx.db)
  return rows[0]!
}

/**
 * Throws `merge_of_team` when one of the two belongs to an operator or to whoever merges, and `merge_sealed`
 * when an account would come to read what is sealed in the other profile and the actor may not.
 */
export async function refuseReadingAlong(tx: Ctx, doubleId: Id, intoId: Id): Promise<void> {
  const [double, into] = [await look(tx, doubleId), await look(tx, intoId)]
  if (double.ofTeam || into.ofTeam) throw memberProblems.mergeOfTeam()
  const opens = (what: 'sealed' | 'contacts') =>
    (double.hasAccount && into[what]) || (into.hasAccount && double[what])
  if (
    (opens('sealed') && !may(tx.actor, 'members.sensitive')) ||
    (opens('contacts') && !may(tx.actor, 'members.contacts'))
  )
    throw memberProblems.mergeSealed()
}
