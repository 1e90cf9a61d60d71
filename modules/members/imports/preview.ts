/** The first rows of a list as they would come in: what an operator looks at while mapping columns. */
import type { Ctx } from '#base/context.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { findFields } from '../fields/fields.ts'
import { sayValue } from '../fields/value.ts'
import type { Import } from './import.ts'
import { checkPlan } from './imports.ts'
import { type Person, rowReader, sayReason } from './read-row.ts'
import type { ImportPlan } from './target.ts'

export interface PreviewedRow {
  readonly row: number
  readonly nickname: string
  readonly city: string
  /** Whole: it is the operator's own list. */
  readonly contacts: readonly { readonly kind: string; readonly system: string; readonly value: string }[]
  readonly tags: readonly string[]
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly joinedAt: Date | null
  readonly reasons: readonly { readonly column: number | null; readonly message: string }[]
}

/** Throws `import_columns_wrong` like the dry run. */
export async function previewRows(ctx: Ctx, list: Import, plan: ImportPlan): Promise<PreviewedRow[]> {
  await checkPlan(ctx, list, plan)
  const community = await findCommunity(ctx)
  const read = rowReader({
    plan,
    fields: await findFields(ctx),
    zone: community?.time_zone ?? 'Asia/Shanghai',
    now: ctx.now,
  })
  return list.samples.map((cells, at) => {
    const result = read(cells)
    const person: Person = 'person' in result ? result.person : { contacts: [], tags: [], fields: [] }
    return {
      row: at + 2,
      nickname: person.nickname ?? '',
      city: person.city ?? '',
      contacts: person.contacts.map(({ kind, system, value }) => ({ kind, system, value })),
      tags: person.tags,
      fields: person.fields.map(({ field, value }) => ({
        label: field.label,
        value: sayValue(field, value, ctx.locale),
      })),
      joinedAt: person.joinedAt ?? null,
      reasons:
        'reasons' in result
          ? result.reasons.map((reason) => ({
              column: reason.column ?? null,
              message: sayReason(reason, ctx.locale),
            }))
          : [],
    }
  })
}
