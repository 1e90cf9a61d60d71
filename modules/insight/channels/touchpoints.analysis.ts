import { render } from '#base/i18n/messages.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { strangersSql } from '../attribution/attribution.sql.ts'
import { channelNames, findChannels } from '../attribution/channels.ts'
import { spentOn } from '../attribution/costs.ts'
import { unknownChannel } from '../attribution/models.ts'
import { daysOf } from '../shapes.ts'
import { findRegister } from './registry.ts'
import { touchpointWords as words } from './touchpoints.messages.ts'
import {
  type MetRow,
  metByPlaceSql,
  type TouchpointWriting,
  touchpointPeopleSql,
  type WonRow,
  wonByChannelSql,
} from './touchpoints.sql.ts'
import {
  type TouchpointAnswer,
  type TouchpointQuestion,
  touchpointAnswer,
  touchpointCell,
  touchpointQuestion,
} from './touchpoints.ts'
import { stageNames, suggestType, type TrafficKind, trafficKinds } from './types.ts'
import { leastMature, verdictOf } from './verdict.ts'

async function writingOf(asking: Asking, { range, scope, within }: TouchpointQuestion) {
  const { ctx, clock } = asking
  const [channels, register, scoped] = await Promise.all([
    findChannels(ctx),
    findRegister(ctx),
    scopeSql(asking, scope),
  ])
  const ofKind = (kind: TrafficKind) =>
    register.filter((each) => each.kind === kind).map(({ channel }) => channel)
  const writing: TouchpointWriting = {
    rules: channels.rules,
    days: daysOf(range, clock),
    scoped,
    within,
    today: clock.today,
    own: ofKind('own'),
    public: ofKind('public'),
  }
  return { writing, channels, register }
}

const nowOf = ({ clock }: Asking) => clock.now.getTime() * 1_000

type Met = Pick<TouchpointAnswer['total'], 'met' | 'stages' | 'orders' | 'revenue'>

const metOf = (row: MetRow | undefined): Met => ({
  met: Number(row?.met ?? 0),
  stages: stageNames.map((stage, at) => {
    const reached = Number(row?.reached[at] ?? 0)
    const base = Number(row?.stood[at] ?? 0)
    return { stage, reached, base, rate: base === 0 ? null : reached / base }
  }),
  orders: Number(row?.orders ?? 0),
  revenue: Number(row?.revenue ?? 0),
})

/** What became of some fans; sums of rows. */
function wonOf(rows: readonly WonRow[], cost: number | null) {
  const sum = (of: 'fans' | 'mature' | 'kept' | 'buyers' | 'orders' | 'revenue') =>
    rows.reduce((total, row) => total + Number(row[of]), 0)
  const [fans, mature, kept] = [sum('fans'), sum('mature'), sum('kept')]
  const perFan = cost === null || fans === 0 ? null : cost / fans
  const revenuePerFan = mature === 0 ? null : sum('revenue') / mature
  return {
    fans,
    mature,
    kept,
    keptRate: mature === 0 ? null : kept / mature,
    buyers: sum('buyers'),
    fanOrders: sum('orders'),
    fanRevenue: sum('revenue'),
    cost,
    perFan,
    perKept: perFan === null || kept === 0 ? null : (perFan * mature) / kept,
    revenuePerFan,
    roas: perFan === null || revenuePerFan === null ? null : revenuePerFan / perFan,
    small: mature < leastMature,
  }
}

export const touchpointAnalysis = defineAnalysis({
  name: 'touchpoints',
  label: words.label,
  question: touchpointQuestion,
  answer: touchpointAnswer,
  cell: touchpointCell,

  async answerOf(asking, question) {
    const { ctx } = asking
    const { writing, channels, register } = await writingOf(asking, question)
    const met = metByPlaceSql(writing, nowOf(asking))
    const won = wonByChannelSql(writing)
    const strange = strangersSql(writing)
    const places = await asking.query<MetRow>(met.sql, met.params)
    const fans = await asking.query<WonRow>(won.sql, won.params)
    // Of who is not known nothing is known that a condition could ask.
    const strangers = question.scope.who
      ? 0
      : Number((await asking.query<{ strangers: string }>(strange.sql, strange.params))[0]?.strangers ?? 0)
    const spent = (await spentOn(ctx, writing.days)).filter(({ purpose }) => purpose === 'winning')

    const known = new Map(register.map((each) => [each.channel, each]))
    const kindOfChannel = (channel: string): TrafficKind => known.get(channel)?.kind ?? 'none'
    const metAt = (of: MetRow['of'], name: string) =>
      metOf(places.find((row) => row.of === of && row.name === name))
    const wonBy = (fits: (channel: string) => boolean) => {
      const costs = spent.filter(({ channel }) => fits(channel))
      return wonOf(
        fans.filter(({ channel }) => fits(channel || unknownChannel)),
        costs.length > 0 ? costs.reduce((total, { amount }) => total + amount, 0) : null,
      )
    }
    const nameOf = channelNames(ctx.locale, channels)
    const keys = new Set([
      ...places.flatMap(({ of, name }) => (of === 'channel' ? [name] : [])),
      ...fans.map(({ channel }) => channel || unknownChannel),
      ...spent.map(({ channel }) => channel),
      ...register.map(({ channel }) => channel),
    ])
    const rows = [...keys].map((channel) => {
      const entry = known.get(channel)
      return {
        channel,
        name: nameOf(channel),
        type: entry?.type ?? null,
        kind: kindOfChannel(channel),
        suggested: entry || channel === unknownChannel ? null : suggestType(channel, nameOf(channel)),
        isBase: Boolean(entry?.base),
        retired: Boolean(entry?.retiredAt),
        ...metAt('channel', channel),
        ...wonBy((each) => each === channel),
      }
    })
    const verdict = verdictOf(
      rows.map((row) => ({ ...row, apart: row.retired || row.channel === unknownChannel })),
    )
    return {
      days: writing.days,
      within: question.within,
      total: { ...metAt('all', ''), ...wonBy(() => true) },
      kinds: trafficKinds.map((kind) => ({
        kind,
        ...metAt('kind', kind),
        ...wonBy((channel) => kindOfChannel(channel) === kind),
      })),
      channels: rows.sort(
        (one, other) =>
          Number(one.channel === unknownChannel) - Number(other.channel === unknownChannel) ||
          other.met - one.met ||
          other.fans - one.fans ||
          (one.channel < other.channel ? -1 : 1),
      ),
      open: Number(places.find(({ of }) => of === 'all')?.open ?? 0),
      strangers,
      verdict: verdict && { ...verdict, name: nameOf(verdict.channel), next: nameOf(verdict.next) },
      least: leastMature,
    }
  },

  async peopleOf(asking, question, cell) {
    const { writing } = await writingOf(asking, question)
    return touchpointPeopleSql(writing, cell, nowOf(asking))
  },

  async say(asking, question) {
    const { ctx, clock, parts } = asking
    const { scope, range, within } = question
    return [
      render(words.says, ctx.locale, { ...daysOf(range, clock), within }),
      scope.who ? render(words.who, ctx.locale, { who: await parts.audience.say(ctx, scope.who) }) : '',
    ].join('')
  },
})
