import { render } from '#base/i18n/messages.ts'
import { vocabularyOf } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import { moreNode, otherNode, type PathsQuestion, pathsAnswer, pathsCell, pathsQuestion } from './path.ts'
import { pathsWords as words } from './paths.messages.ts'
import { type MoveRow, type PathsWriting, pathsPeopleSql, pathsSql } from './paths.sql.ts'
import { sitePages } from './site.ts'

async function writingOf(asking: Asking, question: PathsQuestion): Promise<PathsWriting> {
  return {
    question,
    days: daysOf(question.range, asking.clock),
    scoped: await scopeSql(asking, question.scope),
    clock: asking.clock,
  }
}

/** What nodes are called in the language of who asks. */
function namesOf({ ctx, parts }: Asking, { groupings }: PathsQuestion): (node: string) => string {
  const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
  const given = new Map(groupings.flatMap(({ pattern, name }) => (name ? [[pattern, name] as const] : [])))
  return (node) => {
    if (node === otherNode) return render(words.other, ctx.locale)
    if (node === moreNode) return render(words.more, ctx.locale)
    const rest = node.slice(2)
    if (node.startsWith('e:')) return vocabulary.event(rest)
    const page = sitePages.get(rest)
    return given.get(rest) ?? (page ? render(page, ctx.locale) : rest)
  }
}

const figuresOf = (row: MoveRow | undefined) => ({
  visits: Number(row?.visits ?? 0),
  members: Number(row?.members ?? 0),
})

/** A node or a move as it is looked up: what is in a path can be any text. */
const keyOf = (...parts: readonly (string | number)[]) => JSON.stringify(parts)

export const pathsAnalysis = defineAnalysis({
  name: 'paths',
  label: words.label,
  question: pathsQuestion,
  answer: pathsAnswer,
  cell: pathsCell,

  async answerOf(asking, question) {
    const writing = await writingOf(asking, question)
    const { sql, params } = pathsSql(writing)
    const moves = await asking.query<MoveRow>(sql, params)
    const nameOf = namesOf(asking, question)
    const isNode = (node: string) => node !== '' && node !== '+'
    const ended = new Map(
      moves.flatMap((row) =>
        row.about === 'move' && row.target === '' ? [[keyOf(row.col, row.source), row] as const] : [],
      ),
    )
    const larger = (one: { visits: number }, other: { visits: number }) => other.visits - one.visits
    return {
      days: writing.days,
      ...figuresOf(moves.find(({ about }) => about === 'all')),
      nodes: moves
        .filter(({ about, target }) => about === 'target' && isNode(target))
        .map((row) => ({
          column: row.col + 1,
          node: row.target,
          label: nameOf(row.target),
          ...figuresOf(row),
          left: figuresOf(ended.get(keyOf(row.col + 1, row.target))),
        }))
        .sort((one, other) => one.column - other.column || larger(one, other)),
      links: moves
        .filter(({ about, source, target }) => about === 'move' && isNode(source) && isNode(target))
        .map((row) => ({
          column: row.col,
          from: row.source,
          to: row.target,
          ...figuresOf(row),
          seconds: Number(row.micros) / Number(row.visits) / 1e6,
        }))
        .sort((one, other) => one.column - other.column || larger(one, other)),
    }
  },

  async peopleOf(asking, question, cell) {
    return pathsPeopleSql(await writingOf(asking, question), cell)
  },

  async say(asking, question) {
    const { ctx, clock, parts } = asking
    const nameOf = namesOf(asking, question)
    const { start, end, visit, scope } = question
    return [
      render(words.says, ctx.locale, { ...daysOf(question.range, clock) }),
      start === undefined ? '' : render(words.starting, ctx.locale, { node: nameOf(start) }),
      end === undefined ? '' : render(words.ending, ctx.locale, { node: nameOf(end) }),
      visit.by === 'pause'
        ? render(words.pause, ctx.locale, { minutes: visit.minutes })
        : render(words.given, ctx.locale),
      scope.who ? render(words.who, ctx.locale, { who: await parts.audience.say(ctx, scope.who) }) : '',
    ].join('')
  },
})
