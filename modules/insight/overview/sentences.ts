/**
 * Titles of the overview, by rules. Each says what the figure does and nothing that the figure does not say: few
 * people are called few, "most of it" is the largest move in that direction, and no cause is claimed.
 */
import { type Said, say } from '#base/declarations/said.ts'
import type { Locale, Message, Values } from '#base/i18n/messages.ts'
import { render } from '#base/i18n/messages.ts'
import { median } from './median.ts'
import type { Contributor, Overview, Stopped } from './question.ts'
import { titleWords as words } from './sentences.messages.ts'

/** Below this many people a change is not told as one. */
export const fewPeople = 10
/** Cohorts smaller than this are shown with a warning. */
export const fewNewcomers = 30

/** Said one after the other. */
export type Title = readonly Said[]

export const titleText = (title: Title, locale: Locale): string =>
  title.map(({ message, values }) => render(message, locale, values)).join('')

const one = (message: Message, values?: Values): Title => [say(message, values)]

/** What a title calls the week that is compared with; the reader's language is known. */
export type Then = (weeks: number) => string
export const thenIn =
  (locale: Locale): Then =>
  (weeks) =>
    weeks === 1 ? render(words.lastWeek, locale) : render(words.weeksAgo, locale, { weeks })

export function northTitle({ weeks, goal }: Overview['north']): Title {
  if (weeks.every(({ actives }) => actives === 0)) return one(words.northNone)
  const now = weeks.at(-1)?.actives ?? 0
  const before = weeks.at(-2)?.actives ?? 0
  const change = now - before
  const moved = { now, change: Math.abs(change) }
  const head = change > 0 ? words.northUp : change < 0 ? words.northDown : words.northSame
  const few = Math.max(now, before) < fewPeople ? [say(words.few)] : []
  if (!goal || goal.paceNow === null) return [say(head, moved), ...few]
  if (now >= goal.target) return [say(head, moved), say(words.reached, { target: goal.target }), ...few]
  const gap = now - goal.paceNow
  const pace = gap < 0 ? words.behind : gap > 0 ? words.ahead : words.onPace
  return [say(head, moved), say(pace, { gap: Math.abs(gap) }), ...few]
}

export function changeTitle({ now, before, contributors }: Overview['change'], then: string): Title {
  const came = sum(contributors.map((each) => each.came))
  const away = sum(contributors.map((each) => each.away))
  const change = now - before
  const values = { then, change: Math.abs(change) }
  if (came + away === 0) return one(words.evenStill, { then })
  if (came + away < fewPeople) return one(words.changeFew, { then, moved: came + away })
  if (change === 0) return one(words.evenMoved, { then, came, away })
  const up = most(contributors, 1)
  const down = most(contributors, -1)
  if (change > 0 && up)
    return down?.matters
      ? one(words.growthWithDrag, { ...values, up: up.label, down: down.label })
      : one(words.growth, { ...values, up: up.label })
  if (change < 0 && down)
    return up?.matters
      ? one(words.lossWithLift, { ...values, up: up.label, down: down.label })
      : one(words.loss, { ...values, down: down.label })
  return one(words.evenMoved, { then, came, away })
}

/** The largest move in a direction; `matters`: it is not just a few people. */
function most(contributors: readonly Contributor[], sign: 1 | -1) {
  const moved = contributors.filter(({ change }) => change * sign > 0)
  const largest = [...moved].sort((a, b) => sign * (b.change - a.change))[0]
  if (!largest) return undefined
  return { label: largest.label, matters: Math.abs(largest.change) >= fewPeople / 2 }
}

export const stoppedTitle = ({ groupLabel, label, weeks, missing }: Stopped): Title =>
  one(words.stoppedTitle, { group: groupLabel, event: label, weeks, missing })

export function groupsTitle(groups: Overview['groups']): Title {
  if (groups.length === 0) return one(words.groupsNone)
  const of = (light: string) => groups.filter((group) => group.light === light)
  const [good, warn, bad, off] = [of('good'), of('warn'), of('bad'), of('off')]
  const measured = groups.length - off.length
  if (measured === 0) return one(words.groupsUnmeasured, { count: groups.length })
  const later = off.length > 0 ? [say(words.groupsLater, { count: off.length })] : []
  const values = { count: measured, good: good.length, warn: warn.length, bad: bad.length }
  if (bad.length === 1) return [say(words.groupsBadOne, { ...values, name: bad[0]!.name }), ...later]
  if (bad.length > 1) return [say(words.groupsBad, values), ...later]
  return [say(warn.length > 0 ? words.groupsWarn : words.groupsGood, values), ...later]
}

