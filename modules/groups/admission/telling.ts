/** Telling applicants what became of it: by mail, to those who have an account and did not see it happen. */
import { z } from 'zod'
import type { Effect } from '#base/facts/consumer.ts'
import { defineMessages, locales } from '#base/i18n/messages.ts'
import { button, defineMail, heading, paragraph } from '#base/mail/template.ts'
import type { Mail } from '#base/parts.ts'
import { groupApplicationDecided } from '../facts.ts'
import { whenSaid } from './when.ts'

const words = defineMessages({
  hello: { zh: '{name}，你好', en: 'Hello {name}' },
  inSubject: { zh: '欢迎来到「{group}」', en: 'Welcome to “{group}”' },
  inText: {
    zh: '你已经是「{group}」的成员了，进群打个招呼吧。',
    en: 'You are a member of “{group}” now. Say hello.',
  },
  inButton: { zh: '进群看看', en: 'Go to the group' },
  outSubject: { zh: '「{group}」的申请结果', en: 'Your application to “{group}”' },
  outText: {
    zh: '这次没有通过「{group}」的申请。',
    en: 'Your application to “{group}” was not accepted this time.',
  },
  outReason: { zh: '主理人说：{reason}', en: 'The hosts say: {reason}' },
  outAgain: { zh: '{when}之后可以再申请。', en: 'You can apply again after {when}.' },
  outButton: { zh: '看看社群', en: 'See the group' },
})

interface Told {
  readonly name: string
  readonly group: string
  readonly accepted: boolean
  readonly reason: string
  readonly again: string
  readonly path: string
}

export const decidedMail = defineMail<Told>({
  name: 'groups.application_decided',
  compose: ({ name, group, accepted, reason, again, path }, { say, baseUrl }) => {
    const text = say(accepted ? words.inText : words.outText, { group })
    return {
      subject: say(accepted ? words.inSubject : words.outSubject, { group }),
      preview: text,
      blocks: [
        heading(say(words.hello, { name })),
        paragraph(text),
        ...(reason ? [paragraph(say(words.outReason, { reason }))] : []),
        ...(again ? [paragraph(say(words.outAgain, { when: again }))] : []),
        button(say(accepted ? words.inButton : words.outButton), baseUrl + path),
      ],
    }
  },
})

export const tellingDecisions = (mail: Pick<Mail, 'send'>): Effect => ({
  on: groupApplicationDecided,
  does: 'mails the applicant what was decided, unless it happened before his eyes',
  run: async (ctx, event) => {
    const { applicationId } = z.object({ applicationId: z.string() }).parse(event.props)
    const told = await ctx.db
      .selectFrom('group_application as a')
      .innerJoin('community_group as g', 'g.id', 'a.group_id')
      .innerJoin('member as m', 'm.id', 'a.member_id')
      .innerJoin('account', 'account.id', 'm.account_id')
      .select([
        'a.state',
        'a.reason',
        'a.submitted_at',
        'a.decided_at',
        'a.again_after',
        'g.name',
        'g.slug',
        'm.nickname',
        'account.email',
        'account.locale',
      ])
      .where('a.id', '=', applicationId)
      .executeTakeFirst()
    if (!told || (told.state !== 'accepted' && told.state !== 'refused')) return
    if (told.submitted_at?.getTime() === told.decided_at?.getTime()) return
    const locale = locales.find((each) => each === told.locale) ?? 'zh-CN'
    await mail.send(ctx, {
      to: told.email,
      template: decidedMail,
      locale,
      values: {
        name: told.nickname,
        group: told.name,
        accepted: told.state === 'accepted',
        reason: told.reason,
        again: told.again_after ? await whenSaid({ ...ctx, locale }, told.again_after) : '',
        path: `/groups/${told.slug}`,
      },
      key: `application:${applicationId}`,
    })
  },
})
