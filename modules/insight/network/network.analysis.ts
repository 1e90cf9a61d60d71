import { type Id, may } from '#base/access/actor.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { type BoundSql, findPeople, sayHappening, vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import { concentrationOf, ofBusiest } from './concentration.ts'
import { networkWords as words } from './network.messages.ts'
import { aloneSql, busiestSql, networkMembersSql, talliesSql } from './network.sql.ts'
import {
  type ConcentrationQuestion,
  concentrationAnswer,
  concentrationCell,
  concentrationQuestion,
  mostDrawn,
  mostLines,
  type NetworkQuestion,
  networkAnswer,
  networkCell,
  networkQuestion,
} from './network.ts'
import type { Network, Placed } from './placing.ts'
import { networkWritten, readNetwork } from './reading.ts'

const mostCommunities = 8
const leads = 3

const busier = (one: Placed, other: Placed) => other.gave + other.got - (one.gave + one.got)

/** Who is drawn: bridges and the busiest. */
const drawnOf = ({ people }: Network): Placed[] =>
  [...people]
    .sort((one, other) => Number(other.bridge) - Number(one.bridge) || busier(one, other))
    .slice(0, mostDrawn)

function communitiesShown(network: Network) {
  const sizes = new Map<number, Placed[]>()
  for (const person of network.people)
    sizes.set(person.community, [...(sizes.get(person.community) ?? []), person])
  return [...sizes]
    .sort(([one], [other]) => one - other)
    .slice(0, mostCommunities)
    .filter(([, people]) => people.length > 2)
    .map(([community, people]) => {
      const of = (at: number) => network.people[at]!.community === community
      const concerned = network.pairs.filter(({ a, b }) => of(a) || of(b))
      const all = concerned.reduce((sum, { answers }) => sum + answers, 0)
      const inside = concerned.reduce((sum, { a, b, answers }) => sum + (of(a) && of(b) ? answers : 0), 0)
      return {
        community,
        members: people.length,
        within: all === 0 ? 0 : inside / all,
        lead: [...people].sort(busier).slice(0, leads),
      }
    })
}

/** Ids that were worked out here stand in the statement itself: there may be more than a parameter holds. */
function idsSql(ids: readonly Id[]): BoundSql {
  const numbers = ids.filter((id) => /^\d{1,20}$/.test(id))
  return { sql: `SELECT arrayJoin(CAST([${numbers.join(',')}], 'Array(UInt64)')) AS member_id`, params: {} }
}

async function sayScope({ ctx, parts }: Asking, who: ConcentrationQuestion['scope']['who']) {
  return who ? render(words.who, ctx.locale, { who: await parts.audience.say(ctx, who) }) : ''
}

async function aloneOf(asking: Asking, question: NetworkQuestion): Promise<number> {
  const { sql, params } = aloneSql(await networkWritten(asking, question))
  const [row] = await asking.query<{ n: string }>(`SELECT count() AS n FROM (${sql})`, params)
  return Number(row?.n ?? 0)
}

