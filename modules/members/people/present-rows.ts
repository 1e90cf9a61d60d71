/** Rows of the list: the member with owner and fields, in a few queries for the whole page. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { canSeeField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { findValues } from '../fields/values.sql.ts'
import { findOwners } from '../owners/owners.ts'
import type { Member } from './members.sql.ts'
import { memberAnswer, presentMember } from './present.ts'
import { jsonValue } from './present-person.ts'

export const memberRowAnswer = memberAnswer.extend({
  owner: z.object({ accountId: z.string(), name: z.string() }).nullable(),
  /** By field key: what the caller may see and is not sensitive. */
  fields: z.record(z.string(), jsonValue),
})

export async function presentMembers(
  ctx: Ctx,
  files: Parts['files'],
  members: readonly Member[],
): Promise<z.input<typeof memberRowAnswer>[]> {
  const ids = members.map((member) => member.id)
  const shown = new Map(
    (await findFields(ctx))
      .filter((field) => !field.sensitive && canSeeField(ctx.actor, field))
      .map((field) => [field.id, field.key]),
  )
  const [owners, values] = [await findOwners(ctx, ids), shown.size > 0 ? await findValues(ctx, ids) : []]
  const fields = new Map<string, Record<string, z.input<typeof jsonValue>>>()
  for (const { memberId, fieldId, value } of values) {
    const key = shown.get(fieldId)
    if (!key) continue
    const held = fields.get(memberId) ?? {}
    fields.set(memberId, held)
    held[key] = Array.isArray(value) ? [...value] : (value as string | number | boolean | null)
  }
  return await Promise.all(
    members.map(async (member) => {
      const owner = owners.get(member.id)
      return {
        ...(await presentMember(ctx, files, member)),
        owner: owner ? { accountId: owner.accountId, name: owner.name } : null,
        fields: fields.get(member.id) ?? {},
      }
    }),
  )
}
