/** Finding whose orders they are after they came: a person appears, a contact point is checked, or somebody knows. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { afterCommit, type Ctx, transact } from '#base/context.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import { audit } from '#modules/identity/api.ts'
import { contactKey, findMember, readContact, type Vault } from '#modules/members/api.ts'
import { commerceProblems } from '../problems.ts'
import { type Known, lockSources, matchCustomers } from './customers.ts'
import { followCustomers, tellOrders } from './telling.sql.ts'

interface Waiting extends Known {
  readonly id: Id
  readonly sourceId: Id
}

/** Customers of whom nobody knows who they are, and who by what is certain about these members may be one of them. */
async function findWaiting(tx: Ctx, vault: Vault, memberIds: readonly Id[]): Promise<readonly Waiting[]> {
  const ids = sql`${[...memberIds]}::bigint[]`
  const accounts = await sql<{ email: string }>`
    select account.email from member join account on account.id = member.account_id
     where member.id = any(${ids}) and account.email_verified`.execute(tx.db)
  const addresses = new Map(
    accounts.rows.flatMap(({ email }) => {
      const point = readContact({ kind: 'email', value: email })
      return point ? [[vault.hash(contactKey(point)), point.value] as const] : []
    }),
  )
  const waits = (kind: string, column: string) => sql`
    select c.id from mine join order_customer c on ${sql.ref(`c.${column}`)} = mine.hash and c.member_id is null
     where mine.kind = ${kind}`
  const { rows } = await sql<{
    id: Id
    sourceId: Id
    key: string
    name: string
    system: string
    external: string | null
    phone: string | null
    email: string | null
  }>`
    with mine as materialized (
      select kind, hash from member_contact
       where member_id = any(${ids}) and (verified_at is not null or source <> 'member')
      union all select 'email', unnest(${[...addresses.keys()]}::text[]))
    select c.id, c.source_id as "sourceId", c.key, c.name, s.key as system,
           c.external_hash as external, c.phone_hash as phone, c.email_hash as email
      from order_customer c join order_source s on s.id = c.source_id
     where c.id in (${waits('external', 'external_hash')} union ${waits('phone', 'phone_hash')}
                    union ${waits('email', 'email_hash')})
     order by c.id`.execute(tx.db)
  const point = (hash: string | null) => (hash === null ? undefined : { hash, masked: '' })
  return rows.map(({ external, phone, email, ...row }) => ({
    ...row,
    token: undefined,
    external: point(external),
    phone: point(phone),
    // The plain address is known only where it is that of one of these accounts.
    email: email === null ? undefined : { hash: email, masked: '', address: addresses.get(email) ?? '' },
  }))
}

/**
 * Looks whether orders wait for these members, who may have just joined, or of whom a contact point became certain.
 * Returns how many orders found their member. Again changes nothing.
 */
export async function matchWaiting(ctx: Ctx, vault: Vault, memberIds: readonly Id[]): Promise<number> {
  if (memberIds.length === 0) return 0
  const seen = await findWaiting(ctx, vault, memberIds)
  if (seen.length === 0) return 0
  return await transact(ctx, async (tx) => {
    await lockSources(
      tx,
      seen.map(({ sourceId }) => sourceId),
    )
    // Who still waits is read again under the locks.
    const waiting = await findWaiting(tx, vault, memberIds)
    const matches = await matchCustomers(tx, waiting)
    const found = waiting.flatMap(({ id }, at) => {
      const match = matches[at]
      return typeof match === 'object' ? [{ id, ...match }] : []
    })
    const several = waiting.flatMap(({ id }, at) => (matches[at] === 'several' ? [id] : []))
    await sql`update order_customer set several = true where id = any(${several}::bigint[]) and not several`.execute(
      tx.db,
    )
    await sql`
      update order_customer c set member_id = given.member_id, matched_by = given.matched_by, matched_at = ${tx.now}, several = false
        from unnest(${found.map(({ id }) => id)}::bigint[], ${found.map((each) => each.memberId)}::bigint[],
          ${found.map(({ by }) => by)}::text[]) as given (id, member_id, matched_by)
       where c.id = given.id and c.member_id is null`.execute(tx.db)
    const orders = await followCustomers(
      tx,
      found.map(({ id }) => id),
    )
    await tellOrders(tx, orders)
    afterCommit(tx, wakeFollowers)
    return orders.length
  })
}

/**
 * Somebody knows who the customer is. What he bought is announced as the member's, for good. Throws
 * `order_customer_not_found`, `order_customer_matched`, `member_not_found`.
 */
export async function matchByHand(
  ctx: Ctx,
  customerId: Id,
  memberId: Id,
): Promise<{ readonly orders: number }> {
  return await transact(ctx, async (tx) => {
    const source = await tx.db
      .selectFrom('order_customer')
      .select('source_id')
      .where('id', '=', customerId)
      .executeTakeFirst()
    if (!source) throw commerceProblems.orderCustomerNotFound()
    await lockSources(tx, [source.source_id])
    const customer = await tx.db
      .selectFrom('order_customer')
      .select(['member_id'])
      .where('id', '=', customerId)
      .executeTakeFirst()
    if (!customer) throw commerceProblems.orderCustomerNotFound()
    if (customer.member_id !== null) throw commerceProblems.orderCustomerMatched()
    const { rows } = await sql<{ id: Id }>`
      select coalesce(merged_into, id) as id from member where id = ${memberId} for share`.execute(tx.db)
    const member = rows[0] && (await findMember(tx, rows[0].id))
    if (!member) throw commerceProblems.orderMemberNotFound()
    await tx.db
      .updateTable('order_customer')
      .set({
        member_id: member.id,
        matched_by: 'hand',
        matched_at: tx.now,
        matched_actor: describeActor(tx.actor),
        several: false,
      })
      .where('id', '=', customerId)
      .execute()
    const orders = await followCustomers(tx, [customerId])
    await tellOrders(tx, orders)
    await audit(
      tx,
      'commerce.order_customer_matched',
      { kind: 'member', id: member.id },
      { customerId, orders: orders.length },
    )
    afterCommit(tx, wakeFollowers)
    return { orders: orders.length }
  })
}
