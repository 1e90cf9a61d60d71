/** The overview of a community in at most twelve queries: everything else is arithmetic on their rows. */
import { render } from '#base/i18n/messages.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { type BoundSql, vocabularyOf } from '#modules/audience/api.ts'
import { activeMembersOf, findGroupHealth, type GroupHealth } from '#modules/groups/api.ts'
import { defineAnalysis } from '../analysis.ts'
import type { Asking } from '../asking.ts'
import { type Ended, openEnded } from '../metrics/remember/ended.ts'
import { activeOn, findDaily, findMonths, findWeeks } from './actives.sql.ts'
import { findAnomalies, seasons } from './anomalies.ts'
import { type ChangeRow, changePeople, findChange, labelsOf } from './change.sql.ts'
import { doingPeople, findDays, findDoings, findReplies, type Replies } from './doings.sql.ts'
import { findNorthGoal } from './goal.ts'
import {
  cohortPeople,
  findCohorts,
  findFunnel,
  funnelPeople,
  funnelRange,
  funnelSteps,
  joinEvent,
} from './newcomers.sql.ts'
import { overviewLabels as labels } from './overview.messages.ts'
import {
  answer,
  type Cell,
  type Contributor,
  cell,
  type Overview,
  type Pair,
  type Question,
  question,
} from './question.ts'
import { countRegulars, findStopped, regularsSql } from './stopped.sql.ts'
import { compareBy, lastDay, weekOf } from './weeks.ts'

const interactions = ['reaction.given', 'comment.posted', 'post.shared', 'post.bookmarked']
const names = [
  ...interactions,
  'post.published',
  'post.read',
  'question.answered',
  'answer.accepted',
  'content.reported',
  'order.paid',
  'order.refunded',
]
/** Weeks of newcomers in the heat map. */
const cohortWeeks = 9
/** Groups whose customs are looked at, and how many of these are told. */
const explained = 6
const mostStopped = 3
/** Custom of looking, not of doing: when it ends it is no cause. */
const quiet = new Set([
  'page_view',
  'page.viewed',
  'post.read',
  'online_time',
  'session_start',
  'app_open',
  'group_visited',
  'search',
])

export const overview = defineAnalysis({
  name: 'overview',
  label: labels.overview,
  question,
  answer,
  cell,
  answerOf: answerOverview,
  peopleOf: async (asking, asked, of) => await peopleOf(asking, asked, of),
  say: async (asking, asked) => {
    const { locale } = asking.ctx
    const groups = asked.group ? await findGroupHealth(asking.ctx, asking.clock.today) : []
    return render(labels.says, locale, {
      where: groups.find(({ id }) => id === asked.group)?.name ?? render(labels.whole, locale),
      to: lastDay(asked, asking.clock),
      weeks: asked.weeks,
      against: asked.against,
    })
  },
})

