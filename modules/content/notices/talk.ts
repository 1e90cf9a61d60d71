/** What others say to a member: replies, mentions, questions he is asked, answers of his that are accepted. */
import type { NoticeSource } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'
import type { Audience } from '#modules/audience/api.ts'
import {
  answerAccepted,
  answerRequested,
  commentChanged,
  commentPosted,
  postEdited,
  postPublished,
} from '../facts.ts'
import { isQuestion } from '../shapes.ts'
import {
  noticeLabels as labels,
  noticeReasons as reasons,
  sections,
  noticeTexts as texts,
} from './notices.messages.ts'
import { isPublic, showWith } from './showing.ts'
import { idIn, idsIn, named, unlessMuted } from './telling.ts'

const postIdOf = (event: LoggedEvent) => idIn(event, 'postId')
const everywhere = ['inbox', 'push', 'mail'] as const

export function talkNotices(audience: Audience): readonly NoticeSource[] {
  const reply: NoticeSource = {
    name: 'content.reply',
    label: labels.reply,
    because: reasons.author,
    section: sections.talk,
    tab: 'reply',
    on: commentPosted,
    usually: everywhere,
    // Who is mentioned or answered by name hears of that instead.
    recipients: unlessMuted(
      postIdOf,
      named((event) => {
        const author = idIn(event, 'authorId')
        const told = [idIn(event, 'parentAuthorId'), ...idsIn(event, 'mentionIds')]
        return told.includes(author) ? [] : [author]
      }),
    ),
    together: (event) => `post:${postIdOf(event)}`,
    show: showWith(
      audience,
      (told) => {
        if (!isPublic(told) || !told.comment) return undefined
        const { notice, post, comment } = told
        const one = isQuestion(post.kind) ? texts.answer : texts.reply
        return {
          text: say(notice.count > 1 ? texts.replies : one, { title: post.title }),
          quote: comment.words,
          path: comment.path,
        }
      },
      { gathers: true },
    ),
  }
  const replyComment: NoticeSource = {
    name: 'content.reply_comment',
    label: labels.replyComment,
    because: reasons.commenter,
    section: sections.talk,
    tab: 'reply',
    on: commentPosted,
    usually: everywhere,
    recipients: unlessMuted(
      postIdOf,
      named((event) => {
        const answered = idIn(event, 'parentAuthorId')
        return idsIn(event, 'mentionIds').includes(answered ?? '') ? [] : [answered]
      }),
    ),
    together: (event) => `comment:${idIn(event, 'parentId')}`,
    show: showWith(
      audience,
      (told) =>
        isPublic(told) && told.comment
          ? { text: say(texts.replyComment), quote: told.comment.words, path: told.comment.path }
          : undefined,
      { gathers: true },
    ),
  }
  const mention: NoticeSource = {
    name: 'content.mention',
    label: labels.mention,
    because: reasons.mentioned,
    section: sections.talk,
    tab: 'mention',
    on: postPublished,
    usually: everywhere,
    recipients: named((event) => idsIn(event, 'mentionIds')),
    together: ({ objectKind, objectId }) => `${objectKind}:${objectId}`,
    show: showWith(audience, (told) => {
      if (!isPublic(told)) return undefined
      const { post, comment } = told
      return comment
        ? { text: say(texts.mentionComment), quote: comment.words, path: comment.path }
        : { text: say(texts.mentionPost, { title: post.title }), quote: post.excerpt, path: post.path }
    }),
  }
  const accepted: NoticeSource = {
    name: 'content.accepted',
    label: labels.accepted,
    because: reasons.answered,
    section: sections.applause,
    tab: 'like',
    on: answerAccepted,
    usually: everywhere,
    recipients: named((event) => [idIn(event, 'commentAuthorId')]),
    together: ({ objectId }) => `comment:${objectId}`,
    show: showWith(audience, (told) =>
      isPublic(told) && told.comment
        ? {
            text: say(texts.accepted, { title: told.post.title }),
            quote: told.comment.words,
            path: told.comment.path,
          }
        : undefined,
    ),
  }
  const asked: NoticeSource = {
    name: 'content.asked',
    label: labels.asked,
    because: reasons.asked,
    section: sections.talk,
    tab: 'reply',
    on: answerRequested,
    tellsDoer: true,
    usually: everywhere,
    recipients: named((event) => [event.memberId ?? undefined]),
    together: ({ objectId }) => `post:${objectId}`,
    show: showWith(audience, (told) =>
      isPublic(told)
        ? {
            text: say(texts.asked, { title: told.post.title }),
            quote: told.post.excerpt,
            path: told.post.path,
          }
        : undefined,
    ),
  }
  // Mentions that come later, when words are edited, are mentions like the first.
  return [
    reply,
    replyComment,
    mention,
    { ...mention, on: commentPosted },
    { ...mention, on: postEdited },
    { ...mention, on: commentChanged },
    asked,
    accepted,
  ]
}
