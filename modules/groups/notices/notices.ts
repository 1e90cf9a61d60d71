/** Telling members what is about to happen to them in groups: by mail, to those who have an account. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, locales, render } from '#base/i18n/messages.ts'
import type { MailTemplate } from '#base/mail/template.ts'
import type { Mail } from '#base/parts.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { tierLabels } from '../groups.messages.ts'
import { answeredMail, removedMail, tierAtRiskMail, warnedMail } from './mails.ts'
import { noticeTexts as texts } from './notices.messages.ts'

interface Place {
  readonly name: string
  readonly slug: string
}

export interface Notify {
  tierAtRisk(
    ctx: Ctx,
    told: {
      readonly memberId: Id
      readonly groupId: Id | null
      readonly tier: { readonly key: string; readonly name: string }
      readonly until: Date
    },
  ): Promise<void>
  warned(
    ctx: Ctx,
    told: {
      readonly caseId: Id
      readonly memberId: Id
      readonly group: Place
      readonly until: Date
      readonly words: string
      readonly reasons: readonly string[]
      readonly review: boolean
    },
  ): Promise<void>
  removed(
    ctx: Ctx,
    told: {
      readonly caseId: Id
      readonly memberId: Id
      readonly group: Place
      readonly decision: string
      readonly task: string
      readonly condition: string
      readonly opens: Date | null
    },
  ): Promise<void>
  answered(
    ctx: Ctx,
    told: {
      readonly appealId: Id
      readonly memberId: Id
      readonly group: Place
      readonly granted: boolean
      readonly answer: string
    },
  ): Promise<void>
}

export function openNotices(mail: Pick<Mail, 'send'>): Notify {
  /** Sends in the transaction of `ctx`, in the language of the account. A member without an account hears of it in the group. */
  async function send<V extends object>(
    ctx: Ctx,
    memberId: Id,
    template: MailTemplate<V>,
    key: string,
    valuesFor: (person: { name: string; locale: Locale; day: (at: Date) => string }) => V,
  ): Promise<void> {
    const person = await ctx.db
      .selectFrom('member')
      .innerJoin('account', 'account.id', 'member.account_id')
      .select(['account.email', 'account.locale', 'member.nickname'])
      .where('member.id', '=', memberId)
      .executeTakeFirst()
    if (!person) return
    const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
    const locale = locales.find((each) => each === person.locale) ?? 'zh-CN'
    const values = valuesFor({ name: person.nickname, locale, day: (at) => dayOf(at, zone) })
    await mail.send(ctx, { to: person.email, template, locale, values, key })
  }
  const at = (group: Place) => `/groups/${group.slug}`
  return {
    tierAtRisk: (ctx, { memberId, groupId, tier, until }) =>
      send(
        ctx,
        memberId,
        tierAtRiskMail,
        `tier:${tier.key}:${groupId ?? ''}:${memberId}:${until.getTime()}`,
        ({ name, locale, day }) => {
          const words = tierLabels[tier.key as keyof typeof tierLabels]
          const called = tier.name || (words ? render(words, locale) : tier.key)
          return { name, tier: called, day: day(until), path: '/groups' }
        },
      ),
    warned: (ctx, { caseId, memberId, group, until, words, reasons, review }) =>
      send(ctx, memberId, warnedMail, `elimination:${caseId}:warned`, ({ name, day }) => ({
        name,
        group: group.name,
        day: day(until),
        words,
        reasons,
        review,
        path: at(group),
      })),
    removed: (ctx, { caseId, memberId, group, decision, task, condition, opens }) =>
      send(ctx, memberId, removedMail, `elimination:${caseId}:removed`, ({ name, locale, day }) => ({
        name,
        group: group.name,
        decision,
        ways: [
          ...(condition ? [render(texts.backIf, locale, { says: condition })] : []),
          ...(task ? [render(texts.backTask, locale, { task })] : []),
          render(texts.backAppeal, locale),
        ],
        day: opens && opens > ctx.now ? day(opens) : null,
        path: at(group),
      })),
    answered: (ctx, { appealId, memberId, group, granted, answer }) =>
      send(ctx, memberId, answeredMail, `appeal:${appealId}`, ({ name }) => ({
        name,
        group: group.name,
        granted,
        answer,
        path: at(group),
      })),
  }
}