export async function answerOverview(asking: Asking, asked: Question): Promise<Overview> {
  const { group, weeks, against } = asked
  const to = lastDay(asked, asking.clock)
  const join = joinEvent(group)
  const ended = await openEnded(asking, to)
  // Who is in a segment may change by the hour: that is asked anew, and the rest as for another cut.
  const cut = typeof asked.by === 'object' && asked.by.by === 'segments'
  const lasting: Question = cut ? { ...asked, by: 'kind' } : asked
  const [happened, ofSegments, health, goal] = await Promise.all([
    ended(
      `overview ${JSON.stringify(lasting)}`,
      () => readHappened(asking, lasting, to),
      // The others rest on what happened alone.
      lasting.by !== 'group' && lasting.by !== 'kind',
    ),
    cut ? findChange(asking, asked, to) : undefined,
    findGroupHealth(asking.ctx, addToDay(to, 1, 'day')),
    findNorthGoal(asking.ctx, group, to),
  ])
  const { byWeek, daily, months, doings, byDay, cohorts, funnel, replies } = happened
  const changed = ofSegments ?? happened.changed
  const off = compareBy(asked)
  const line = Array.from({ length: weeks }, (_, at) => weeks - 1 - at)
  const pairOf = (of: (week: number) => number) => ({ now: of(0), before: of(against) })
  const events =
    (...of: string[]) =>
    (week: number) =>
      sum(of.map((name) => doings(name, week).events))
  const net = (week: number) => doings('order.paid', week).amount - doings('order.refunded', week).amount
  const shared = (over: (week: number) => number, under: (week: number) => number) => ({
    now: part(over(0), under(0)),
    before: part(over(against), under(against)),
  })
  const actives = (week: number) => byWeek.get(week) ?? 0
  const shownGroups = group === undefined ? health : health.filter(({ id }) => id === group)
  const answered = shownGroups.flatMap(({ figures }) => figures ?? [])
  const meanDaily = (from: number, days: number) =>
    sum(Array.from({ length: days }, (_, back) => daily.get(addToDay(to, -from - back, 'day')) ?? 0)) / days
  const since = [...daily.keys()][0] ?? to
  return {
    from: weekOf(to, weeks - 1).from,
    to,
    north: {
      weeks: line.map((week) => ({
        start: weekOf(to, week).from,
        end: weekOf(to, week).to,
        actives: actives(week),
        before: actives(week + off),
      })),
      goal,
    },
    change: await explainChange(asking, asked, { to, ended }, changed, health, pairOf(actives)),
    groups: shownGroups.map((each) => presentGroup(each, replies.get(each.id))),
    retention: {
      cohorts: cohorts.map(({ from: start, to: end, size, retained }) => ({
        start,
        end,
        size,
        retained: [...retained],
      })),
    },
    funnel: {
      ...funnelRange(to),
      steps: funnelSteps.map((step, at) => ({ step, members: funnel[at] ?? 0 })),
    },
    content: {
      posts: pairOf(events('post.published')),
      comments: pairOf(events('comment.posted')),
      reactions: pairOf(events('reaction.given')),
      reads: pairOf(events('post.read')),
      interactionRate: shared(events(...interactions), events('post.read')),
      perActive: shared(events(...interactions, 'post.published'), (week) =>
        week === 0 || byWeek.has(week) ? actives(week) : 0,
      ),
      weekly: line.map(events('post.published')),
    },
    feedback: {
      ...allReplies(replies, group),
      answers: pairOf(events('question.answered')),
      accepted: pairOf(events('answer.accepted')),
      reports: pairOf(events('content.reported')),
      weekly: line.map(events('question.answered')),
    },
    revenue: {
      net: pairOf(net),
      refunded: pairOf((week) => doings('order.refunded', week).amount),
      orders: pairOf(events('order.paid')),
      buyers: pairOf((week) => doings('order.paid', week).members),
      weekly: line.map(net),
    },
    newcomers: {
      joined: pairOf((week) => doings(join, week).members),
      weekly: line.map((week) => doings(join, week).members),
      answered:
        answered.length === 0
          ? null
          : {
              newcomers: sum(answered.map(({ newcomers28 }) => newcomers28)),
              answered: sum(answered.map(({ answered28 }) => answered28)),
            },
    },
    activity: {
      dau: { now: round(meanDaily(0, 7)), before: round(meanDaily(7, 7)) },
      wau: { now: actives(0), before: byWeek.has(1) || weeks > 1 ? actives(1) : 0 },
      mau: months,
      stickiness: {
        now: part(meanDaily(0, 28), months.now),
        before: part(meanDaily(28, 28), months.before),
      },
      daily: Array.from({ length: 28 }, (_, back) => addToDay(to, back - 27, 'day')).map((day) => ({
        day,
        actives: daily.get(day) ?? 0,
      })),
    },
    anomalies: findAnomalies(
      [
        { metric: 'actives', at: (day) => daily.get(day) ?? 0, since },
        { metric: 'posts', at: (day) => byDay('post.published', day).events, since },
        { metric: 'comments', at: (day) => byDay('comment.posted', day).events, since },
        { metric: 'joined', at: (day) => byDay(join, day).events, since },
        {
          metric: 'revenue',
          at: (day) => byDay('order.paid', day).amount - byDay('order.refunded', day).amount,
          since,
          money: true,
        },
      ],
      to,
    ),
  }
}

/** What the overview asks the warehouse at once; what stopped is asked when it is known where people moved. */
export async function readHappened(asking: Asking, asked: Question, to: Day) {
  const { group, weeks, against } = asked
  const history = { from: addToDay(to, 1 - 7 * (seasons + 3), 'day'), to }
  const join = joinEvent(group)
  const [byWeek, daily, months, doings, byDay, changed, cohorts, funnel, replies] = await Promise.all([
    findWeeks(asking, asked, to),
    findDaily(asking, group, history),
    findMonths(asking, group, to),
    findDoings(asking, { group, weeks, against }, [...names, join], to),
    findDays(
      asking,
      group,
      ['post.published', 'comment.posted', 'order.paid', 'order.refunded', join],
      history,
    ),
    findChange(asking, asked, to),
    findCohorts(asking, group, to, Math.min(cohortWeeks, weeks)),
    findFunnel(asking, group, to),
    findReplies(asking, to),
  ])
  return { byWeek, daily, months, doings, byDay, changed, cohorts, funnel, replies }
}

