/**
 * What people did, read from the log of PostgreSQL row by row: the naive side of tests that compare an analysis of the
 * warehouse with it. Robots, staff, tests and the system are left out, browsers count for who they were proved to be,
 * doubles for who remains.
 */
import type pg from 'pg'

export interface BehaviourRow {
  readonly seq: bigint
  readonly member: string
  readonly name: string
  /** Microseconds since 1970. */
  readonly at: bigint
  /** In the community's zone. */
  readonly day: string
  readonly group: string | null
  readonly session: string | null
  readonly value: number | null
  readonly props: Readonly<Record<string, unknown>>
  readonly context: Readonly<Record<string, unknown>>
}

/** All of them, in the order of time and then of the log. */
export async function behaviourRows(pool: pg.Pool, zone: string): Promise<BehaviourRow[]> {
  const { rows } = await pool.query(
    `with proof as (
       select distinct on (anonymous_id) anonymous_id, member_id
         from (select props ->> 'anonymousId' as anonymous_id, member_id, seq from event_log
                where name = 'visitor.identified' and member_id is not null) as proved
        order by anonymous_id, seq)
     select e.seq::text, coalesce(m.merged_into, m.id, e.member_id, proof.member_id)::text as member, e.name,
            (extract(epoch from e.occurred_at) * 1000000)::bigint::text as at,
            to_char(e.occurred_at at time zone $1, 'YYYY-MM-DD') as day, e.group_id::text as group, e.session_id as session,
            e.value::float8 as value, e.props, e.context
       from event_log as e
       left join proof on e.member_id is null and proof.anonymous_id = e.anonymous_id
       left join member as m on m.id = coalesce(e.member_id, proof.member_id)
      where not (e.bot or e.staff or e.test)
        and not (e.source = 'fact' and (e.actor like 'system:%' or e.actor like 'apiKey:%'))
        and coalesce(e.member_id, proof.member_id) is not null
      order by e.occurred_at, e.seq`,
    [zone],
  )
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq), at: BigInt(row.at) }))
}
