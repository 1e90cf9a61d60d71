import { render } from '#base/i18n/messages.ts'
import { sayHappening, vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import { attributionWords as words } from './attribution.messages.ts'
import {
  type AttributionWriting,
  attributionPeopleSql,
  converterSql,
  fansByChannelSql,
  type JourneyRow,
  journeysByPathSql,
  regularsTotalSql,
} from './attribution.sql.ts'
import {
  type AttributionQuestion,
  attributionAnswer,
  attributionCell,
  attributionQuestion,
} from './attribution.ts'
import { channelNames, findChannels } from './channels.ts'
import { spentOn } from './costs.ts'
import { creditsOf, type Journey, markov, modelNames, unknownChannel } from './models.ts'

/** Ways to a conversion that are listed. */
const shownJourneys = 20

async function writingOf(asking: Asking, question: AttributionQuestion) {
  const [channels, scoped] = await Promise.all([findChannels(asking.ctx), scopeSql(asking, question.scope)])
  const { rules } = channels
  return {
    question,
    channels,
    rules,
    scoped,
    days: daysOf(question.range, asking.clock),
    clock: asking.clock,
  }
}

const journeyOf = (row: JourneyRow): Journey => ({
  path: row.path,
  conversions: Number(row.conversions),
  value: Number(row.value),
  nulls: Number(row.nulls),
  decay: row.decay,
  decayValue: row.decayValue,
})

const per = (cost: number | null, many: number): number | null =>
  cost === null || many <= 0 ? null : cost / many

export const attributionAnalysis = defineAnalysis({
  name: 'attribution',
  label: words.label,
  question: attributionQuestion,
  answer: attributionAnswer,
  cell: attributionCell,

  async answerOf(asking, question) {
    const { ctx } = asking
    const writing = await writingOf(asking, question)
    const { days } = writing
    const ask = <Row>({ sql, params }: ReturnType<typeof journeysByPathSql>) => asking.query<Row>(sql, params)
    const journeys = (await ask<JourneyRow>(journeysByPathSql(writing))).map(journeyOf)
    const met = await ask<{ channel: string; converted: string; without: string }>(converterSql(writing))
    const joined = await ask<{ channel: string; fans: string; kept: string }>(fansByChannelSql(writing))
    const [regular] = await ask<{ regulars: string }>(regularsTotalSql(writing))
    const spent = await spentOn(ctx, days)

    const credits = creditsOf(journeys, question.order)
    const { removal, base } = markov(
      journeys.filter(({ path }) => path.length > 0),
      question.order,
    )
    const all = met.find(({ channel }) => channel === '')
    const members = new Map(met.map(({ channel, converted }) => [channel, Number(converted)]))
    // Who was won without anybody knowing how, of those who are still there.
    const fans = new Map(joined.map((row) => [row.channel || unknownChannel, row]))
    const winning = new Map(
      spent.flatMap(({ channel, purpose, amount }) =>
        purpose === 'winning' ? [[channel, amount] as const] : [],
      ),
    )
    const sum = (of: (journey: Journey) => number) => journeys.reduce((total, each) => total + of(each), 0)
    const conversions = sum((journey) => journey.conversions)
    const value = sum((journey) => journey.value)
    const nameOf = channelNames(ctx.locale, writing.channels)
    const known = new Set([
      ...modelNames.flatMap((model) => [...credits[model].keys()]),
      ...fans.keys(),
      ...winning.keys(),
    ])
    const unknownMembers = known.has(unknownChannel) ? await membersWithoutTouch(asking, writing) : 0
    const channels = [...known].map((channel) => {
      const cost = winning.get(channel) ?? null
      const own = Object.fromEntries(
        modelNames.map((model) => [model, credits[model].get(channel) ?? { conversions: 0, value: 0 }]),
      ) as Record<(typeof modelNames)[number], { conversions: number; value: number }>
      const gain = own[question.model]
      const won = Number(fans.get(channel)?.fans ?? 0)
      const kept = Number(fans.get(channel)?.kept ?? 0)
      const roas = cost === null || value === 0 ? null : gain.value / cost
      return {
        channel,
        name: nameOf(channel),
        members: channel === unknownChannel ? unknownMembers : (members.get(channel) ?? 0),
        credits: own,
        removal: removal.get(channel) ?? 0,
        fans: won,
        kept,
        cost,
        perFan: per(cost, won),
        perKept: per(cost, kept),
        perConversion: per(cost, gain.conversions),
        roas,
        roi: roas === null ? null : roas - 1,
      }
    })
    const total = (purpose: 'winning' | 'keeping') =>
      spent.reduce((cost, each) => cost + (each.purpose === purpose ? each.amount : 0), 0)
    const winningCost = total('winning')
    const keepingCost = total('keeping')
    const fansInAll = joined.reduce((many, { fans: some }) => many + Number(some), 0)
    const regulars = Number(regular?.regulars ?? 0)
    const perFan = winningCost > 0 ? per(winningCost, fansInAll) : null
    const perRegular = keepingCost > 0 ? per(keepingCost, regulars) : null
    return {
      days,
      conversions,
      value,
      members: Number(all?.converted ?? 0),
      without: Number(all?.without ?? 0),
      base,
      channels: channels.sort(
        (one, other) =>
          other.credits[question.model].conversions - one.credits[question.model].conversions ||
          other.fans - one.fans ||
          (one.channel < other.channel ? -1 : 1),
      ),
      journeys: journeys
        .filter((journey) => journey.conversions > 0)
        .sort((one, other) => other.conversions - one.conversions || other.value - one.value)
        .slice(0, shownJourneys)
        .map(({ path, conversions: many, value: worth, nulls }) => ({
          path: path.map(nameOf),
          conversions: many,
          value: worth,
          nulls,
        })),
      keeping: {
        winningCost,
        keepingCost,
        fans: fansInAll,
        regulars,
        perFan,
        perRegular,
        ratio: perFan === null || perRegular === null ? null : perRegular / perFan,
      },
    }
  },

  async peopleOf(asking, question, cell) {
    return attributionPeopleSql(await writingOf(asking, question), cell)
  },

  async say(asking, question) {
    const { ctx, clock, parts } = asking
    const { scope, conversion, lookBack, range } = question
    const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
    return [
      render(words.says, ctx.locale, {
        ...daysOf(range, clock),
        event: sayHappening(conversion, vocabulary),
        days: lookBack,
      }),
      scope.who ? render(words.who, ctx.locale, { who: await parts.audience.say(ctx, scope.who) }) : '',
    ].join('')
  },
})

async function membersWithoutTouch(asking: Asking, writing: AttributionWriting): Promise<number> {
  const { sql, params } = attributionPeopleSql(writing, { of: 'channel', channel: unknownChannel })
  const [row] = await asking.query<{ members: string }>(
    `SELECT count() AS members FROM (${sql}) WHERE member_id IN (SELECT id FROM member FINAL WHERE present)`,
    params,
  )
  return Number(row?.members ?? 0)
}
