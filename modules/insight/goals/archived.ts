/** Goals about a group that was archived: nothing happens in it any more, so they end, and their owners hear why. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type Locale, locales, render } from '#base/i18n/messages.ts'
import { button, defineMail, heading, note, paragraph } from '#base/mail/template.ts'
import { goalClosed } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { goalEnds as words } from './goals.messages.ts'

const endedMail = defineMail<{ owner: string; goal: string; group: string; url: string }>({
  name: 'insight.goal_ended',
  compose: ({ owner, goal, group, url }, { say }) => ({
    subject: say(words.subject, { goal }),
    preview: say(words.archived, { group }),
    blocks: [
      heading(say(words.hello, { name: owner })),
      paragraph(say(words.ended, { goal, group })),
      button(say(words.open), url),
      note(say(words.why)),
    ],
  }),
})

interface Ended {
  readonly id: Id
  readonly name: string
  readonly group: string
  readonly owner: string | null
  readonly email: string | null
  readonly locale: string | null
}

const localeOf = (value: string | null): Locale => locales.find((each) => each === value) ?? 'zh-CN'

/** Drops what runs about archived groups, its open signals with it. Safe to repeat. Answers how many. */
export async function closeGoalsOfArchived(
  ctx: Ctx,
  { mail, config }: Pick<InsightParts, 'mail' | 'config'>,
): Promise<number> {
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<Ended>`
      select g.id, g.name, c.name as "group", a.name as owner, a.email, a.locale
        from goal g
        join community_group c on c.id = (g.scope ->> 'group')::bigint
        left join account a on a.id = g.owner_id
       where g.closed_at is null and c.archived_at is not null
       order by g.id for update of g`.execute(tx.db)
    const closed = { closed_at: tx.now, closed_by: describeActor(tx.actor) }
    for (const { id, name, group, owner, email, locale: its } of rows) {
      const locale = localeOf(its)
      const lesson = render(words.archived, locale, { group })
      await tx.db
        .updateTable('goal')
        .set({ ...closed, outcome: 'dropped', lesson, changed_at: tx.now })
        .where('id', '=', id)
        .execute()
      await tx.db
        .updateTable('signal')
        .set({ ...closed, outcome: 'gone' })
        .where('goal_id', '=', id)
        .where('closed_at', 'is', null)
        .execute()
      await announce(tx, goalClosed, { outcome: 'dropped' }, { object: { kind: 'goal', id } })
      if (email)
        await mail.send(tx, {
          to: email,
          template: endedMail,
          locale,
          key: `goal-ended:${id}`,
          values: {
            owner: owner ?? '',
            goal: name,
            group,
            url: `${config.baseUrl}/console/plan/goals/${id}`,
          },
        })
    }
    return rows.length
  })
}
