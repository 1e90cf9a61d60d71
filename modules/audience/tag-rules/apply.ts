/**
 * Applying a tag rule: who fits and has not the tag gets it from the rule, who has it from the rule and fits no
 * more loses it. In ascending slices of one transaction each; killed anywhere, the next run does the rest. Tags
 * from other hands are never taken: nobody gets a tag that he refused, or one of an exclusive heading of which
 * he carries another.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { Problem } from '#base/http/problem.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { tagMembers, untagMembers } from '#modules/members/api.ts'
import type { Audience } from '../audience.ts'
import { tagRuleChanged } from '../facts.ts'
import { endOfSlice, sliceSize, upTo } from '../ranges.ts'
import { findTagRule, type TagRule } from './tag-rules.ts'

export interface Applied {
  /** How many carry the tag because of the rule. */
  readonly members: number
  readonly given: number
  readonly taken: number
}

/** Undefined when the rule is gone or paused, or somebody changed it meanwhile. Keeps the reason of a failure on the rule. */
export async function applyTagRule(
  ctx: Ctx,
  audience: Pick<Audience, 'members'>,
  id: Id,
  run?: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Applied | undefined> {
  const rule = await findTagRule(ctx, id)
  if (!rule?.active) return undefined
  const writer = randomUUID()
  await ctx.db.updateTable('tag_rule').set({ run: writer }).where('id', '=', id).execute()
  try {
    return await applySteps(ctx, audience, rule, writer, run)
  } catch (error) {
    await ctx.db
      .updateTable('tag_rule')
      .set({ failure: error instanceof Problem ? error.code : 'internal' })
      .where('id', '=', id)
      .where('run', '=', writer)
      .execute()
    throw error
  }
}

async function applySteps(
  ctx: Ctx,
  audience: Pick<Audience, 'members'>,
  rule: TagRule,
  writer: string,
  run?: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Applied | undefined> {
  let given = 0
  let taken = 0
  let seen = 0
  let from: Id = '0'
  const step = async (ids: readonly Id[], to: Id | null) => {
    for (let fits = ids, low = from; ; ) {
      run?.signal.throwIfAborted()
      const moved = await applySlice(ctx, rule, writer, { ids: fits, from: low, to })
      if (!moved) return false
      given += moved.given
      taken += moved.taken
      seen += moved.looked
      await run?.progress(seen)
      if (moved.end === undefined) return true
      fits = fits.slice(moved.looked)
      low = moved.end
    }
  }
  for await (const ids of audience.members(ctx, rule.definition)) {
    const last = ids.at(-1)
    if (last === undefined) continue
    if (!(await step(ids, last))) return undefined
    from = last
  }
  return (await step([], null)) ? await conclude(ctx, rule, writer, { given, taken }) : undefined
}

interface Slice {
  /** Who fits, above `from` up to `to`; without `to`, nobody above the last of them does. */
  readonly ids: readonly Id[]
  readonly from: Id
  readonly to: Id | null
}

interface Moved {
  readonly given: number
  readonly taken: number
  /** How many of those who fit were looked at, up to `end` (undefined: all of them). */
  readonly looked: number
  readonly end: Id | undefined
}

/** Applies as much of it as one transaction should; undefined when somebody took over. */
async function applySlice(
  ctx: Ctx,
  rule: TagRule,
  writer: string,
  { ids, from, to }: Slice,
): Promise<Moved | undefined> {
  return await transact(ctx, async (tx) => {
    const held = await tx.db
      .selectFrom('tag_rule')
      .select('id')
      .where('id', '=', rule.id)
      .where('run', '=', writer)
      .forUpdate()
      .executeTakeFirst()
    if (!held) return undefined
    const carried = await findCarriers(tx, rule, from, to)
    const end = endOfSlice(ids, carried)
    const fits = upTo(ids, end)
    const fitting = new Set(fits)
    const missing = await findMissing(tx, rule, fits)
    const gone = rule.takesAway ? upTo(carried, end).filter((id) => !fitting.has(id)) : []
    const origin = { source: 'rule', sourceId: rule.id } as const
    return {
      given: missing.length > 0 ? await tagMembers(tx, { ids: missing }, [rule.tag], origin) : 0,
      taken: gone.length > 0 ? await untagMembers(tx, { ids: gone }, [rule.tag], origin) : 0,
      looked: fits.length,
      end,
    }
  })
}

/** The next who carry the tag because of the rule, ascending. */
async function findCarriers(ctx: Ctx, rule: TagRule, from: Id, to: Id | null): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select member_id as id from member_tag
     where tag_id = ${rule.tagId}::bigint and source = 'rule' and source_id = ${rule.id}::bigint
       and member_id > ${from}::bigint and (${to}::bigint is null or member_id <= ${to}::bigint)
     order by member_id limit ${sliceSize}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Of those who fit, whom the rule may give the tag. */
async function findMissing(ctx: Ctx, rule: TagRule, fits: readonly Id[]): Promise<readonly Id[]> {
  if (fits.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    select member.id from unnest(${[...fits]}::bigint[]) as fits join member on member.id = fits
     where not exists (select from member_tag t where t.member_id = member.id and t.tag_id = ${rule.tagId}::bigint)
       and not exists (select from tag_refusal r where r.member_id = member.id and r.tag_id = ${rule.tagId}::bigint)
       and not exists (
         select from member_tag t join tag other on other.id = t.tag_id
           join tag mine on mine.id = ${rule.tagId}::bigint and mine.tag_group_id = other.tag_group_id
           join tag_group heading on heading.id = mine.tag_group_id and heading.exclusive
          where t.member_id = member.id and t.tag_id <> mine.id)`.execute(ctx.db)
  return rows.map((row) => row.id)
}

async function conclude(
  ctx: Ctx,
  rule: TagRule,
  writer: string,
  moved: { readonly given: number; readonly taken: number },
): Promise<Applied | undefined> {
  return await transact(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('member_tag')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('source', '=', 'rule')
      .where('source_id', '=', rule.id)
      .where('tag_id', '=', rule.tagId)
      .executeTakeFirstOrThrow()
    const members = Number(count)
    const done = await tx.db
      .updateTable('tag_rule')
      .set({ run: null, computed_at: ctx.now, members, failure: null })
      .where('id', '=', rule.id)
      .where('run', '=', writer)
      .returning('id')
      .executeTakeFirst()
    if (!done) return undefined
    if (rule.computedAt === null || rule.failure !== null || moved.given + moved.taken > 0)
      await announce(tx, tagRuleChanged, { ruleId: rule.id, change: 'applied' })
    return { members, ...moved }
  })
}
