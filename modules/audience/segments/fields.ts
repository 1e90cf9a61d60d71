/** Which static segments a member is on, as a field: the warehouse keeps copies of it, so that conditions can ask. */
import type { FieldSource } from '#base/declarations/fields.ts'
import { segmentLabels } from './segments.messages.ts'

/** Conditions do not name this field; a segment in a condition is asked through it when it is a list. */
export const listedField = 'segment.listed'

export const segmentFields: FieldSource = {
  name: 'segments',
  describe: async (ctx) => {
    const lists = await ctx.db
      .selectFrom('segment')
      .select(['id', 'name'])
      .where('kind', '=', 'static')
      .orderBy('name')
      .execute()
    return [
      {
        key: listedField,
        label: segmentLabels.listed,
        type: 'choices',
        section: segmentLabels.fields,
        teamOnly: true,
        options: lists.map(({ id, name }) => ({ value: id, label: name })),
      },
    ]
  },
  read: async (ctx, memberIds) => {
    const rows = await ctx.db
      .selectFrom('segment_member')
      .innerJoin('segment', 'segment.id', 'segment_member.segment_id')
      .select(['segment_member.member_id as memberId', 'segment.id'])
      .where('segment_member.member_id', 'in', [...memberIds])
      .where('segment.kind', '=', 'static')
      .execute()
    const lists = new Map<string, string[]>()
    for (const { memberId, id } of rows) lists.set(memberId, [...(lists.get(memberId) ?? []), id])
    return new Map([...lists].map(([memberId, ids]) => [memberId, { [listedField]: ids.sort() }]))
  },
}
