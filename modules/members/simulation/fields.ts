/**
 * What simulated people told of themselves: birthday, occupation, interests … as fields of one's own, each
 * filled in by some of them. Who says what follows from the number of the person, so that a run is the same
 * each time; nothing of it depends on behaviour.
 */
import { sql } from 'kysely'
import type pg from 'pg'
import type { Ctx } from '#base/context.ts'

interface Simulated {
  readonly key: string
  readonly label: string
  readonly type: 'day' | 'choice' | 'choices' | 'region'
  readonly options: readonly string[]
  /** Share of people who filled it in, in percent. */
  readonly share: number
}

const fields: readonly Simulated[] = [
  { key: 'birthday', label: '生日', type: 'day', options: [], share: 62 },
  { key: 'gender', label: '性别', type: 'choice', options: ['女', '男', '不想说'], share: 71 },
  {
    key: 'occupation',
    label: '职业',
    type: 'choice',
    options: ['互联网', '设计', '教师', '学生', '医护', '金融', '自由职业', '餐饮', '制造', '公务员'],
    share: 48,
  },
  {
    key: 'interests',
    label: '兴趣',
    type: 'choices',
    options: ['手冲', '意式', '拉花', '烘焙', '器具', '冷萃'],
    share: 55,
  },
]

/** Fills the fields of a run's people, in the load's transaction. Fields that are there already keep their words. */
export async function fillFields(client: pg.PoolClient, runId: string, now: Date): Promise<void> {
  // The lock of those who define fields: two of them must not add the same key.
  await client.query('select pg_advisory_xact_lock(7105881)')
  for (const [at, field] of fields.entries())
    await client.query(
      `insert into member_field (key, label, type, options, member_access, position, created_at, created_by)
       values ($1, $2, $3, $4, 'edit', $5, $6, 'system:seed') on conflict (key) do nothing`,
      [
        field.key,
        field.label,
        field.type,
        JSON.stringify(field.options.map((value) => ({ value, label: value }))),
        at,
        now,
      ],
    )
  for (const [at, field] of fields.entries())
    await client.query(
      `insert into member_field_value (member_id, field_id, value, source, set_by, set_at)
       select member.id, member_field.id,
              case member_field.type
                when 'day' then to_jsonb((date '1972-01-01' + (dice / 97 % 12500)::int)::text)
                when 'choice' then options -> ((dice / 97 % jsonb_array_length(options))::int) -> 'value'
                else (select jsonb_agg(option -> 'value' order by place)
                        from jsonb_array_elements(options) with ordinality as each (option, place)
                       where (dice / 97 + place * 31) % 5 < 2 or place = 1 + dice % jsonb_array_length(options))
              end,
              'member', 'system:seed', member.joined_at
         from member
         join member_field on member_field.key = $2 and member_field.type = $3
        cross join lateral (select abs(hashint8(member.id * 7 + $4)::bigint) as dice) as thrown
        where member.seed_run_id = $1 and dice % 100 < $5
       on conflict do nothing`,
      [runId, field.key, field.type, at, field.share],
    )
}

/** Takes out fields that only the simulation used; the values went with the people. */
export async function dropUnusedFields(ctx: Ctx): Promise<void> {
  await sql`delete from member_field
    where created_by = 'system:seed'
      and not exists (select from member_field_value where member_field_value.field_id = member_field.id)`.execute(
    ctx.db,
  )
}
