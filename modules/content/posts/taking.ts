/** What is asked of the words of a post before they are taken: what its kind needs, trust, and the gate. */
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { ask } from '#base/facts/gate.ts'
import { type Message, render } from '#base/i18n/messages.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { mayPublish } from '../gates.ts'
import { findMentioned } from '../mentioned.ts'
import { contentProblems } from '../problems.ts'
import type { Medium, PollInput, PostKind } from '../shapes.ts'
import { requireTrust } from '../trust/limits.ts'
import type { Words } from '../words.ts'
import { isFilm, isPicture, mediaOf, type OwnFile, takeFiles } from './files.ts'
import { postProblems } from './problems.ts'

export interface Offered {
  readonly authorId: Id
  readonly board: BoardStanding
  readonly kind: PostKind
  readonly title: string
  readonly words: Words
  readonly poll: PollInput | null
  /** The post that is changed; undefined for a new one. */
  readonly postId?: Id | undefined
}

export interface Taken {
  readonly words: Words
  readonly files: readonly OwnFile[]
  readonly media: readonly Medium[]
  readonly mentionIds: readonly Id[]
  /** Whether hashtags that nobody used before make topics. */
  readonly newTopics: boolean
  /** A person of the team has to look first, and why. */
  readonly held: Message | undefined
}

/** What the product writes by itself (an import, the demo) is not asked. */
export const isOurs = (ctx: Ctx): boolean => ctx.actor.kind === 'system'

/** Hosts of the board and the team: limits of trust are not for them. */
export const isTrusted = (ctx: Ctx, board: BoardStanding): boolean =>
  board.hosts || may(ctx.actor, 'content.moderate')

const titled: readonly PostKind[] = ['question', 'picture_question', 'idea', 'announcement', 'article']

const waits: Message = { zh: '新成员的帖子先由团队看一眼', en: 'The team looks at posts of newcomers first' }

/**
 * Throws what is missing, what trust or the gate refuses. In the transaction of what is being done; `ours`
 * takes everything that is whole.
 */
export async function takeWords(tx: Ctx, offered: Offered, ours = isOurs(tx)): Promise<Taken> {
  const { authorId, board, kind, title, words, poll, postId } = offered
  if (!title && titled.includes(kind)) throw contentProblems.titleMissing()
  const files = await takeFiles(tx, words.files, { memberId: authorId, postId, anyone: ours })
  const empty = !title && words.plain.trim() === '' && files.length === 0 && !poll
  if (empty) throw contentProblems.empty()
  if ((kind === 'photo' || kind === 'picture_question') && !files.some(isPicture))
    throw postProblems.pictureMissing()
  if (kind === 'video' && !files.some(isFilm)) throw postProblems.videoMissing()
  const films = files.filter(isFilm).length
  const limits =
    ours || isTrusted(tx, board)
      ? undefined
      : await requireTrust(tx, {
          memberId: authorId,
          what: 'post',
          links: words.links.length,
          images: files.length - films,
          videos: films,
          mentions: words.mentions.length,
          poll: poll !== null,
          again: postId !== undefined,
        })
  const verdict = ours
    ? undefined
    : await ask(tx, mayPublish, {
        what: 'post',
        memberId: authorId,
        groupId: board.group.id,
        boardId: board.id,
        text: wordsAsked(title, words.plain, poll),
        files: [...words.files],
        links: [...words.links],
      })
  if (verdict && !verdict.allowed)
    throw contentProblems.refusedByTeam({ values: { because: render(verdict.because, tx.locale) } })
  const heldBack = verdict && 'held' in verdict ? (verdict.held as Message) : undefined
  return {
    words,
    files,
    media: mediaOf(words.document, files),
    mentionIds: await findMentioned(tx, words, authorId),
    newTopics: limits?.newTopics ?? true,
    // Changed words are new words: looked at before they are seen, like the first ones.
    held: heldBack ?? (limits?.reviewed ? waits : undefined),
  }
}

/** All that people read of a post, for the gate. */
export const wordsAsked = (title: string, plain: string, poll: PollInput | null): string =>
  [title, plain, ...(poll ? [poll.question, ...poll.options] : [])].join('\n')
