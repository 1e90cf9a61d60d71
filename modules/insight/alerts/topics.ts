/**
 * What the talk concentrates on (S0-47): a word that many more say than in the bucket before, hardly by chance. Of
 * what was said the evidence keeps the word, numbers and ids only, so that what is taken away or erased is not kept
 * here; a word that one or two say is theirs, and never kept.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { findOpenBoards, findSaidComments, findSaidPosts } from '#modules/content/api.ts'
import type { Asking } from '../asking.ts'
import type { Scope, Unit } from '../shapes.ts'
import { findConcentrations, findSaying, findWordDays } from '../words/words.analysis.ts'
import type { Point } from './judging.ts'

export interface Topic {
  readonly word: string
  /** Posts and comments with it in the bucket, and in the one before. */
  readonly items: number
  readonly before: number
  /** Of all that was said. */
  readonly share: number
  readonly shareBefore: number
  /** Who said it and is still there. */
  readonly members: number
  /** The latest of them. */
  readonly said: readonly { readonly kind: 'post' | 'comment'; readonly id: Id }[]
}

export interface FoundTopic {
  readonly topic: Topic
  readonly series: readonly Point[]
}

interface Asked {
  readonly scope: Scope
  readonly unit: Unit
  readonly times: number
  /** Fewer different members are no concentration. */
  readonly least: number
}

/** At least so many different members, whatever a rule asks: fewer are no crowd, and their word may tell who they are. */
const fewestMembers = 3
const mostTopics = 3
const mostSaid = 5
/** Buckets that are shown. */
const shown = { day: 28, week: 12, month: 6 } as const

/** Topics of the latest whole bucket, the surest first. */
export async function findTopics(
  asking: Asking,
  { scope, unit, times, least }: Asked,
): Promise<FoundTopic[]> {
  const running = startOfUnit(asking.clock.today, unit)
  const days = { from: addToDay(running, -1, unit), to: addToDay(running, -1, 'day') }
  const question = { range: days, scope, of: 'all' as const, least: Math.max(fewestMembers, least) }
  const found = await findConcentrations(asking, question, { times, most: mostTopics })
  if (found.length === 0) return []
  const first = addToDay(running, -shown[unit], unit)
  const counts = await findWordDays(asking, { ...question, range: { from: first, to: days.to } }, [
    ...found.map(({ word }) => word),
  ])
  const topics: FoundTopic[] = []
  for (const { word, items, before, share, shareBefore, members } of found) {
    const said = await findSaying(asking, question, word, mostSaid)
    topics.push({
      topic: { word, items, before, share, shareBefore, members, said },
      series: bucketsOf(first, days.to, unit, counts.get(word) ?? new Map()),
    })
  }
  return topics
}

function bucketsOf(first: Day, to: Day, unit: Unit, counts: ReadonlyMap<Day, number>): Point[] {
  const buckets = new Map<Day, number>()
  for (let start = first; start <= to; start = addToDay(start, 1, unit)) buckets.set(start, 0)
  for (const [day, count] of counts) {
    const start = startOfUnit(day, unit)
    buckets.set(start, (buckets.get(start) ?? 0) + count)
  }
  return [...buckets].map(([start, value]) => ({ start, value, base: null }))
}

export interface SaidOf {
  readonly postId: Id
  readonly kind: 'post' | 'comment'
  readonly text: string
  readonly at: Date
}

const longestText = 90

/** What of the evidence can still be read, the latest first. */
export async function readSaid(ctx: Ctx, said: Topic['said']): Promise<SaidOf[]> {
  if (said.length === 0) return []
  const boards = new Set(await findOpenBoards(ctx))
  const of = (kind: 'post' | 'comment') => said.filter((each) => each.kind === kind).map(({ id }) => id)
  const found = [...(await findSaidPosts(ctx, of('post'))), ...(await findSaidComments(ctx, of('comment')))]
  return found
    .filter(({ boardId }) => boards.has(boardId))
    .map(({ kind, postId, text, at }) => ({ kind, postId, text: brief(text), at }))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}

const brief = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line
}
