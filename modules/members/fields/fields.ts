/** The fields that a community defines: adding, changing, ordering and archiving them. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { memberFieldDefined } from '../facts.ts'
import { memberProblems } from '../problems.ts'
import {
  type FieldWords,
  type MemberField,
  type MemberFieldOption,
  type MemberFieldType,
  mostFields,
} from './field.ts'

const columns = [
  'id',
  'key',
  'label',
  'hint',
  'type',
  'options',
  'required',
  'necessary',
  'sensitive',
  'purpose',
  'member_access as memberAccess',
  'seen_by as seenBy',
  'edited_by as editedBy',
  'position',
  'archived_at as archivedAt',
] as const

/** All fields in their order; archived ones when asked for. At most a few hundred. */
export async function findFields(
  ctx: Pick<Ctx, 'db'>,
  { archived = false }: { readonly archived?: boolean } = {},
): Promise<MemberField[]> {
  const rows = await ctx.db
    .selectFrom('member_field')
    .select(columns)
    .$if(!archived, (query) => query.where('archived_at', 'is', null))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    type: row.type as MemberFieldType,
    options: row.options as unknown as MemberFieldOption[],
    memberAccess: row.memberAccess as MemberField['memberAccess'],
  }))
}

export async function getField(ctx: Ctx, id: Id): Promise<MemberField> {
  const field = (await findFields(ctx, { archived: true })).find((each) => each.id === id)
  if (!field) throw memberProblems.fieldNotFound()
  return field
}

/** Adds a field at the end. Throws `field_key_taken`, `too_many_fields`, `field_invalid`. */
export async function addField(
  ctx: Ctx,
  given: FieldWords & { readonly key: string; readonly type: MemberFieldType },
): Promise<MemberField> {
  refuseNonsense(given.type, given)
  return await transact(ctx, async (tx) => {
    await lockFields(tx)
    const all = await findFields(tx, { archived: true })
    if (all.some((field) => field.key === given.key))
      throw memberProblems.fieldKeyTaken({ values: { key: given.key } })
    if (all.filter((field) => field.archivedAt === null).length >= mostFields)
      throw memberProblems.tooManyFields({ values: { limit: mostFields } })
    const { id } = await tx.db
      .insertInto('member_field')
      .values({
        key: given.key,
        type: given.type,
        ...rowOf(given),
        position: Math.max(0, ...all.map((field) => field.position + 1)),
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(tx, memberFieldDefined, { key: given.key, change: 'added' })
    await audit(tx, 'member_field.added', { kind: 'member_field', id }, { key: given.key, type: given.type })
    return await getField(tx, id)
  })
}

/**
 * Changes what is said of a field. Options that members hold stay readable by their value. A field cannot
 * become sensitive, or cease to be, while values are kept: they would have to change their form.
 */
export async function changeField(ctx: Ctx, id: Id, given: FieldWords): Promise<MemberField> {
  return await transact(ctx, async (tx) => {
    await lockFields(tx)
    const before = await getField(tx, id)
    refuseNonsense(before.type, given)
    if (given.sensitive !== before.sensitive && (await isFilled(tx, id))) throw memberProblems.fieldFilled()
    await tx.db.updateTable('member_field').set(rowOf(given)).where('id', '=', id).execute()
    await announce(tx, memberFieldDefined, { key: before.key, change: 'changed' })
    await audit(tx, 'member_field.changed', { kind: 'member_field', id }, { before, after: given })
    return await getField(tx, id)
  })
}

/** Puts a field away, or takes it out again. Its values stay, and are shown nowhere meanwhile. */
export async function archiveField(ctx: Ctx, id: Id, archived: boolean): Promise<MemberField> {
  return await transact(ctx, async (tx) => {
    await lockFields(tx)
    const before = await getField(tx, id)
    if ((before.archivedAt !== null) === archived) return before
    await tx.db
      .updateTable('member_field')
      .set({
        archived_at: archived ? ctx.now : null,
        archived_by: archived ? describeActor(ctx.actor) : null,
      })
      .where('id', '=', id)
      .execute()
    const change = archived ? 'archived' : 'restored'
    await announce(tx, memberFieldDefined, { key: before.key, change })
    await audit(tx, `member_field.${change}`, { kind: 'member_field', id }, { key: before.key })
    return await getField(tx, id)
  })
}

/** Puts the fields in this order; ones that are not named keep theirs, behind. */
export async function orderFields(ctx: Ctx, ids: readonly Id[]): Promise<MemberField[]> {
  return await transact(ctx, async (tx) => {
    await lockFields(tx)
    const all = await findFields(tx, { archived: true })
    const order = [...ids, ...all.map((field) => field.id).filter((id) => !ids.includes(id))]
    await sql`update member_field set position = place.at
                from unnest(${order}::bigint[]) with ordinality as place (id, at)
               where member_field.id = place.id`.execute(tx.db)
    await announce(tx, memberFieldDefined, { key: '', change: 'ordered' })
    await audit(tx, 'member_field.ordered', undefined, { ids: order })
    return await findFields(tx)
  })
}

/** How many members have something in each field, by field id. */
export async function countFilled(ctx: Ctx): Promise<Map<Id, number>> {
  const { rows } = await sql<{ id: Id; count: string }>`
    select field_id as id, count(*) as count from member_field_value group by field_id`.execute(ctx.db)
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

const rowOf = (given: FieldWords) => ({
  label: given.label,
  hint: given.hint,
  options: JSON.stringify(given.options),
  required: given.required,
  necessary: given.necessary,
  sensitive: given.sensitive,
  purpose: given.purpose,
  member_access: given.memberAccess,
  seen_by: given.seenBy,
  edited_by: given.editedBy,
})

function refuseNonsense(type: MemberFieldType, given: FieldWords): void {
  const chosen = type === 'choice' || type === 'choices'
  const values = given.options.map((option) => option.value)
  if (chosen && values.length === 0) throw memberProblems.fieldNeedsOptions()
  if (new Set(values).size !== values.length) throw memberProblems.fieldOptionsTwice()
  // PIPL 28: what is sensitive needs a purpose that can be told; and nobody is made to tell it.
  if (given.sensitive && given.purpose === '') throw memberProblems.fieldNeedsPurpose()
  // PIPL 16: whoever does not give what is not necessary is served all the same.
  if (given.required && !given.necessary && given.memberAccess === 'edit')
    throw memberProblems.fieldNotNecessary()
}

/** Definitions change one at a time: their number, order and keys are about all of them. */
const lockFields = (ctx: Ctx) => sql`select pg_advisory_xact_lock(7105881)`.execute(ctx.db)

const isFilled = async (ctx: Ctx, id: Id): Promise<boolean> =>
  (await ctx.db
    .selectFrom('member_field_value')
    .select('field_id')
    .where('field_id', '=', id)
    .limit(1)
    .executeTakeFirst()) !== undefined
