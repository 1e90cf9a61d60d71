/** Tags: who gave which member which tag, and when. Many members at once, in a few statements. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { afterCommit, type Ctx, transact } from '#base/context.ts'
import type { Fact } from '#base/facts/fact.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import { audit } from '#modules/identity/api.ts'
import { memberTagged, memberUntagged } from '../facts.ts'
import { byOperator, type Origin, type SourceKind } from '../origin.ts'
import { type MemberFilter, membersWhere, type Understood } from '../people/filter.ts'
import { countMembers } from '../people/members.sql.ts'
import { memberProblems } from '../problems.ts'

/** More than this in one transaction would hold its locks too long. */
export const mostAtOnce = 50_000

/** Which members: by id (`foundBy`: the filter that found them), or all that fit a filter. */
export type Chosen =
  | { readonly ids: readonly Id[]; readonly foundBy?: MemberFilter }
  /** `asked`: the filter as it was asked, for the audit log. */
  | { readonly filter: Understood; readonly asked?: MemberFilter }

/** Takes tags from members and gives them others, in one step. Returns how many pairs are new, and gone. */
export async function changeTags(
  ctx: Ctx,
  chosen: Chosen,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<{ added: number; removed: number }> {
  return await transact(ctx, async (tx) => {
    // Taking a tag away must not decide who is given the other one.
    const same = add.length > 0 && remove.length > 0 ? await settleOn(tx, chosen) : chosen
    return {
      removed: remove.length > 0 ? await untagMembers(tx, same, remove) : 0,
      added: add.length > 0 ? await tagMembers(tx, same, add) : 0,
    }
  })
}

async function settleOn(ctx: Ctx, chosen: Chosen): Promise<Chosen> {
  if ('ids' in chosen) return chosen
  await refuseTooMany(ctx, chosen)
  const { rows } = await sql<{ id: Id }>`${whichMembers(ctx, chosen)}`.execute(ctx.db)
  return { ids: rows.map(({ id }) => id), ...(chosen.asked ? { foundBy: chosen.asked } : {}) }
}

/**
 * Gives members tags, making tags that do not exist. Nobody is given a tag that he does not want to carry;
 * of an exclusive group one tag stays, except that a rule makes no room: whoever gives by a rule leaves out who
 * carries another. A tag that an operator gives stays when the rule that gave it first
 * no longer would. Returns how many member–tag pairs are new.
 */
export async function tagMembers(
  ctx: Ctx,
  chosen: Chosen,
  names: readonly string[],
  { source, sourceId }: Origin = byOperator,
): Promise<number> {
  return await transact(ctx, async (tx) => {
    await refuseTooMany(tx, chosen)
    await sql`insert into tag (name, created_at) select unnest(${[...names].sort()}::text[]), ${ctx.now}
              on conflict (name) do nothing`.execute(tx.db)
    const { rows } = await sql<{ memberId: Id; tag: string; fresh: boolean }>`
      with added as (
        insert into member_tag as held (member_id, tag_id, added_at, added_by, source, source_id)
        select member.id, tag.id, ${ctx.now}, ${describeActor(ctx.actor)}, ${source}, ${sourceId ?? null}::bigint
          from (${whichMembers(tx, chosen)}) as member
          join tag on tag.name = any(${[...names]}::text[])
         where not exists (select from tag_refusal
                            where tag_refusal.member_id = member.id and tag_refusal.tag_id = tag.id)
         order by member.id, tag.id
        on conflict (member_id, tag_id) do update
           set source = excluded.source, source_id = excluded.source_id, added_by = excluded.added_by,
               added_at = excluded.added_at
         where held.source = 'rule' and excluded.source <> 'rule'
        returning member_id, tag_id, xmax = 0 as fresh)
      select member_id as "memberId", tag.name as tag, fresh from added join tag on tag.id = added.tag_id`.execute(
      tx.db,
    )
    const fresh = rows.filter((row) => row.fresh)
    await announceEach(tx, memberTagged, fresh, source)
    const replaced = source === 'rule' ? 0 : await makeRoom(tx, fresh, names)
    await audit(tx, 'members.tagged', undefined, {
      tags: names,
      ...describe(chosen),
      changed: fresh.length,
      ...(replaced > 0 ? { replaced } : {}),
    })
    return fresh.length
  })
}

/** Takes the other tags of exclusive groups from members who were just given one of them. */
async function makeRoom(
  ctx: Ctx,
  given: readonly { readonly memberId: Id }[],
  names: readonly string[],
): Promise<number> {
  if (given.length === 0) return 0
  const { rows } = await sql<{ memberId: Id; tag: string }>`
    delete from member_tag using tag, tag_group
     where tag.id = member_tag.tag_id and tag_group.id = tag.tag_group_id and tag_group.exclusive
       and member_tag.member_id = any(${[...new Set(given.map(({ memberId }) => memberId))]}::bigint[])
       and tag.name <> all(${[...names]}::text[])
       and tag.tag_group_id in (select tag_group_id from tag where name = any(${[...names]}::text[]))
    returning member_tag.member_id as "memberId", tag.name as tag`.execute(ctx.db)
  await announceEach(ctx, memberUntagged, rows, 'system')
  return rows.length
}

/**
 * Takes tags from members; with `only`, those that came from there (a rule takes back what it gave, and
 * nothing else). Returns how many pairs are gone.
 */
export async function untagMembers(
  ctx: Ctx,
  chosen: Chosen,
  names: readonly string[],
  only?: Origin,
): Promise<number> {
  return await transact(ctx, async (tx) => {
    await refuseTooMany(tx, chosen)
    const { rows } = await sql<{ memberId: Id; tag: string }>`
      delete from member_tag using tag
       where tag.id = member_tag.tag_id and tag.name = any(${[...names]}::text[])
         ${only ? sql`and member_tag.source = ${only.source} and member_tag.source_id is not distinct from ${only.sourceId ?? null}::bigint` : sql``}
         and member_tag.member_id in (${whichMembers(tx, chosen)})
      returning member_tag.member_id as "memberId", tag.name as tag`.execute(tx.db)
    await announceEach(tx, memberUntagged, rows, only?.source ?? 'operator')
    await audit(tx, 'members.untagged', undefined, { tags: names, ...describe(chosen), changed: rows.length })
    return rows.length
  })
}

/** Tags with how many members carry each, most used first. */
export async function findTags(
  ctx: Ctx,
): Promise<{ id: Id; name: string; note: string; groupId: Id | null; members: number; byRule: number }[]> {
  const { rows } = await sql<{
    id: Id
    name: string
    note: string
    groupId: Id | null
    members: string
    byRule: string
  }>`
    select tag.id, tag.name, tag.note, tag.tag_group_id as "groupId", count(member_tag.member_id) as members,
           count(*) filter (where member_tag.source = 'rule') as "byRule"
      from tag left join member_tag on member_tag.tag_id = tag.id
     group by tag.id order by members desc, tag.name limit 500`.execute(ctx.db)
  return rows.map((row) => ({ ...row, members: Number(row.members), byRule: Number(row.byRule) }))
}

const whichMembers = (ctx: Ctx, chosen: Chosen) =>
  'ids' in chosen
    ? // Joined rather than compared with `any`: ten thousand ids are never looked through for each tag.
      sql`select distinct member.id from unnest(${[...chosen.ids]}::bigint[]) as chosen join member on member.id = chosen`
    : sql`${ctx.db.selectFrom('member').select('member.id').where(membersWhere(chosen.filter, ctx.now))}`

async function refuseTooMany(ctx: Ctx, chosen: Chosen): Promise<void> {
  const count = 'ids' in chosen ? chosen.ids.length : await countMembers(ctx, chosen.filter)
  if (count > mostAtOnce) throw memberProblems.tooManyMembers({ values: { limit: mostAtOnce, count } })
}

const describe = (chosen: Chosen) => {
  if (!('ids' in chosen)) {
    const { within: _, ...plain } = chosen.filter
    return { filter: chosen.asked ?? plain }
  }
  const { ids, foundBy } = chosen
  return { ...(foundBy ? { filter: foundBy } : { ids: ids.slice(0, 100) }), members: ids.length }
}

/** One row of the log for each pair, in one statement: `announce` for tens of thousands. */
async function announceEach(
  ctx: Ctx,
  fact: Fact,
  changes: readonly { readonly memberId: Id; readonly tag: string }[],
  source: SourceKind,
): Promise<void> {
  if (changes.length === 0) return
  const staff = ctx.actor.kind === 'account' && ctx.actor.operator !== undefined
  await sql`
    insert into event_log (name, source, actor, occurred_at, member_id, staff, props, context)
    select ${fact.name}, 'fact', ${describeActor(ctx.actor)}, ${ctx.now}, change.member_id, ${staff},
           jsonb_build_object('tag', change.tag, 'source', ${source}::text), jsonb_build_object('request', ${ctx.requestId}::text)
      from unnest(${changes.map((change) => change.memberId)}::bigint[], ${changes.map((change) => change.tag)}::text[])
        as change (member_id, tag)`.execute(ctx.db)
  afterCommit(ctx, wakeFollowers)
}
