/**
 * Mails about tasks: one when somebody gives you a task, and in working hours one with what is due soon.
 * A task is reminded of once for each due moment.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Locale, locales } from '#base/i18n/messages.ts'
import { button, defineMail, heading, list, note, paragraph } from '#base/mail/template.ts'
import type { Parts } from '#base/parts.ts'
import { formatDateTime } from '#base/time/format.ts'
import { accountOf } from '../acting.ts'
import { findCalendar } from '../calendar/calendar.ts'
import { addWorkingMinutes, isWorking } from '../calendar/working-time.ts'
import { isColleague } from '../people/colleagues.ts'
import { mailWords as words } from './mail.messages.ts'

interface Line {
  readonly title: string
  readonly due: string
}

const taskAssignedMail = defineMail<{ name: string; by: string; title: string; due: string; url: string }>({
  name: 'team.task_assigned',
  compose: ({ name, by, title, due, url }, { say }) => ({
    subject: say(words.assigned, { by, title }),
    preview: due ? say(words.dueAt, { due }) : title,
    blocks: [
      heading(say(words.hello, { name })),
      paragraph(say(words.assigned, { by, title })),
      ...(due ? [paragraph(say(words.dueAt, { due }))] : []),
      button(say(words.open), url),
    ],
  }),
})

const tasksDueMail = defineMail<{ name: string; lines: readonly Line[]; more: number; url: string }>({
  name: 'team.tasks_due',
  compose: ({ name, lines, more, url }, { say }) => ({
    subject: say(words.dueSubject, { count: lines.length + more, title: lines[0]?.title ?? '' }),
    preview: lines.map((line) => line.title).join(' · '),
    blocks: [
      heading(say(words.hello, { name })),
      paragraph(say(words.dueText, { count: lines.length + more })),
      list(lines.map(({ title, due }) => say(words.line, { title, due }))),
      ...(more > 0 ? [paragraph(say(words.more, { count: more }))] : []),
      button(say(words.openToday), url),
      note(say(words.dueNote)),
    ],
  }),
})

type Needs = Pick<Parts, 'mail' | 'config'>

const asLocale = (value: string | null): Locale => locales.find((each) => each === value) ?? 'zh-CN'

/** Tells the owner that somebody else gave them a task. */
export async function tellOwner(
  { mail, config }: Needs,
  ctx: Ctx,
  task: { readonly id: Id; readonly title: string; readonly ownerId: Id | null; readonly dueAt: Date | null },
): Promise<void> {
  if (!task.ownerId || task.ownerId === accountOf(ctx)) return
  const owner = await ctx.db
    .selectFrom('account as a')
    .select(['a.name', 'a.email', 'a.locale'])
    .where('a.id', '=', task.ownerId)
    .where(isColleague)
    .executeTakeFirst()
  if (!owner) return
  const { zone } = await findCalendar(ctx)
  const locale = asLocale(owner.locale)
  await mail.send(ctx, {
    to: owner.email,
    template: taskAssignedMail,
    locale,
    later: true,
    values: {
      name: owner.name,
      by: 'name' in ctx.actor ? ctx.actor.name : '',
      title: task.title,
      due: task.dueAt ? moment(task.dueAt, locale, zone) : '',
      url: `${config.baseUrl}/console/tasks/${task.id}`,
    },
  })
}

const moment = (at: Date, locale: Locale, zone: string): string => formatDateTime(at, locale, zone)

/** At most this many lines in one mail, and owners in one round. */
const mostLines = 10
const mostOwners = 200

/**
 * Mails every owner what is due within a day, or within eight hours of working time when that is later
 * (on Friday evening: what is due on Monday). Only while the team works. Returns how many mails.
 */
export async function remindOwners({ mail, config }: Needs, ctx: Ctx): Promise<number> {
  const calendar = await findCalendar(ctx)
  if (!isWorking(calendar, ctx.now)) return 0
  const until = new Date(
    Math.max(ctx.now.getTime() + 86_400_000, addWorkingMinutes(calendar, ctx.now, 8 * 60).getTime()),
  )
  const owners = await ctx.db
    .selectFrom('account as a')
    .select(['a.id', 'a.name', 'a.email', 'a.locale'])
    .where(isColleague)
    .where(
      sql<boolean>`exists (select 1 from task t where t.owner_id = a.id and t.closed_at is null
        and t.due_at < ${until} and t.reminded_for is distinct from t.due_at)`,
    )
    .orderBy('a.id')
    .limit(mostOwners)
    .execute()
  let sent = 0
  for (const owner of owners)
    await transact(ctx, async (tx) => {
      const due = await tx.db
        .updateTable('task')
        .set({ reminded_for: sql<Date>`due_at` })
        .where('owner_id', '=', owner.id)
        .where('closed_at', 'is', null)
        .where('due_at', '<', until)
        .where(sql<boolean>`reminded_for is distinct from due_at`)
        .returning(['title', 'due_at'])
        .execute()
      if (due.length === 0) return
      const locale = asLocale(owner.locale)
      const lines = due
        .sort((a, b) => Number(a.due_at) - Number(b.due_at))
        .slice(0, mostLines)
        .map(({ title, due_at }) => ({ title, due: due_at ? moment(due_at, locale, calendar.zone) : '' }))
      await mail.send(tx, {
        to: owner.email,
        template: tasksDueMail,
        locale,
        later: true,
        values: {
          name: owner.name,
          lines,
          more: due.length - lines.length,
          url: `${config.baseUrl}/console`,
        },
      })
      sent++
    })
  return sent
}
