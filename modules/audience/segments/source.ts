/** Segments as conditions ask for them: dynamic by their definition, lists by the field that keeps them. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Definition } from '../conditions/condition.ts'
import type { NamedDefinition, SegmentSource } from '../conditions/segment-source.ts'
import { listedField } from './fields.ts'

export const segmentSource: SegmentSource = {
  find: async (ctx, ids) => {
    if (ids.length === 0) return new Map<Id, NamedDefinition>()
    const rows = await ctx.db
      .selectFrom('segment')
      .leftJoin('segment_version', (join) =>
        join
          .onRef('segment_version.segment_id', '=', 'segment.id')
          .onRef('segment_version.number', '=', 'segment.version'),
      )
      .select([
        'segment.id',
        'segment.name',
        'segment.kind',
        sql<Definition | null>`segment_version.definition`.as('definition'),
      ])
      .where('segment.id', 'in', [...ids])
      .execute()
    return new Map(
      rows.map(({ id, name, kind, definition }) => [
        id,
        { name, definition: kind === 'dynamic' && definition ? definition : listOf(id) },
      ]),
    )
  },
}

const listOf = (id: Id): Definition => ({
  version: 1,
  who: { kind: 'field', field: listedField, test: { op: 'hasAnyOf', value: [id] } },
})
