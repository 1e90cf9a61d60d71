/** News of what a member follows: people, boards, topics, posts, and polls he took part in. */
import { sql } from 'kysely'
import type { NoticeSource } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'
import type { Audience } from '#modules/audience/api.ts'
import { commentPosted, postChanged, postPublished } from '../facts.ts'
import {
  noticeLabels as labels,
  noticeReasons as reasons,
  sections,
  noticeTexts as texts,
} from './notices.messages.ts'
import { isPublic, showWith } from './showing.ts'
import { found, idIn, idsIn } from './telling.ts'

export function followNotices(audience: Audience): readonly NoticeSource[] {
  return [
    {
      name: 'content.followed',
      label: labels.followed,
      because: reasons.follows,
      section: sections.follows,
      tab: 'follow',
      on: postPublished,
      usually: ['inbox', 'mail'],
      // One notice, whatever it is followed through; who is mentioned hears of that.
      recipients: found(
        (event) => sql`
          select f.member_id from follow f
           where f.muted_at is null
             and (f.followed_id = ${event.memberId}::bigint
                  or f.board_id = ${idIn(event, 'boardId') ?? null}::bigint
                  or f.topic_id = any(${idsIn(event, 'topicIds')}::bigint[]))
             and f.member_id <> all(${idsIn(event, 'mentionIds')}::bigint[])`,
      ),
      // By board: what one may not see of one must not take the news of another along, nor be counted with it.
      together: (event) => `board:${idIn(event, 'boardId')}`,
      show: showWith(
        audience,
        (told) => {
          if (!isPublic(told)) return undefined
          const { notice, post } = told
          if (notice.count > 1)
            return { text: say(texts.newPosts, { title: post.title }), path: '/?view=following' }
          return {
            text: say(texts.newPost, { title: post.title, board: post.board }),
            quote: post.excerpt,
            path: post.path,
          }
        },
        { gathers: true },
      ),
    },
    {
      name: 'content.followed_talk',
      label: labels.followedTalk,
      because: reasons.followsPost,
      section: sections.follows,
      tab: 'follow',
      on: commentPosted,
      usually: ['inbox'],
      recipients: found(
        (event) => sql`
          select f.member_id from follow f
           where f.post_id = ${idIn(event, 'postId') ?? null}::bigint and f.muted_at is null
             and f.member_id <> all(${directly(event)}::bigint[])`,
      ),
      together: (event) => `post:${idIn(event, 'postId')}`,
      show: showWith(
        audience,
        (told) => {
          if (!isPublic(told) || !told.comment) return undefined
          const { notice, post, comment } = told
          const words = notice.count > 1 ? texts.newComments : texts.newComment
          return { text: say(words, { title: post.title }), quote: comment.words, path: comment.path }
        },
        { gathers: true },
      ),
    },
    {
      name: 'content.poll_closed',
      label: labels.pollClosed,
      because: reasons.voted,
      section: sections.follows,
      tab: 'system',
      on: postChanged,
      usually: ['inbox'],
      recipients: found((event) =>
        event.props.how === 'poll_closed'
          ? sql`select member_id from poll_vote where post_id = ${event.objectId}::bigint
                union select author_id from post where id = ${event.objectId}::bigint`
          : undefined,
      ),
      together: ({ objectId }) => `post:${objectId}`,
      show: showWith(audience, (told) =>
        isPublic(told)
          ? { text: say(texts.pollClosed, { title: told.post.title }), path: told.post.path }
          : undefined,
      ),
    },
  ]
}

/** Those who are told because the comment is to them. */
const directly = (event: LoggedEvent): string[] =>
  [idIn(event, 'authorId'), idIn(event, 'parentAuthorId'), ...idsIn(event, 'mentionIds')].filter(
    (id): id is string => id !== undefined,
  )