export const networkAnalysis = defineAnalysis({
  name: 'network',
  label: words.label,
  question: networkQuestion,
  answer: networkAnswer,
  cell: networkCell,

  async answerOf(asking, question) {
    const network = await readNetwork(asking, question)
    const { people, pairs } = network
    // Figures are for whoever reads insight; who is behind them, only for who may look at people.
    const mayKnow = may(asking.ctx.actor, 'audience.read')
    const drawn = mayKnow ? drawnOf(network) : []
    const shown = new Set(drawn.map(({ id }) => id))
    const communities = communitiesShown(network)
    const leading = mayKnow ? communities.flatMap(({ lead }) => lead.map(({ id }) => id)) : []
    const named = await findPeople(asking.ctx, asking.parts.files, [...new Set([...shown, ...leading])])
    const count = (of: (person: Placed) => boolean) => people.reduce((sum, each) => sum + Number(of(each)), 0)
    return {
      days: network.days,
      members: people.length,
      answers: people.reduce((sum, { gave }) => sum + gave, 0),
      pairs: pairs.length,
      cut: network.cut,
      mutual: pairs.length === 0 ? 0 : pairs.filter(({ mutual }) => mutual).length / pairs.length,
      largest: network.largest,
      core: { k: network.k, members: count(({ core }) => core) },
      bridges: count(({ bridge }) => bridge),
      atRisk: count(({ atRisk }) => atRisk),
      alone: await aloneOf(asking, question),
      sampled: network.sampled,
      communities: communities.map(({ lead, ...community }) => ({
        ...community,
        lead: lead.flatMap(({ id }) => named.get(id) ?? []),
      })),
      people: drawn.flatMap(({ id, ...placed }) => {
        const person = named.get(id)
        return person ? [{ person, ...placed }] : []
      }),
      links: pairs
        .filter(({ a, b }) => shown.has(people[a]!.id) && shown.has(people[b]!.id))
        .sort((one, other) => other.answers - one.answers || one.a - other.a || one.b - other.b)
        .slice(0, mostLines)
        .map(({ a, b, answers }) => ({ a: people[a]!.id, b: people[b]!.id, answers })),
    }
  },

  async peopleOf(asking, question, cell) {
    if (cell.of === 'members') return networkMembersSql(await networkWritten(asking, question))
    if (cell.of === 'alone') return aloneSql(await networkWritten(asking, question))
    const network = await readNetwork(asking, question)
    const of = (fits: (person: Placed) => boolean) => idsSql(network.people.filter(fits).map(({ id }) => id))
    switch (cell.of) {
      case 'core':
        return of(({ core }) => core)
      case 'bridges':
        return of(({ bridge }) => bridge)
      case 'atRisk':
        return of(({ atRisk }) => atRisk)
      case 'community':
        return of(({ community }) => community === cell.community)
      case 'neighbours': {
        const at = network.people.findIndex(({ id }) => id === cell.member)
        if (at < 0) throw problems.notFound()
        const near = network.pairs.flatMap(({ a, b }) => (a === at ? [b] : b === at ? [a] : []))
        return idsSql(near.map((each) => network.people[each]!.id))
      }
    }
  },

  say: async (asking, { range, scope }) =>
    `${render(words.says, asking.ctx.locale, { ...daysOf(range, asking.clock) })}${await sayScope(asking, scope.who)}`,
})

/** Shares of the busiest that are looked at (90-9-1 and the like). */
const percents = [1, 10, 50]

async function writtenOf(asking: Asking, { range, scope }: ConcentrationQuestion) {
  return { days: daysOf(range, asking.clock), scoped: await scopeSql(asking, scope) }
}

async function readTallies(asking: Asking, question: ConcentrationQuestion) {
  const { sql, params } = talliesSql(question, await writtenOf(asking, question), asking.clock)
  const rows = await asking.query<{ times: string; members: string }>(sql, params)
  return rows.map(({ times, members }) => ({ times: Number(times), members: Number(members) }))
}

export const concentrationAnalysis = defineAnalysis({
  name: 'concentration',
  label: words.concentration,
  question: concentrationQuestion,
  answer: concentrationAnswer,
  cell: concentrationCell,

  async answerOf(asking, question) {
    const tallies = await readTallies(asking, question)
    const { lorenz, ...found } = concentrationOf(tallies)
    return {
      days: daysOf(question.range, asking.clock),
      ...found,
      lorenz: [...lorenz],
      top: percents.map((percent) => {
        const members = Math.ceil((found.members * percent) / 100)
        return {
          percent,
          members,
          share: found.contributions === 0 ? 0 : ofBusiest(tallies, members) / found.contributions,
        }
      }),
    }
  },

  async peopleOf(asking, question, cell) {
    const { members, half } = concentrationOf(await readTallies(asking, question))
    const count =
      cell.of === 'all' ? members : cell.of === 'half' ? half : Math.ceil((members * cell.percent) / 100)
    return busiestSql(question, await writtenOf(asking, question), asking.clock, count)
  },

  async say(asking, { range, scope, events }) {
    const vocabulary = vocabularyOf(asking.ctx.locale, asking.parts.declared, [])
    const named = vocabulary.list(events.map((event) => sayHappening(event, vocabulary)))
    return `${render(words.concentrationSays, asking.ctx.locale, { ...daysOf(range, asking.clock), events: named })}${await sayScope(asking, scope.who)}`
  },
})
