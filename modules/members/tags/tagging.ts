/** Tags: who gave which member which tag, and when. Many members at once, in a few statements. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { afterCommit, type Ctx, transact } from '#base/context.ts'
import type { Fact } from '#base/facts/fact.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import { audit } from '#modules/identity/api.ts'
import { memberTagged, memberUntagged } from '../facts.ts'
import { type MemberFilter, membersWhere } from '../people/filter.ts'
import { countMembers } from '../people/members.sql.ts'
import { memberProblems } from '../problems.ts'

/** More than this in one transaction would hold its locks too long. */
export const mostAtOnce = 50_000

/** Which members: by id (`foundBy`: the filter that found them), or all that fit a filter. */
export type Chosen =
  | { readonly ids: readonly Id[]; readonly foundBy?: MemberFilter }
  | { readonly filter: MemberFilter }

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
  return { ids: rows.map(({ id }) => id), foundBy: chosen.filter }
}

/** Gives members tags, making tags that do not exist. Returns how many member–tag pairs are new. */
export async function tagMembers(ctx: Ctx, chosen: Chosen, names: readonly string[]): Promise<number> {
  return await transact(ctx, async (tx) => {
    await refuseTooMany(tx, chosen)
    await sql`insert into tag (name, created_at) select unnest(${[...names].sort()}::text[]), ${ctx.now}
              on conflict (name) do nothing`.execute(tx.db)
    const { rows } = await sql<{ memberId: Id; tag: string }>`
      with added as (
        insert into member_tag (member_id, tag_id, added_at, added_by)
        select member.id, tag.id, ${ctx.now}, ${describeActor(ctx.actor)}
          from (${whichMembers(tx, chosen)}) as member
          join tag on tag.name = any(${[...names]}::text[])
         order by member.id, tag.id
        on conflict do nothing
        returning member_id, tag_id)
      select member_id as "memberId", tag.name as tag from added join tag on tag.id = added.tag_id`.execute(
      tx.db,
    )
    await announceEach(tx, memberTagged, rows)
    await audit(tx, 'members.tagged', undefined, { tags: names, ...describe(chosen), changed: rows.length })
    return rows.length
  })
}

/** Takes tags from members. Returns how many pairs are gone. */
export async function untagMembers(ctx: Ctx, chosen: Chosen, names: readonly string[]): Promise<number> {
  return await transact(ctx, async (tx) => {
    await refuseTooMany(tx, chosen)
    const { rows } = await sql<{ memberId: Id; tag: string }>`
      delete from member_tag using tag
       where tag.id = member_tag.tag_id and tag.name = any(${[...names]}::text[])
         and member_tag.member_id in (${whichMembers(tx, chosen)})
      returning member_tag.member_id as "memberId", tag.name as tag`.execute(tx.db)
    await announceEach(tx, memberUntagged, rows)
    await audit(tx, 'members.untagged', undefined, { tags: names, ...describe(chosen), changed: rows.length })
    return rows.length
  })
}

/** Tags in use with how many members carry each, most used first. */
export async function findTags(ctx: Ctx): Promise<{ name: string; members: number }[]> {
  const { rows } = await sql<{ name: string; members: string }>`
    select tag.name, count(member_tag.member_id) as members
      from tag left join member_tag on member_tag.tag_id = tag.id
     group by tag.id order by members desc, tag.name limit 500`.execute(ctx.db)
  return rows.map((row) => ({ name: row.name, members: Number(row.members) }))
}

const whichMembers = (ctx: Ctx, chosen: Chosen) =>
  'ids' in chosen
    ? sql`select id from member where id = any(${[...chosen.ids]}::bigint[])`
    : sql`${ctx.db.selectFrom('member').select('member.id').where(membersWhere(chosen.filter, ctx.now))}`

async function refuseTooMany(ctx: Ctx, chosen: Chosen): Promise<void> {
  const count = 'ids' in chosen ? chosen.ids.length : await countMembers(ctx, chosen.filter)
  if (count > mostAtOnce) throw memberProblems.tooManyMembers({ values: { limit: mostAtOnce, count } })
}

const describe = (chosen: Chosen) => {
  if (!('ids' in chosen)) return { filter: chosen.filter }
  const { ids, foundBy } = chosen
  return { ...(foundBy ? { filter: foundBy } : { ids: ids.slice(0, 100) }), members: ids.length }
}

/** One row of the log for each pair, in one statement: `announce` for tens of thousands. */
async function announceEach(
  ctx: Ctx,
  fact: Fact,
  changes: readonly { readonly memberId: Id; readonly tag: string }[],
): Promise<void> {
  if (changes.length === 0) return
  const staff = ctx.actor.kind === 'account' && ctx.actor.operator !== undefined
  await sql`
    insert into event_log (name, source, actor, occurred_at, member_id, staff, props, context)
    select ${fact.name}, 'fact', ${describeActor(ctx.actor)}, ${ctx.now}, change.member_id, ${staff},
           jsonb_build_object('tag', change.tag), jsonb_build_object('request', ${ctx.requestId}::text)
      from unnest(${changes.map((change) => change.memberId)}::bigint[], ${changes.map((change) => change.tag)}::text[])
        as change (member_id, tag)`.execute(ctx.db)
  afterCommit(ctx, wakeFollowers)
}
