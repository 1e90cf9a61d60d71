/**
 * What members are told in their inbox about groups. Decisions, lost tiers and warnings have a mail of their own
 * already (`notices.ts`, `telling.ts`): they do not stand in the digest again.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice, NoticeSource, ShownNotice } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'
import { render } from '#base/i18n/messages.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { eliminationWarned, memberTierAtRisk, memberTierChanged } from '../course.facts.ts'
import { groupAnnounced, groupApplicationDecided, groupTierChanged } from '../facts.ts'
import { tierLabels } from '../groups.messages.ts'
import { newsTexts as texts } from './sources.messages.ts'

type Show = NoticeSource['show']

/** The member whom the fact is about. */
const himself: NoticeSource['recipients'] = async (_ctx, { memberId }, { after }) =>
  memberId && BigInt(memberId) > BigInt(after) ? [memberId] : []

const propOf = ({ props }: Pick<LoggedEvent, 'props'>, name: string): string => String(props[name] ?? '')

export const groupNotices: readonly NoticeSource[] = [
  {
    name: 'groups.announced',
    label: texts.announced,
    because: texts.announcedBecause,
    section: texts.section,
    tab: 'system',
    on: groupAnnounced,
    usually: ['inbox', 'push', 'mail'],
    recipients: async (ctx, event, { after, limit }) => {
      const { rows } = await sql<{ memberId: Id }>`
        select s.member_id as "memberId" from group_membership s
         where s.group_id = ${event.groupId}::bigint and s.left_at is null and s.member_id > ${after}::bigint
         order by s.member_id limit ${limit}`.execute(ctx.db)
      return rows.map((row) => row.memberId)
    },
    about: (event) => ({ objectKind: 'announcement', objectId: propOf(event, 'announcementId') }),
    together: (event) => `announcement:${propOf(event, 'announcementId')}`,
    show: showAnnouncements,
  },
  {
    name: 'groups.decided',
    label: texts.decided,
    because: texts.decidedBecause,
    section: texts.section,
    tab: 'system',
    on: groupApplicationDecided,
    tellsDoer: true,
    always: true,
    usually: ['inbox', 'push'],
    recipients: async (ctx, event, page) =>
      (await wasWaitedFor(ctx, propOf(event, 'applicationId'))) ? await himself(ctx, event, page) : [],
    about: (event) => ({ objectKind: 'application', objectId: propOf(event, 'applicationId') }),
    together: (event) => `application:${propOf(event, 'applicationId')}`,
    show: showDecisions,
  },
  ...[memberTierChanged, groupTierChanged].map(
    (on): NoticeSource => ({
      name: 'groups.tier',
      label: texts.tier,
      because: texts.tierBecause,
      section: texts.section,
      tab: 'system',
      on,
      tellsDoer: true,
      usually: ['inbox', 'push'],
      recipients: himself,
      together: ({ groupId }) => `tier:${groupId ?? ''}`,
      show: showTiers,
    }),
  ),
  {
    name: 'groups.at_risk',
    label: texts.atRisk,
    because: texts.tierBecause,
    section: texts.section,
    tab: 'system',
    on: memberTierAtRisk,
    tellsDoer: true,
    always: true,
    usually: ['inbox'],
    recipients: himself,
    together: ({ groupId }) => `risk:${groupId ?? ''}`,
    show: showTiers,
  },
  {
    name: 'groups.warned',
    label: texts.warned,
    because: texts.announcedBecause,
    section: texts.section,
    tab: 'system',
    on: eliminationWarned,
    tellsDoer: true,
    always: true,
    usually: ['inbox'],
    recipients: himself,
    together: ({ groupId }) => `warned:${groupId ?? ''}`,
    show: showWarnings,
  },
]

/** Who is let in the moment he asks sees it happen; nobody is told of what he took back himself. */
async function wasWaitedFor(ctx: Ctx, applicationId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('group_application')
    .select(['state', 'submitted_at', 'decided_at'])
    .where('id', '=', applicationId)
    .executeTakeFirst()
  if (row?.state !== 'accepted' && row?.state !== 'refused') return false
  return row.submitted_at?.getTime() !== row.decided_at?.getTime()
}

const reader = (ctx: Ctx): Id => (ctx.actor.kind === 'account' && ctx.actor.memberId) || '0'

const objectIds = (notices: readonly KeptNotice[]): Id[] => notices.map(({ objectId }) => objectId ?? '0')