/** Who moved the figure, and what stopped where they were: two more queries, of the groups that moved most. */
async function explainChange(
  asking: Asking,
  asked: Question,
  { to, ended }: { readonly to: Day; readonly ended: Ended },
  changed: readonly ChangeRow[],
  health: readonly GroupHealth[],
  totals: Pair,
): Promise<Overview['change']> {
  const named = await nameValues(asking, asked, changed, health)
  const contributors = changed.map(
    (row): Contributor => ({
      ...row,
      label: named(row.value),
      change: row.came - row.away,
    }),
  )
  const losing = asked.by === 'group' ? changed.filter((row) => row.away > row.came) : []
  // Where people were lost, then the groups that are worst off.
  const looked =
    asked.group === undefined
      ? [...new Set([...losing.map(({ value }) => value), ...health.map(({ id }) => id)])].slice(0, explained)
      : [asked.group]
  const { found, regulars } = await ended(`stopped ${looked.join()}`, async () => {
    const groups = looked.map((group) => group || '0')
    const all = await findStopped(asking, groups, to)
    const found = all.filter(({ event }) => !quiet.has(event)).slice(0, mostStopped)
    return { found, regulars: await countRegulars(asking, found, to) }
  })
  const { event: labelOf } = vocabularyOf(asking.ctx.locale, asking.parts.declared, [])
  return {
    ...totals,
    contributors,
    stopped: found.map((each, at) => ({
      ...each,
      group: each.group === '0' ? '' : each.group,
      groupLabel:
        health.find(({ id }) => id === each.group)?.name ?? render(labels.outside, asking.ctx.locale),
      label: labelOf(each.event),
      regulars: regulars[at]?.regulars ?? 0,
      missing: regulars[at]?.missing ?? 0,
    })),
  }
}

/** What the values of the change are called. */
async function nameValues(
  asking: Asking,
  { by }: Question,
  changed: readonly ChangeRow[],
  health: readonly GroupHealth[],
): Promise<(value: string) => string> {
  const { locale } = asking.ctx
  switch (by) {
    case 'group':
      return (value) =>
        value === ''
          ? render(labels.outside, locale)
          : (health.find(({ id }) => id === value)?.name ?? render(labels.gone, locale))
    case 'kind':
      return (value) => render(labels[value === 'new' || value === 'back' ? value : 'away'], locale)
    default: {
      const named = await (await labelsOf(asking, by))(changed.map(({ value }) => value))
      const nobody = by === 'channel' ? labels.unknown : by.by === 'segments' ? labels.others : labels.notSaid
      return (value) => (value === '' ? render(nobody, locale) : (named.get(value) ?? value))
    }
  }
}

function presentGroup(health: GroupHealth, replies: Replies | undefined): Overview['groups'][number] {
  const { id, name, glyph, colour, light, score, figures, rates } = health
  return {
    ...{ id, name, glyph, colour, light, score },
    members: figures?.members ?? 0,
    actives: figures?.actives ?? 0,
    activeRate: figures?.activeRate ?? null,
    activeRateBefore: figures?.activeRateBefore ?? null,
    rates: [...rates],
    firstReply: replies?.minutes ?? null,
    replied: replies?.replied ?? 0,
    posts: replies?.posts ?? 0,
  }
}

/** Of the group asked, or of all posts together. */
function allReplies(
  replies: ReadonlyMap<string, Replies>,
  group: string | undefined,
): Pick<Overview['feedback'], 'posts' | 'replied' | 'minutes'> {
  const found = replies.get(group ?? '') ?? { posts: 0, replied: 0, minutes: null }
  return { posts: found.posts, replied: found.replied, minutes: found.minutes }
}

async function peopleOf(asking: Asking, asked: Question, of: Cell): Promise<BoundSql> {
  const to = lastDay(asked, asking.clock)
  const { group } = asked
  switch (of.of) {
    case 'actives':
      return activeOn(group, weekOf(to, of.week))
    case 'day':
      return activeOn(group, { from: of.day, to: of.day })
    case 'month': {
      const end = of.before ? addToDay(to, -28, 'day') : to
      return activeOn(group, { from: addToDay(end, -27, 'day'), to: end })
    }
    case 'came':
    case 'away':
    case 'newcomers':
      return await changePeople(asking, asked, to, { of: of.of, value: of.value })
    case 'missing':
    case 'regulars':
      return regularsSql(of, to, of.of === 'missing')
    case 'group':
      return activeMembersOf(of.group, weekOf(to, 0))
    case 'cohort':
      return cohortPeople(group, to, of)
    case 'funnel':
      return funnelPeople(group, to, of)
    case 'doing':
      return doingPeople(group, of, to)
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const round = (value: number): number => Math.round(value * 10) / 10
/** Nothing divided by nothing is not known. */
const part = (over: number, under: number): number | null =>
  under > 0 ? Math.round((over / under) * 10_000) / 10_000 : null
