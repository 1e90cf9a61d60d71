/** What elimination puts on Today: removals to be confirmed by a person, and appeals to be answered. */
import { sql } from 'kysely'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { eliminationWords as words } from './elimination.messages.ts'

const dayMs = 86_400_000

/** One item for each group: confirming is done on a list. */
export const removalsToConfirm: WorkSource = {
  name: 'groups.removals',
  kind: 'approval',
  label: words.removals,
  permission: 'groups.members',
  staleWith: ['group-elimination'],
  find: async (ctx, { limit }) => {
    const { rows } = await sql<{ groupId: string; name: string; cases: number; since: Date; all: string }>`
      select g.id as "groupId", g.name, count(*)::int as cases, min(c.grace_until) as since, count(*) over () as all
        from elimination_case c join community_group g on g.id = c.group_id
       where c.state = 'due' group by g.id order by min(c.grace_until), g.id limit ${limit}`.execute(ctx.db)
    return {
      total: Number(rows[0]?.all ?? 0),
      items: rows.map(({ groupId, name, cases, since }) => ({
        key: `removals:${groupId}`,
        title: say(words.toConfirm, { group: name, count: cases }),
        note: say(words.toConfirmNote),
        since,
        act: words.confirm,
        path: `/groups/${groupId}/elimination?state=due`,
      })),
    }
  },
}

export const appealsToAnswer: WorkSource = {
  name: 'groups.appeals',
  kind: 'answer',
  label: words.appeals,
  permission: 'groups.members',
  staleWith: ['group-elimination'],
  find: async (ctx, { limit }) => {
    const { rows } = await sql<{
      id: string
      kind: 'appeal' | 'task'
      words: string
      askedAt: Date
      groupId: string
      name: string
      nickname: string
      all: string
    }>`
      select a.id, a.kind, a.words, a.asked_at as "askedAt", g.id as "groupId", g.name, m.nickname, count(*) over () as all
        from elimination_appeal a join elimination_case c on c.id = a.case_id
        join community_group g on g.id = c.group_id join member m on m.id = c.member_id
       where a.state = 'open' order by a.asked_at, a.id limit ${limit}`.execute(ctx.db)
    return {
      total: Number(rows[0]?.all ?? 0),
      items: rows.map((row) => ({
        key: `appeal:${row.id}`,
        title: say(row.kind === 'task' ? words.taskDone : words.appealed, {
          name: row.nickname,
          group: row.name,
        }),
        note: say(words.theirWords, { words: row.words.slice(0, 80) }),
        since: row.askedAt,
        // PIPL 24 gives the right to a person's word; three days is what we promise.
        dueAt: new Date(row.askedAt.getTime() + 3 * dayMs),
        act: words.answer,
        path: `/groups/${row.groupId}/elimination?view=appeals`,
      })),
    }
  },
}