/** Withdrawn ones and those of groups that he left are nobody's news. */
async function showAnnouncements(ctx: Ctx, notices: readonly KeptNotice[]): ReturnType<Show> {
  const rows = await ctx.db
    .selectFrom('announcement as a')
    .innerJoin('community_group as g', 'g.id', 'a.group_id')
    .innerJoin('group_membership as s', (join) =>
      join
        .onRef('s.group_id', '=', 'a.group_id')
        .on('s.member_id', '=', reader(ctx))
        .on('s.left_at', 'is', null),
    )
    .select([
      'a.id',
      'a.title',
      'a.must_read as mustRead',
      'g.name',
      'g.slug',
      sql<string>`left(a.body, 120)`.as('words'),
    ])
    .where('a.id', 'in', objectIds(notices))
    .where('a.withdrawn_at', 'is', null)
    .where('g.archived_at', 'is', null)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return showEach(notices, ({ objectId }) => {
    const row = byId.get(objectId ?? '')
    return (
      row && {
        text: say(row.mustRead ? texts.mustReadText : texts.announcedText, {
          group: row.name,
          title: row.title,
        }),
        quote: row.words,
        path: `/groups/${row.slug}`,
      }
    )
  })
}

async function showDecisions(ctx: Ctx, notices: readonly KeptNotice[]): ReturnType<Show> {
  const rows = await ctx.db
    .selectFrom('group_application as a')
    .innerJoin('community_group as g', 'g.id', 'a.group_id')
    .select(['a.id', 'a.state', 'a.reason', 'g.name', 'g.slug'])
    .where('a.id', 'in', objectIds(notices))
    .where('a.member_id', '=', reader(ctx))
    .where('a.state', 'in', ['accepted', 'refused'])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return showEach(notices, ({ objectId }) => {
    const row = byId.get(objectId ?? '')
    return (
      row && {
        text: say(row.state === 'accepted' ? texts.inText : texts.outText, { group: row.name }),
        ...(row.reason ? { quote: row.reason } : {}),
        path: `/groups/${row.slug}`,
      }
    )
  })
}

async function showTiers(ctx: Ctx, notices: readonly KeptNotice[]): ReturnType<Show> {
  const groups = await findGroups(ctx, notices)
  const tiers = await ctx.db.selectFrom('group_tier').select(['key', 'name', 'group_id as groupId']).execute()
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  const nameOf = (key: string, groupId: Id | null): string => {
    const own = tiers.find((each) => each.key === key && each.groupId === groupId)?.name
    const usual = tierLabels[key as keyof typeof tierLabels]
    return own || (usual ? render(usual, ctx.locale) : key)
  }
  return showEach(notices, ({ groupId, props }) => {
    const group = groupId === null ? undefined : groups.get(groupId)
    if (groupId !== null && !group) return undefined
    const path = group ? `/groups/${group.slug}` : '/groups'
    const { to, up, tier, until } = props as {
      to?: string | null
      up?: boolean
      tier?: string
      until?: string
    }
    if (tier !== undefined && until !== undefined)
      return {
        text: say(texts.atRiskText, { tier: nameOf(tier, groupId), day: dayOf(new Date(until), zone) }),
        path,
      }
    const called = nameOf(to ?? 'base', groupId)
    if (!group) return { text: say(up ? texts.tierUp : texts.tierDown, { tier: called }), path }
    return {
      text: say(up ? texts.groupTierUp : texts.groupTierDown, { tier: called, group: group.name }),
      path,
    }
  })
}

async function showWarnings(ctx: Ctx, notices: readonly KeptNotice[]): ReturnType<Show> {
  const groups = await findGroups(ctx, notices)
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  return showEach(notices, ({ groupId, props }) => {
    const group = groupId === null ? undefined : groups.get(groupId)
    const until = new Date(String(props.until))
    return (
      group && {
        text: say(texts.warnedText, { group: group.name, day: dayOf(until, zone) }),
        path: `/groups/${group.slug}`,
      }
    )
  })
}

/** Groups in which the reader is now. */
async function findGroups(ctx: Ctx, notices: readonly KeptNotice[]) {
  const ids = notices.flatMap(({ groupId }) => groupId ?? [])
  if (ids.length === 0) return new Map<Id, { name: string; slug: string }>()
  const rows = await ctx.db
    .selectFrom('community_group as g')
    .innerJoin('group_membership as s', 's.group_id', 'g.id')
    .select(['g.id', 'g.name', 'g.slug'])
    .where('g.id', 'in', ids)
    .where('s.member_id', '=', reader(ctx))
    .where('s.left_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function showEach(
  notices: readonly KeptNotice[],
  show: (notice: KeptNotice) => ShownNotice | undefined,
): ReadonlyMap<Id, ShownNotice> {
  return new Map(
    notices.flatMap((notice) => {
      const shown = show(notice)
      return shown ? [[notice.id, shown] as const] : []
    }),
  )
}
