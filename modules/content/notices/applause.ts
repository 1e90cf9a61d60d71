/** That others value what a member wrote: reactions, tips, being featured. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice, NoticeSource } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import type { Audience } from '#modules/audience/api.ts'
import { postFeatured, postTipped, reactionGiven } from '../facts.ts'
import {
  noticeLabels as labels,
  noticeReasons as reasons,
  sections,
  noticeTexts as texts,
} from './notices.messages.ts'
import { isPublic, showWith, type Told } from './showing.ts'
import { idIn, named, unlessMuted } from './telling.ts'

export function applauseNotices(audience: Audience): readonly NoticeSource[] {
  const sayReaction = ({ post, comment }: Told) =>
    comment
      ? { text: say(texts.likedComment), quote: comment.words, path: comment.path }
      : { text: say(texts.likedPost, { title: post.title }), path: post.path }
  const showReactions = showWith(audience, (told) => (isPublic(told) ? sayReaction(told) : undefined))
  return [
    {
      name: 'content.reaction',
      label: labels.reaction,
      because: reasons.wrote,
      section: sections.applause,
      tab: 'like',
      on: reactionGiven,
      usually: ['inbox'],
      recipients: unlessMuted(
        (event) => idIn(event, 'postId'),
        named((event) => [idIn(event, 'authorId')]),
      ),
      together: ({ objectKind, objectId }) => `${objectKind}:${objectId}`,
      show: async (ctx, notices) => {
        const standing = await stillThere(ctx, notices)
        return await showReactions(
          ctx,
          notices.filter(({ id }) => standing.has(id)),
        )
      },
    },
    {
      name: 'content.tipped',
      label: labels.tipped,
      because: reasons.wrote,
      section: sections.applause,
      tab: 'like',
      on: postTipped,
      usually: ['inbox', 'push'],
      recipients: named((event) => [idIn(event, 'tippedId')]),
      together: ({ objectId }) => `post:${objectId}`,
      show: showWith(audience, (told) =>
        isPublic(told)
          ? { text: say(texts.tipped, { title: told.post.title }), path: told.post.path }
          : undefined,
      ),
    },
    {
      name: 'content.featured',
      label: labels.featured,
      because: reasons.author,
      section: sections.applause,
      tab: 'like',
      on: postFeatured,
      usually: ['inbox', 'push', 'mail'],
      recipients: named((event) => [idIn(event, 'authorId')]),
      together: ({ objectId }) => `post:${objectId}`,
      show: showWith(audience, (told) =>
        isPublic(told)
          ? { text: say(texts.featured, { title: told.post.title }), path: told.post.path }
          : undefined,
      ),
    },
  ]
}

/** Notices of whose people at least one has not taken his reaction back. */
async function stillThere(ctx: Ctx, notices: readonly KeptNotice[]): Promise<ReadonlySet<Id>> {
  if (notices.length === 0) return new Set()
  const pairs = notices.flatMap(({ id, objectKind, objectId, actorIds }) =>
    actorIds.map((actorId) => ({ id, objectKind, objectId, actorId })),
  )
  const { rows } = await sql<{ id: Id }>`
    select distinct n.id
      from unnest(${pairs.map((each) => each.id)}::bigint[], ${pairs.map((each) => each.objectKind)}::text[],
                  ${pairs.map((each) => each.objectId)}::bigint[], ${pairs.map((each) => each.actorId)}::bigint[])
           as n (id, kind, object_id, member_id)
     where case when n.kind = 'comment'
             then exists (select from reaction r where r.comment_id = n.object_id and r.member_id = n.member_id)
             else exists (select from reaction r where r.post_id = n.object_id and r.comment_id is null
                            and r.member_id = n.member_id) end`.execute(ctx.db)
  return new Set(rows.map((row) => row.id))
}
