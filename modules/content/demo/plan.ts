/**
 * Gives every simulated post, comment, reaction and read of the log something real to be about: which words,
 * on which board, under which post. Pure: the same events and people give the same plan.
 */
import type { Id } from '#base/access/actor.ts'
import type { PostKind } from '../shapes.ts'
import { burstComment, burstPost, isOfBurst } from './burst.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type CorpusPost, somebody } from './corpus.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { commentFor, postFor, readiness } from './tail.ts'

export interface SimEvent {
  readonly seq: string
  readonly name: string
  /** Milliseconds. */
  readonly at: number
  readonly memberId: Id
  readonly sessionId: string | null
  readonly context: string
}
export interface PlannedBoard {
  readonly id: Id
  readonly groupId: Id
  /** `group/board`. */
  readonly key: string
  /** Everybody may read it. */
  readonly open: boolean
}
export interface Standing {
  readonly groupId: Id
  readonly joinedAt: number
}
/** A post as others find it: planned here, or there before. */
export interface PlannedPost {
  readonly id: Id
  readonly board: PlannedBoard
  readonly authorId: Id
  readonly kind: PostKind
  readonly title: string
  readonly lines: readonly string[]
  readonly at: number
  readonly source: string
  /** Undefined for what was there before. */
  readonly event: SimEvent | undefined
  readonly corpus: CorpusPost | undefined
  readonly comments: PlannedComment[]
  /** It is about what the talk concentrates on at the end. */
  readonly ofBurst?: boolean
}
export interface PlannedComment {
  readonly id: Id
  readonly post: PlannedPost
  readonly parent: PlannedComment | undefined
  readonly authorId: Id
  readonly text: string
  readonly at: number
  readonly source: string
  readonly accepted: boolean
  readonly event: SimEvent | undefined
  /** It was there before. */
  readonly there: boolean
}
export interface PlannedReaction {
  readonly event: SimEvent
  readonly post: PlannedPost
  readonly comment: PlannedComment | undefined
  readonly kind: string
  /** He took it back and said it again: the row is there. */
  readonly again: boolean
}
export interface PlannedRead {
  readonly event: SimEvent
  readonly post: PlannedPost
  readonly seconds: number
  readonly depth: number
}
export interface Plan {
  readonly posts: readonly PlannedPost[]
  readonly comments: readonly PlannedComment[]
  readonly reactions: readonly PlannedReaction[]
  readonly reads: readonly PlannedRead[]
}

export interface Given {
  /** In the order of time. */
  readonly events: readonly SimEvent[]
  readonly boards: readonly PlannedBoard[]
  readonly standings: ReadonlyMap<Id, readonly Standing[]>
  /** Members of the named world by key. */
  readonly people: ReadonlyMap<string, Id>
  readonly corpus: readonly CorpusPost[]
  /** Corpus posts that are there, with their comments, oldest first. */
  readonly there: readonly PlannedPost[]
  readonly now: number
  /** Nobody concentrates on anything: the control of what finds that they do. */
  readonly even?: boolean
  nextPostId(): Id
  nextCommentId(): Id
}

const dayMs = 86_400_000
const hourMs = 3_600_000
const grace = 3 * dayMs

export function planContent(given: Given): Plan {
  const of = (name: string) => given.events.filter((event) => event.name === name)
  const boards = new Map(given.boards.map((board) => [board.key, board]))
  // Most post and answer in their first hours; the hour at which the demo lets them into a group is drawn for
  // itself and may come a little later.
  const belongs = (memberId: Id, groupId: Id, at: number) =>
    given.standings.get(memberId)?.some((each) => each.groupId === groupId && each.joinedAt <= at + grace) ??
    false
  const posts = planPosts(given, of('post.published'), boards, belongs)
  const shelf = openShelf([...given.there, ...posts], belongs)
  const comments = planComments(given, of('comment.posted'), shelf, belongs)
  const reads = of('post.read').flatMap((event, index) => {
    const chance = chanceOf('read', event.memberId, event.at, index)
    const post = shelf.find(chance, event)
    if (!post) return []
    const seconds = 4 + Math.floor(-Math.log(1 - chance.next()) * 38)
    return [{ event, post, seconds, depth: Math.min(100, 20 + Math.floor(chance.next() ** 0.6 * 81)) }]
  })
  return { posts, comments, reactions: planReactions(of('reaction.given'), shelf), reads }
}

type Belongs = (memberId: Id, groupId: Id, at: number) => boolean

