/** A sensitive field in full: who looked, at whose, and when stays in the audit log (L-10, L-15). */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { memberProblems } from '../problems.ts'
import type { Vault } from '../vault.ts'
import { canRevealField, type MemberValue } from './field.ts'
import { findFields } from './fields.ts'
import { findValues, openValue } from './values.sql.ts'

/** Throws `field_not_found`, also for one that the operator does not see, and `forbidden`. */
export async function revealField(ctx: Ctx, vault: Vault, memberId: Id, key: string): Promise<MemberValue> {
  return await transact(ctx, async (tx) => {
    const field = (await findFields(tx)).find((each) => each.key === key)
    if (!field?.sensitive) throw memberProblems.fieldNotFound()
    if (!canRevealField(tx.actor, field)) throw problems.forbidden()
    const held = (await findValues(tx, [memberId])).find((each) => each.fieldId === field.id)
    await audit(tx, 'member.field_revealed', { kind: 'member', id: memberId }, { field: key })
    return held ? openValue(vault, held) : null
  })
}
