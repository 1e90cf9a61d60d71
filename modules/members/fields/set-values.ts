/** What members' fields hold: writing it, with who said so, for one member or for thousands. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { FieldProblem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { agreesTo, audit } from '#modules/identity/api.ts'
import { memberFieldsChanged } from '../facts.ts'
import type { Origin } from '../origin.ts'
import { memberProblems } from '../problems.ts'
import type { Vault } from '../vault.ts'
import { canEditField, type MemberField, type MemberValue } from './field.ts'
import { findFields } from './fields.ts'
import { readValue } from './value.ts'

/**
 * Writes fields of one member, by field key; null empties one. `member` writes only what he may edit,
 * `operator` what his role may; imports, rules and the system write everything. Returns the keys that changed.
 * Throws `field_refused` with the fields that are wrong (below `at`), `field_not_yours`, and
 * `sensitive_needs_consent` where the member has not agreed.
 */
export async function setFieldValues(
  ctx: Ctx,
  vault: Vault,
  memberId: Id,
  given: Readonly<Record<string, unknown>>,
  origin: Origin,
  at = 'body.values',
): Promise<readonly string[]> {
  return await transact(ctx, async (tx) => {
    const member = await tx.db
      .selectFrom('member')
      .select(['id', 'account_id as accountId'])
      .where('id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (!member) throw memberProblems.memberNotFound()
    const fields = new Map((await findFields(tx)).map((field) => [field.key, field]))
    const wanted: [MemberField, MemberValue][] = []
    const wrong: FieldProblem[] = []
    for (const [key, raw] of Object.entries(given)) {
      const field = fields.get(key)
      if (!field || !canWrite(tx, field, origin)) {
        if (!field || origin.source === 'member') throw memberProblems.fieldNotFound()
        throw memberProblems.fieldNotYours({ values: { label: field.label } })
      }
      const read = readValue(field, raw)
      if ('refused' in read) wrong.push({ path: `${at}.${key}`, message: render(read.refused, ctx.locale) })
      else if (read.value === null && field.required && origin.source === 'member')
        wrong.push({ path: `${at}.${key}`, message: render(needed, ctx.locale) })
      else wanted.push([field, read.value])
    }
    if (wrong.length > 0)
      throw memberProblems.fieldRefused({ values: { count: wrong.length }, fields: wrong })
    const sensitive = wanted.find(([field, value]) => field.sensitive && value !== null)
    if (sensitive && !(member.accountId && (await agreesTo(tx, member.accountId, 'sensitive'))))
      throw memberProblems.sensitiveNeedsConsent({ values: { label: sensitive[0].label } })
    const changed = await write(
      tx,
      vault,
      wanted.map(([field, value]) => ({ memberId, field, value })),
      origin,
    )
    const keys = changed.map(({ key }) => key)
    if (keys.length > 0)
      await announce(tx, memberFieldsChanged, { fields: keys, source: origin.source }, { memberId })
    // Which fields; what stood and stands in them is not kept twice.
    if (keys.length > 0 && origin.source === 'operator')
      await audit(tx, 'member.fields_changed', { kind: 'member', id: memberId }, { fields: keys })
    return keys
  })
}

const needed = { zh: '这一项需要填写', en: 'This is needed' }

const canWrite = (ctx: Ctx, field: MemberField, { source }: Origin): boolean => {
  if (source === 'member') return field.memberAccess === 'edit'
  return source === 'operator' ? canEditField(ctx.actor, field) : true
}

export interface WrittenValue {
  readonly memberId: Id
  readonly field: MemberField
  readonly value: MemberValue
}

/**
 * Writes values that were read and checked already (`readCell`, `readValue`), in one statement, for at most
 * some thousands: the work of imports and rules. Rows that hold the same already keep who wrote it.
 * The caller holds the right, has left out sensitive fields of members who do not agree, and announces
 * what changed (`member.fields_changed`). Returns the pairs that changed.
 */
export const writeValues = (
  ctx: Ctx,
  vault: Vault,
  values: readonly WrittenValue[],
  origin: Origin,
): Promise<readonly { readonly memberId: Id; readonly key: string }[]> => write(ctx, vault, values, origin)

async function write(ctx: Ctx, vault: Vault, values: readonly WrittenValue[], origin: Origin) {
  const kept = values.filter(({ value }) => value !== null)
  const emptied = values.filter(({ value }) => value === null)
  const changed: { memberId: Id; fieldId: Id }[] = []
  if (emptied.length > 0) {
    const { rows } = await sql<{ memberId: Id; fieldId: Id }>`
      delete from member_field_value using unnest(
          ${emptied.map(({ memberId }) => memberId)}::bigint[], ${emptied.map(({ field }) => field.id)}::bigint[])
        as gone (member_id, field_id)
       where member_field_value.member_id = gone.member_id and member_field_value.field_id = gone.field_id
      returning member_field_value.member_id as "memberId", member_field_value.field_id as "fieldId"`.execute(
      ctx.db,
    )
    changed.push(...rows)
  }
  if (kept.length > 0) {
    // A sealed value differs each time it is sealed: whether it is the same is found by opening it.
    const held = await heldSecrets(ctx, vault, kept)
    const fresh = kept.filter(
      ({ memberId, field, value }) =>
        !field.sensitive || held.get(`${memberId}:${field.id}`) !== JSON.stringify(value),
    )
    const { rows } = await sql<{ memberId: Id; fieldId: Id }>`
      insert into member_field_value as held
             (member_id, field_id, value, sealed, source, source_id, set_by, set_at)
      select member_id, field_id, value::jsonb, sealed, ${origin.source}, ${origin.sourceId ?? null}::bigint,
             ${describeActor(ctx.actor)}, ${ctx.now}
        from unnest(
          ${fresh.map(({ memberId }) => memberId)}::bigint[], ${fresh.map(({ field }) => field.id)}::bigint[],
          ${fresh.map(({ field, value }) => (field.sensitive ? null : JSON.stringify(value)))}::text[],
          ${fresh.map(({ field, value }) => (field.sensitive ? vault.seal(JSON.stringify(value)) : null))}::text[])
        as given (member_id, field_id, value, sealed)
       order by member_id, field_id
      on conflict (member_id, field_id) do update
         set value = excluded.value, sealed = excluded.sealed, source = excluded.source,
             source_id = excluded.source_id, set_by = excluded.set_by, set_at = excluded.set_at
       where held.value is distinct from excluded.value or held.sealed is not null
      returning member_id as "memberId", field_id as "fieldId"`.execute(ctx.db)
    changed.push(...rows)
  }
  const keys = new Map(values.map(({ field }) => [field.id, field.key]))
  return changed.map(({ memberId, fieldId }) => ({ memberId, key: keys.get(fieldId)! }))
}

async function heldSecrets(
  ctx: Ctx,
  vault: Vault,
  values: readonly WrittenValue[],
): Promise<Map<string, string>> {
  const secret = values.filter(({ field }) => field.sensitive)
  if (secret.length === 0) return new Map()
  const { rows } = await sql<{ memberId: Id; fieldId: Id; sealed: string }>`
    select member_id as "memberId", field_id as "fieldId", sealed from member_field_value
     where (member_id, field_id) in (select * from unnest(
       ${secret.map(({ memberId }) => memberId)}::bigint[], ${secret.map(({ field }) => field.id)}::bigint[]))
       and sealed is not null`.execute(ctx.db)
  return new Map(rows.map((row) => [`${row.memberId}:${row.fieldId}`, vault.open(row.sealed)]))
}
