/** What conditions may ask about care: programmes, stages, when somebody was last visited. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { FieldSource, FieldValue } from '#base/declarations/fields.ts'
import type { Day } from '#base/time/calendar.ts'
import { careLabels, programLabels, stageLabels } from './care.messages.ts'
import { programs, stages } from './programs.ts'

const programOptions = programs.map((value) => ({ value, label: programLabels[value] }))

export const careFields: FieldSource = {
  name: 'care',
  describe: async () => [
    {
      key: 'care.program',
      label: careLabels.program,
      type: 'choices',
      section: careLabels.section,
      teamOnly: true,
      options: programOptions,
    },
    {
      key: 'care.stage',
      label: careLabels.stage,
      type: 'choice',
      section: careLabels.section,
      teamOnly: true,
      of: { label: careLabels.inProgram, options: programOptions },
      options: stages.map((value) => ({ value, label: stageLabels[value] })),
    },
    {
      key: 'care.visited_on',
      label: careLabels.visitedAt,
      type: 'day',
      section: careLabels.section,
      teamOnly: true,
    },
  ],
  read: async (ctx, memberIds) => {
    const { rows } = await sql<{
      memberId: Id
      program: string | null
      stage: string | null
      on: Day | null
    }>`
      select member_id as "memberId", program, stage, null as "on"
        from care where member_id = any(${[...memberIds]}::bigint[]) and ended_at is null
      union all
      select member_id, null, null, max(visited_on)::text
        from care_visit where member_id = any(${[...memberIds]}::bigint[]) group by member_id`.execute(ctx.db)
    const values = new Map<Id, Record<string, FieldValue>>()
    for (const { memberId, program, stage, on } of rows) {
      const held = values.get(memberId) ?? {}
      values.set(memberId, held)
      if (on) held['care.visited_on'] = on
      if (!program) continue
      held['care.program'] = [...((held['care.program'] as readonly string[] | undefined) ?? []), program]
      held[`care.stage:${program}`] = stage
    }
    return values
  },
}
