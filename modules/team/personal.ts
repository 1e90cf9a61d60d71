/** What the team keeps about people who work here, and what becomes of it. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { personalWords as words } from './personal.messages.ts'

/** The account of a member: who works here may be a member as well. */
async function accountOfMember(ctx: Ctx, memberId: Id): Promise<Id | undefined> {
  const row = await ctx.db
    .selectFrom('member')
    .select('account_id')
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.account_id ?? undefined
}

/**
 * Tasks and minutes are the community's records: they keep that an account did something, and the
 * account has no name any more once it is closed. What was only about the person goes.
 */
export const teamPersonal: PersonalData = {
  name: 'team.work',
  label: words.label,
  kept: words.kept,
  tables: [
    'department',
    'department_member',
    'team_guest',
    'task',
    'task_series',
    'task_entry',
    'work_mark',
    'work_taken',
    'training_attendee',
  ],
  copy: async (ctx, memberId) => {
    const id = await accountOfMember(ctx, memberId)
    if (!id) return {}
    const [tasks, said, guest, trainings] = await Promise.all([
      ctx.db
        .selectFrom('task')
        .select(['title', 'due_at', 'closed_at', 'outcome'])
        .where('owner_id', '=', id)
        .orderBy('id', 'desc')
        .limit(5_000)
        .execute(),
      ctx.db
        .selectFrom('task_entry')
        .select(['at', 'body'])
        .where('author_id', '=', id)
        .where('kind', '=', 'comment')
        .orderBy('id', 'desc')
        .limit(5_000)
        .execute(),
      ctx.db
        .selectFrom('team_guest')
        .select(['field', 'organisation', 'agreement', 'ends_on'])
        .where('account_id', '=', id)
        .executeTakeFirst(),
      ctx.db
        .selectFrom('training_attendee as p')
        .innerJoin('training as t', 't.id', 'p.training_id')
        .select(['t.topic', 't.held_on', 't.minutes'])
        .where('p.account_id', '=', id)
        .orderBy('t.id', 'desc')
        .limit(1_000)
        .execute(),
    ])
    return { tasks, comments: said, agreement: guest ?? null, trainings }
  },
  erase: async (ctx, memberId) => {
    const id = await accountOfMember(ctx, memberId)
    if (!id) return
    for (const table of [
      'department_member',
      'team_guest',
      'work_mark',
      'work_taken',
      'training_attendee',
    ] as const)
      await ctx.db.deleteFrom(table).where('account_id', '=', id).execute()
    await ctx.db.updateTable('department').set({ lead_id: null }).where('lead_id', '=', id).execute()
  },
  // Work belongs to the account that signs in, and merging members joins no accounts.
  merge: async () => ({}),
  unmerge: async () => undefined,
}
