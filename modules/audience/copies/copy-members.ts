/**
 * Copies of members in the warehouse: all values that modules declare, read as the single evaluator reads them.
 * A copy carries the moment before it was read as its version, so that a later read always wins.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Warehouse } from '#base/parts.ts'
import type { KnownFields } from '../conditions/fields.ts'
import type { Copies } from './copies.ts'
import { findGeneration } from './generation.ts'

/** Members of one read and one insert. */
const batch = 2_000

export function openCopies(warehouse: Pick<Warehouse, 'query' | 'insert'>, fields: KnownFields): Copies {
  async function write(ctx: Ctx, memberIds: readonly Id[]): Promise<void> {
    // The values are read after this moment, so they are at least as new.
    const { rows: clock } = await sql<{ version: string }>`
      select (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as version`.execute(ctx.db)
    const version = clock[0]!.version
    // A double is no member: what he did counts for the one that remains.
    const { rows: members } = await sql<{ id: Id }>`
      select id from member where id = any(${[...memberIds]}::bigint[]) and merged_into is null`.execute(
      ctx.db,
    )
    const present = members.map(({ id }) => id)
    const values = await fields.read(ctx, present)
    await warehouse.insert({
      table: 'member',
      columns: ['id', 'present', 'texts', 'numbers', 'version'],
      rows: memberIds.map((id) => {
        const known = [...(values.get(id) ?? [])]
        return {
          id,
          present: values.has(id),
          texts: Object.fromEntries(known.filter(([, value]) => typeof value === 'object')),
          numbers: Object.fromEntries(known.filter(([, value]) => typeof value === 'number')),
          version,
        }
      }),
    })
  }

  return {
    async refresh(ctx, memberIds) {
      const ids = [...new Set(memberIds)]
      for (let at = 0; at < ids.length; at += batch) await write(ctx, ids.slice(at, at + batch))
    },

    async fill(ctx, run = {}) {
      const generation = await findGeneration(ctx, warehouse)
      if (generation === undefined) return false
      await begin(ctx, generation)
      const { rows: counted } = await sql<{ total: string }>`select count(*) as total from member`.execute(
        ctx.db,
      )
      for (;;) {
        if (run.signal?.aborted) return false
        const { rows: stands } = await sql<{ done_to: string; finished: boolean; members: string }>`
          select done_to, members, finished_at is not null as finished from member_copies
           where generation = ${generation}::uuid`.execute(ctx.db)
        const [state] = stands
        // Forgotten, or made anew, meanwhile.
        if (!state) return false
        if (state.finished) return true
        const { rows: next } = await sql<{ id: Id }>`
          select id from member where id > ${state.done_to}::bigint order by id limit ${batch}`.execute(
          ctx.db,
        )
        if (next.length > 0)
          await write(
            ctx,
            next.map(({ id }) => id),
          )
        else if ((await findGeneration(ctx, warehouse)) !== generation) return false
        await sql`
          update member_copies set done_to = ${next.at(-1)?.id ?? state.done_to}::bigint, members = members + ${next.length},
                 finished_at = case when ${next.length} = 0 then now() end
           where generation = ${generation}::uuid and done_to = ${state.done_to}::bigint and finished_at is null`.execute(
          ctx.db,
        )
        await run.progress?.(Number(state.members) + next.length, Number(counted[0]?.total))
      }
    },

    async forget(ctx) {
      await sql`update member_copies set generation = null, finished_at = null`.execute(ctx.db)
    },

    async areWhole(ctx) {
      const { rows } = await sql<{ whole: boolean }>`
        select copies.finished_at is not null and sink.caught_up_at is not null as whole
          from member_copies as copies, warehouse_sink as sink
         where copies.generation = sink.generation`.execute(ctx.db)
      return rows[0]?.whole ?? false
    },
  }

  /** Takes up the work where it stands, or begins it for tables that have no copies. */
  async function begin(ctx: Ctx, generation: string): Promise<void> {
    const lost = await isLost(ctx)
    await sql`
      update member_copies set generation = ${generation}::uuid, done_to = 0, members = 0, began_at = now(), finished_at = null
       where generation is distinct from ${generation}::uuid or ${lost}`.execute(ctx.db)
  }

  /** Finished, and yet there is nothing although there are members: the tables were made again under the same name. */
  async function isLost(ctx: Ctx): Promise<boolean> {
    const { rows } = await sql<{ expected: boolean }>`
      select finished_at is not null and exists (select from member) as expected from member_copies`.execute(
      ctx.db,
    )
    if (!rows[0]?.expected) return false
    const [copied] = await warehouse.query<{ n: string }>(
      'SELECT count() AS n FROM (SELECT id FROM member LIMIT 1)',
    )
    return copied?.n === '0'
  }
}
