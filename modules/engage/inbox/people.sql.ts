/** Who may be told, and how he wants it; one query for any number of members. */
import { sql } from 'kysely'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, locales } from '#base/i18n/messages.ts'
import type { QuietHours } from '../quiet.ts'

export interface Person extends QuietHours {
  readonly memberId: Id
  readonly accountId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly pausedUntil: Date | null
  /** What he chose otherwise than usual for the source that was asked for. */
  readonly wishes: Readonly<Record<string, boolean>>
  /** Has a browser that may be woken. */
  readonly pushable: boolean
}

/**
 * Members with an account that can sign in, in the order of their ids; those without one read nothing here,
 * and neither does who is suspended or has closed his account.
 */
export async function findPeople(
  ctx: Ctx,
  memberIds: readonly Id[],
  source = '',
): Promise<readonly Person[]> {
  if (memberIds.length === 0) return []
  const { rows } = await sql<Omit<Person, 'locale'> & { locale: string }>`
    select m.id as "memberId", a.id as "accountId", m.nickname as name, a.email, a.locale,
           coalesce(a.time_zone, c.time_zone) as zone,
           coalesce(t.quiet, true) as quiet, coalesce(t.quiet_from, 1320) as from, coalesce(t.quiet_to, 480) as to,
           t.paused_until as "pausedUntil",
           coalesce((select jsonb_object_agg(w.channel, w.wanted) from notice_wish w
                      where w.member_id = m.id and w.source = ${source}), '{}') as wishes,
           exists (select from push_subscription p where p.member_id = m.id) as pushable
      from member m
      join account a on a.id = m.account_id
      join community c on c.id = 1
      left join notice_time t on t.member_id = m.id
     where m.id = any(${[...memberIds]}::bigint[])
       and not exists (select from account_suspension s where s.account_id = a.id)
       and not exists (select from account_closure x where x.account_id = a.id)
     order by m.id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, locale: locales.find((each) => each === row.locale) ?? 'zh-CN' }))
}

/** The member as he would read it himself: what he may not see, the source does not show. No rights of an operator. */
export const actorOf = (person: Pick<Person, 'accountId' | 'memberId' | 'name'>): Actor => ({
  kind: 'account',
  accountId: person.accountId,
  memberId: person.memberId,
  sessionId: '0',
  name: person.name,
  suspended: false,
})

export const readerCtx = (ctx: Ctx, person: Person): Ctx => ({
  ...ctx,
  actor: actorOf(person),
  locale: person.locale,
})