function planPosts(
  given: Given,
  events: readonly SimEvent[],
  boards: ReadonlyMap<string, PlannedBoard>,
  belongs: Belongs,
): PlannedPost[] {
  const writable = [...boards.values()].filter((board) => readiness[board.key])
  // Who was in no group then posted where everybody reads, and was in one before he left.
  const open = writable.filter((board) => board.open)
  if (open.length === 0) return []
  const chosen = new Map<SimEvent, CorpusPost>()
  // What was written by hand goes to the member of that group who posted nearest to its day.
  for (const post of given.corpus.filter((each) => each.by === somebody)) {
    const board = boards.get(`${post.group}/${post.board}`)
    if (!board) continue
    const wanted = given.now - post.daysAgo * dayMs
    const free = (strict: boolean) =>
      events.filter(
        (event) =>
          !chosen.has(event) &&
          Math.abs(event.at - wanted) < (strict ? 20 : 60) * dayMs &&
          (!strict || belongs(event.memberId, board.groupId, event.at)),
      )
    const near = free(true)
    const nearest = (near.length > 0 ? near : free(false)).reduce<SimEvent | undefined>(
      (best, each) => (!best || Math.abs(each.at - wanted) < Math.abs(best.at - wanted) ? each : best),
      undefined,
    )
    if (nearest) chosen.set(nearest, post)
  }
  const taken = new Set(given.corpus.map((post) => post.title))
  return events.map((event, index) => {
    const corpus = chosen.get(event)
    const chance = chanceOf('board', event.memberId, event.at)
    const may = writable.filter((board) => belongs(event.memberId, board.groupId, event.at))
    const board = corpus
      ? boards.get(`${corpus.group}/${corpus.board}`)!
      : byReadiness(chance, may.length > 0 ? may : open)
    const seed = `${event.memberId}.${index}`
    const usual = corpus ?? postFor(board.key, seed, taken)
    const concentrates = !corpus && !given.even && isOfBurst('posts', event, given.now)
    const ofBurst = concentrates ? burstPost(usual.kind, seed, taken) : undefined
    const tail = ofBurst ? { ...ofBurst, kind: usual.kind } : usual
    return {
      id: given.nextPostId(),
      board,
      authorId: event.memberId,
      kind: tail.kind,
      title: tail.title,
      lines: tail.lines,
      at: event.at,
      source: corpus ? `corpus:${corpus.key}` : `seed:post:${event.memberId}:${index}`,
      event,
      corpus,
      comments: [],
      ...(ofBurst ? { ofBurst: true } : {}),
    }
  })
}

/** One of the boards; there is at least one. */
function byReadiness(chance: Chance, boards: readonly PlannedBoard[]): PlannedBoard {
  let left = chance.next() * boards.reduce((sum, board) => sum + readiness[board.key]!, 0)
  const drawn = boards.find((board) => {
    left -= readiness[board.key]!
    return left < 0
  })
  return drawn ?? boards[0]!
}

