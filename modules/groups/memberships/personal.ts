/** What groups keep about a member, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { say } from '#base/declarations/said.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { withdraw } from '../admission/joining.ts'
import { lockGroup } from '../groups/lock.ts'
import { endStay } from './memberships.ts'

const words = defineMessages({
  stays: { zh: '加入的社群、群名片与自我介绍', en: 'Groups, names and introductions in them' },
  staysKept: {
    zh: '用于群内互动，随账号保留；注销时退出并清空文字',
    en: 'Kept with the account to take part; on its end you leave and your words are erased',
  },
  full: {
    zh: '「{group}」已经满员，原来在里面的这份档案没有回到群里',
    en: '{group} is full by now: this profile is not back in it',
  },
  applications: { zh: '入群申请、答卷与群规同意记录', en: 'Applications, answers and consents to rules' },
  applicationsKept: {
    zh: '用于审核和说明结果，注销时删除',
    en: 'Kept to decide and explain; erased with the account',
  },
})

export const membershipData: PersonalData = {
  name: 'groups.memberships',
  label: words.stays,
  kept: words.staysKept,
  tables: ['group_membership', 'group_greeting', 'announcement_receipt'],
  copy: async (ctx, memberId) => {
    const { rows: stays } = await sql`
      select g.name as "group", s.role, s.number, s.card_name as "cardName", s.introduction, s.joined_at as "joinedAt",
             s.way, s.left_at as "leftAt", s.left_how as "leftHow", s.left_reason as "leftReason"
        from group_membership s join community_group g on g.id = s.group_id
       where s.member_id = ${memberId}::bigint order by s.joined_at limit 1000`.execute(ctx.db)
    const { rows: greetings } = await sql`
      select words, at from group_greeting where member_id = ${memberId}::bigint order by at limit 1000`.execute(
      ctx.db,
    )
    const { rows: receipts } = await sql`
      select a.title, r.read_at as "readAt" from announcement_receipt r join announcement a on a.id = r.announcement_id
       where r.member_id = ${memberId}::bigint order by r.read_at limit 1000`.execute(ctx.db)
    return { stays, greetings, receipts }
  },
  erase: async (ctx, memberId) => {
    const stays = await ctx.db
      .selectFrom('group_membership')
      .select('id')
      .where('member_id', '=', memberId)
      .where('left_at', 'is', null)
      .orderBy('group_id')
      .execute()
    for (const { id } of stays) await endStay(ctx, id, { how: 'account_closed' })
    // The rows stay for the numbers of the group; nothing in them says who it was.
    await ctx.db
      .updateTable('group_membership')
      .set({ card_name: '', introduction: '', introduced_at: null, left_reason: '' })
      .where('member_id', '=', memberId)
      .execute()
    await ctx.db.deleteFrom('group_greeting').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('announcement_receipt').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const both = await ctx.db
      .selectFrom('group_membership as s')
      .select('s.id')
      .where('s.member_id', '=', from)
      .where('s.left_at', 'is', null)
      .where('s.group_id', 'in', (row) =>
        row
          .selectFrom('group_membership as o')
          .select('o.group_id')
          .where('o.member_id', '=', into)
          .where('o.left_at', 'is', null),
      )
      .orderBy('s.group_id')
      .execute()
    for (const { id } of both) await endStay(ctx, id, { how: 'merged' })
    const stays = await move(
      ctx,
      sql`update group_membership set member_id = ${into}::bigint
      where member_id = ${from}::bigint returning id`,
    )
    const greetings = await move(
      ctx,
      sql`update group_greeting set member_id = ${into}::bigint
      where member_id = ${from}::bigint returning id`,
    )
    const receipts = await move(
      ctx,
      sql`update announcement_receipt r set member_id = ${into}::bigint
      where member_id = ${from}::bigint and not exists (select from announcement_receipt o
        where o.announcement_id = r.announcement_id and o.member_id = ${into}::bigint)
      returning announcement_id as id`,
    )
    return { stays, greetings, receipts, ended: both.map((row) => row.id) }
  },
  unmerge: async (ctx, from, into, moved, tell) => {
    const ended = await ctx.db
      .selectFrom('group_membership')
      .select(['id', 'group_id'])
      .where('id', '=', sql<Id>`any(${ids(moved.ended)}::bigint[])`)
      .where('left_how', '=', 'merged')
      .orderBy('group_id')
      .execute()
    // The place may be somebody else's by now, who was waiting for it.
    const back: typeof ended = []
    for (const stay of ended) {
      const { capacity, memberCount, name } = await lockGroup(ctx, stay.group_id)
      if (capacity === null || memberCount < capacity) back.push(stay)
      else tell?.(say(words.full, { group: name }))
    }
    await sql`update group_membership set member_id = ${from}::bigint
      where member_id = ${into}::bigint and id = any(${ids(moved.stays)}::bigint[])`.execute(ctx.db)
    await sql`update group_greeting set member_id = ${from}::bigint
      where member_id = ${into}::bigint and id = any(${ids(moved.greetings)}::bigint[])`.execute(ctx.db)
    await sql`update announcement_receipt set member_id = ${from}::bigint
      where member_id = ${into}::bigint and announcement_id = any(${ids(moved.receipts)}::bigint[])`.execute(
      ctx.db,
    )
    await sql`
      with back as (
        update group_membership set left_at = null, left_how = null, left_by = null
         where id = any(${back.map(({ id }) => id)}::bigint[]) returning group_id)
      update community_group g set member_count = member_count + 1
        from back where back.group_id = g.id`.execute(ctx.db)
  },
}

export const applicationData: PersonalData = {
  name: 'groups.applications',
  label: words.applications,
  kept: words.applicationsKept,
  tables: ['group_application', 'quiz_attempt', 'rules_consent'],
  copy: async (ctx, memberId) => {
    const { rows: applications } = await sql`
      select g.name as "group", a.state, a.started_at as "startedAt", a.decided_at as "decidedAt", a.reason,
             coalesce((select json_agg(w.answer order by w.answered_at) from application_answer w
                where w.application_id = a.id), '[]') as answers
        from group_application a join community_group g on g.id = a.group_id
       where a.member_id = ${memberId}::bigint order by a.started_at limit 1000`.execute(ctx.db)
    const { rows: quizzes } = await sql`
      select answers, points, of, passed, at from quiz_attempt
       where member_id = ${memberId}::bigint order by at limit 1000`.execute(ctx.db)
    const { rows: consents } = await sql`
      select g.name as "group", c.version, c.agreed_at as "agreedAt"
        from rules_consent c join community_group g on g.id = c.group_id
       where c.member_id = ${memberId}::bigint order by c.agreed_at limit 1000`.execute(ctx.db)
    return { applications, quizzes, consents }
  },
  erase: async (ctx, memberId) => {
    await withdrawAll(ctx, memberId)
    // Answers and tries go with their application.
    await ctx.db.deleteFrom('group_application').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('rules_consent').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const withdrawn = await withdrawAll(ctx, from)
    const applications = await move(
      ctx,
      sql`update group_application set member_id = ${into}::bigint
      where member_id = ${from}::bigint returning id`,
    )
    const quizzes = await move(
      ctx,
      sql`update quiz_attempt set member_id = ${into}::bigint
      where member_id = ${from}::bigint returning id`,
    )
    const { rows: consents } = await sql<{ group: Id; version: number }>`
      update rules_consent c set member_id = ${into}::bigint
       where member_id = ${from}::bigint and not exists (select from rules_consent o
         where o.group_id = c.group_id and o.version = c.version and o.member_id = ${into}::bigint)
      returning group_id as "group", version`.execute(ctx.db)
    return { applications, quizzes, consents, withdrawn }
  },
  unmerge: async (ctx, from, into, moved) => {
    await sql`update group_application set member_id = ${from}::bigint
      where member_id = ${into}::bigint and id = any(${ids(moved.applications)}::bigint[])`.execute(ctx.db)
    await sql`
      update group_application a set state = back.state, decided_at = null, decided_by = null
        from jsonb_to_recordset(${JSON.stringify(moved.withdrawn ?? [])}::jsonb) as back (id bigint, state text)
       where a.id = back.id and a.member_id = ${from}::bigint and a.state = 'withdrawn'
         and not exists (select from group_application o where o.group_id = a.group_id
           and o.member_id = a.member_id and o.state in ('open', 'review', 'waiting'))`.execute(ctx.db)
    await sql`update quiz_attempt set member_id = ${from}::bigint
      where member_id = ${into}::bigint and id = any(${ids(moved.quizzes)}::bigint[])`.execute(ctx.db)
    await sql`update rules_consent c set member_id = ${from}::bigint
        from jsonb_to_recordset(${JSON.stringify(moved.consents ?? [])}::jsonb) as back ("group" bigint, version int)
       where c.member_id = ${into}::bigint and c.group_id = back."group" and c.version = back.version`.execute(
      ctx.db,
    )
  },
}

/** Withdraws what is under way, and says in which state it was. */
async function withdrawAll(ctx: Ctx, memberId: Id): Promise<readonly { id: Id; state: string }[]> {
  const open = await ctx.db
    .selectFrom('group_application')
    .select(['id', 'group_id', 'state'])
    .where('member_id', '=', memberId)
    .where('state', 'in', ['open', 'review', 'waiting'])
    .orderBy('group_id')
    .execute()
  for (const { group_id } of open) await withdraw(ctx, group_id, memberId)
  return open.map(({ id, state }) => ({ id, state }))
}

const move = async (ctx: Ctx, change: ReturnType<typeof sql<{ id: Id }>>): Promise<Id[]> =>
  (await change.execute(ctx.db)).rows.map((row) => row.id)

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
