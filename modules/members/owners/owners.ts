/** Who of the team looks after a member. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { audit } from '#modules/identity/api.ts'
import { memberOwnerChanged } from '../facts.ts'
import { memberProblems } from '../problems.ts'

export interface Owner {
  readonly accountId: Id
  readonly name: string
  readonly since: Date
}

/**
 * Gives members to an operator, or to nobody. Returns how many have another owner now. Throws
 * `owner_not_operator`.
 */
export async function setOwner(ctx: Ctx, memberIds: readonly Id[], accountId: Id | null): Promise<number> {
  return await transact(ctx, async (tx) => {
    if (accountId !== null && !(await isOperator(tx, accountId))) throw memberProblems.ownerNotOperator()
    // Members are locked in the order of their ids, like everywhere.
    const { rows: locked } = await sql<{ id: Id }>`
      select id from member where id = any(${[...memberIds]}::bigint[]) order by id for update`.execute(tx.db)
    const ids = locked.map(({ id }) => id)
    const { rows: ended } = await sql<{ memberId: Id }>`
      update member_owner set ended_at = ${ctx.now}, ended_by = ${describeActor(ctx.actor)}
       where member_id = any(${ids}::bigint[]) and ended_at is null
         and account_id is distinct from ${accountId}::bigint
      returning member_id as "memberId"`.execute(tx.db)
    const begun = accountId === null ? [] : await begin(tx, ids, accountId)
    const changed = [...new Set([...ended.map((row) => row.memberId), ...begun])]
    await announceMany(tx, memberOwnerChanged, { ownerId: accountId }, changed)
    await audit(tx, 'members.owner_set', undefined, {
      owner: accountId,
      ids: ids.slice(0, 100),
      members: ids.length,
      changed: changed.length,
    })
    return changed.length
  })
}

async function begin(ctx: Ctx, ids: readonly Id[], accountId: Id): Promise<Id[]> {
  const { rows } = await sql<{ memberId: Id }>`
    insert into member_owner (member_id, account_id, given_by, given_at)
    select id, ${accountId}::bigint, ${describeActor(ctx.actor)}, ${ctx.now}
      from unnest(${[...ids]}::bigint[]) as id order by id
    on conflict (member_id) where ended_at is null do nothing
    returning member_id as "memberId"`.execute(ctx.db)
  return rows.map((row) => row.memberId)
}

/** Gives everybody whom one operator looked after to another, or to nobody: somebody leaves the team. */
export async function handOverMembers(ctx: Ctx, from: Id, to: Id | null): Promise<number> {
  return await transact(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('member_owner')
      .select('member_id as memberId')
      .where('account_id', '=', from)
      .where('ended_at', 'is', null)
      .orderBy('member_id')
      .execute()
    return rows.length === 0
      ? 0
      : await setOwner(
          tx,
          rows.map((row) => row.memberId),
          to,
        )
  })
}

/** Owners of these members; whoever has none is missing. */
export async function findOwners(ctx: Ctx, memberIds: readonly Id[]): Promise<Map<Id, Owner>> {
  const { rows } = await sql<Owner & { memberId: Id }>`
    select member_owner.member_id as "memberId", member_owner.account_id as "accountId", account.name,
           member_owner.given_at as since
      from member_owner join account on account.id = member_owner.account_id
     where member_owner.member_id = any(${[...memberIds]}::bigint[]) and member_owner.ended_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ memberId, ...owner }) => [memberId, owner]))
}

/** Everybody of the team who can look after members, with how many each has. */
export async function findPossibleOwners(
  ctx: Ctx,
): Promise<{ readonly accountId: Id; readonly name: string; readonly members: number }[]> {
  const { rows } = await sql<{ accountId: Id; name: string; members: string }>`
    select operator.account_id as "accountId", account.name,
           (select count(*) from member_owner
             where member_owner.account_id = operator.account_id and ended_at is null) as members
      from operator join account on account.id = operator.account_id
     where not exists (select from account_suspension s where s.account_id = operator.account_id)
     order by account.name, operator.account_id limit 500`.execute(ctx.db)
  return rows.map((row) => ({ ...row, members: Number(row.members) }))
}

const isOperator = async (ctx: Ctx, accountId: Id): Promise<boolean> =>
  (await ctx.db
    .selectFrom('operator')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()) !== undefined