export function retentionTitle(
  { cohorts }: Overview['retention'],
  percent: (share: number) => string,
): Title {
  const known = cohorts.filter(({ size, retained }) => size > 0 && retained.length > 0)
  const last = known.at(-1)
  if (!last) return one(words.retentionNone)
  const rates = known.map(({ size, retained }) => (retained[0] ?? 0) / size)
  const own = rates.at(-1)!
  const few = last.size < fewNewcomers ? [say(words.retentionFew, { size: last.size })] : []
  const values = { rate: percent(own), weeks: known.length, median: percent(median(rates)) }
  if (known.length < 3) return [say(words.retentionOne, values), ...few]
  const others = rates.slice(0, -1)
  const message =
    few.length > 0
      ? words.retentionUsual
      : others.every((rate) => own > rate)
        ? words.retentionBest
        : others.every((rate) => own < rate)
          ? words.retentionWorst
          : words.retentionUsual
  return [say(message, values), ...few]
}

/** Steps by name as the reader calls them. */
export function funnelTitle(
  { steps }: Overview['funnel'],
  percent: (share: number) => string,
  name: (step: string) => string,
): Title {
  const joined = steps[0]?.members ?? 0
  if (joined === 0) return one(words.funnelNone)
  if (joined < fewPeople) return one(words.funnelFew, { count: joined })
  const lost = steps.slice(1).map(({ step, members }, at) => ({ step, lost: steps[at]!.members - members }))
  const largest = [...lost].sort((a, b) => b.lost - a.lost)[0]
  if (!largest || largest.lost === 0) return one(words.funnelAll, { count: joined })
  const posted = steps.find(({ step }) => step === 'post')?.members ?? 0
  return one(words.funnelStuck, {
    share: percent(posted / joined),
    step: name(largest.step),
    lost: largest.lost,
  })
}

export function contentTitle({ posts }: Overview['content'], then: string): Title {
  if (posts.now === 0) return one(words.contentNone)
  const change = posts.now - posts.before
  const message = change > 0 ? words.contentUp : change < 0 ? words.contentDown : words.contentSame
  return one(message, { posts: posts.now, change: Math.abs(change), then })
}

export function feedbackTitle(
  { posts, replied, minutes }: Overview['feedback'],
  percent: (share: number) => string,
  duration: (minutes: number) => string,
): Title {
  if (posts === 0) return one(words.feedbackNone)
  if (replied === 0 || minutes === null) return one(words.feedbackUnanswered, { posts })
  return one(words.feedbackRate, { share: percent(replied / posts), time: duration(minutes) })
}

export function revenueTitle(
  { net, orders, refunded }: Overview['revenue'],
  then: string,
  money: (minor: number) => string,
): Title {
  if (orders.now === 0 && refunded.now === 0) return one(words.revenueNone)
  const change = net.now - net.before
  const message = change > 0 ? words.revenueUp : change < 0 ? words.revenueDown : words.revenueSame
  const few = orders.now < fewPeople ? [say(words.revenueFew, { orders: orders.now })] : []
  return [say(message, { net: money(net.now), change: money(Math.abs(change)), then }), ...few]
}

export function newcomersTitle(
  { joined, answered }: Overview['newcomers'],
  percent: (share: number) => string,
): Title {
  if (joined.now === 0) return one(words.newcomersNone)
  if (!answered || answered.newcomers < fewPeople) return one(words.newcomersOnly, { joined: joined.now })
  return one(words.newcomersAnswered, {
    joined: joined.now,
    share: percent(answered.answered / answered.newcomers),
  })
}

export function activityTitle(
  { dau, stickiness }: Overview['activity'],
  percent: (share: number) => string,
): Title {
  if (stickiness.now === null) return one(words.stickyNone)
  return one(words.sticky, { dau: Math.round(dau.now), share: percent(stickiness.now) })
}

export const anomaliesTitle = (anomalies: Overview['anomalies']): Title =>
  anomalies.length === 0 ? one(words.anomaliesNone) : one(words.anomalies, { count: anomalies.length })

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