function planComments(
  given: Given,
  events: readonly SimEvent[],
  shelf: Shelf,
  belongs: Belongs,
): PlannedComment[] {
  const used = new Set<SimEvent>()
  const made: PlannedComment[] = []
  const add = (comment: Omit<PlannedComment, 'id' | 'there'>): PlannedComment => {
    const planned = { ...comment, id: given.nextCommentId(), there: false }
    comment.post.comments.push(planned)
    made.push(planned)
    return planned
  }
  /** Says it as the corpus says it: a named one at an hour of his, somebody when he came by. */
  const say = (
    post: PlannedPost,
    by: string,
    text: string,
    source: string,
    accepted: boolean,
    parent: PlannedComment | undefined,
  ): PlannedComment | undefined => {
    const known = post.comments.find((each) => each.source === source)
    if (known) return known
    const after = parent?.at ?? post.at
    const common = { post, parent, text, source, accepted }
    if (by !== somebody) {
      const authorId = given.people.get(by)
      const room = given.now - after
      const usual = after + Math.min(room * 0.6, 2 * hourMs * (1 + chanceOf(source).next()))
      // Nobody answers before he was here.
      const came = Math.min(...(given.standings.get(authorId ?? '') ?? []).map((each) => each.joinedAt))
      const at = Number.isFinite(came) ? Math.max(usual, came + hourMs) : usual
      return authorId === undefined || at > given.now
        ? undefined
        : add({ ...common, authorId, at, event: undefined })
    }
    const event = events.find(
      (each) =>
        each.at > after &&
        each.at < after + 20 * dayMs &&
        !used.has(each) &&
        each.memberId !== (parent?.authorId ?? post.authorId) &&
        belongs(each.memberId, post.board.groupId, each.at),
    )
    if (!event) return undefined
    used.add(event)
    return add({ ...common, authorId: event.memberId, at: event.at, event })
  }
  for (const post of shelf.posts)
    post.corpus?.comments.forEach(({ by, text, accepted, replies }, index) => {
      const head = say(post, by, text, `corpus:${post.corpus!.key}:${index}`, accepted, undefined)
      if (!head) return
      replies.forEach((reply, at) => {
        say(post, reply.by, reply.text, `${head.source}.${at}`, false, head)
      })
    })
  const ofBurst = shelf.posts.filter((post) => post.ofBurst).toReversed()
  /** The latest that he may answer, when he is one of those who talk of it too. */
  const bursting = (event: SimEvent) =>
    !given.even && isOfBurst('comments', event, given.now)
      ? ofBurst.find(
          ({ at, authorId, board }) =>
            at < event.at && authorId !== event.memberId && belongs(event.memberId, board.groupId, event.at),
        )
      : undefined
  // Here questions are answered: whoever comes by looks first at those that wait.
  const waiting = waitingQuestions(shelf.posts)
  events.forEach((event, index) => {
    if (used.has(event)) return
    const chance = chanceOf('comment', event.memberId, event.at)
    const post =
      bursting(event) ??
      waiting.take(chance, event, belongs) ??
      shelf.find(chance, event, { speaks: true }) ??
      shelf.find(chance, event)
    if (!post) return
    const heads = post.comments.filter((each) => !each.parent && each.at < event.at)
    const replies = heads.length > 0 && chance.next() < 0.35
    const parent = replies ? chance.pick(heads) : undefined
    const source = `seed:comment:${event.memberId}:${index}`
    const text = post.ofBurst ? burstComment(source, replies) : commentFor(post.kind, source, replies)
    const accepted =
      !post.corpus &&
      isQuestion(post) &&
      !parent &&
      !post.comments.some((each) => each.accepted) &&
      chance.next() < 0.42 &&
      event.memberId !== post.authorId
    add({ post, parent, authorId: event.memberId, text, at: event.at, source, accepted, event })
  })
  return made
}

/** Of a hundred questions of the long tail so many find nobody who knows. */
const unanswerable = 5

function waitingQuestions(posts: readonly PlannedPost[]) {
  const asked = posts.filter(
    (post) => isQuestion(post) && !post.corpus && chanceOf('waits', post.id).next() * 100 >= unanswerable,
  )
  let from = 0
  return {
    /** The one that waits longest where he may answer; now and then he has no eye for it. */
    take(chance: Chance, event: SimEvent, belongs: Belongs): PlannedPost | undefined {
      while (asked[from]?.comments.some((each) => each.at < event.at)) from++
      if (chance.next() < 0.15) return undefined
      for (let at = from; at < asked.length && asked[at]!.at < event.at; at++) {
        const post = asked[at]!
        if (
          post.authorId !== event.memberId &&
          post.comments.length === 0 &&
          belongs(event.memberId, post.board.groupId, event.at)
        )
          return post
      }
      return undefined
    },
  }
}

const isQuestion = ({ kind }: PlannedPost): boolean => kind === 'question' || kind === 'picture_question'

function planReactions(events: readonly SimEvent[], shelf: Shelf): PlannedReaction[] {
  const given = new Set<string>()
  return events.flatMap((event): PlannedReaction[] => {
    const chance = chanceOf('reaction', event.memberId, event.at)
    let before: PlannedReaction | undefined
    for (let attempt = 0; attempt < 24; attempt++) {
      // Whoever has liked all that is new goes further back.
      const post = shelf.find(chance, event, { reach: 1 + attempt / 3 })
      if (!post) return []
      const said = post.comments.filter((each) => each.at < event.at)
      const comment = said.length > 0 && chance.next() < 0.25 ? chance.pick(said) : undefined
      const key = `${event.memberId}:${post.id}:${comment?.id ?? ''}`
      if ((comment ?? post).authorId === event.memberId) continue
      if (given.has(key)) {
        before = { event, post, comment, kind: 'like', again: true }
        continue
      }
      given.add(key)
      const kind = chance.next() < 0.74 ? 'like' : chance.pick(['love', 'laugh', 'wow', 'thanks', 'thanks'])
      return [{ event, post, comment, kind, again: false }]
    }
    return before ? [before] : []
  })
}
