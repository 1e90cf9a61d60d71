/** What content asks upward before it acts. */
import { z } from 'zod'
import { allowed, defineGate, refused } from '#base/facts/gate.ts'
import { id } from '#base/http/schemas.ts'
import { defineMessages } from '#base/i18n/messages.ts'

const words = defineMessages({
  publish: { zh: '这段内容可以发布吗？', en: 'May this be published?' },
  tip: { zh: '可以打赏吗？', en: 'May this be tipped?' },
  noTips: { zh: '这个社群还没有开通积分打赏', en: 'This community has no points to tip with' },
})

/**
 * Asked for every text and every picture before it is seen, also when it is edited. An answer may hold it
 * back until a person has looked.
 */
export const mayPublish = defineGate({
  name: 'mayPublish',
  question: z.object({
    what: z.enum(['post', 'comment']),
    memberId: id,
    groupId: id,
    boardId: id,
    /** Plain words, title first. */
    text: z.string(),
    /** Tokens of pictures and files. */
    files: z.array(z.string()),
    links: z.array(z.string()),
  }),
  otherwise: allowed,
  asks: words.publish,
})

/** Asked inside the transaction of a tip; who answers moves the points in the same transaction. */
export const mayTip = defineGate({
  name: 'mayTip',
  question: z.object({
    fromId: id,
    toId: id,
    points: z.number().int().positive(),
    postId: id,
    commentId: id.nullable(),
    /** Names the tip, so that it is never moved twice. */
    key: z.string(),
  }),
  otherwise: refused(words.noTips),
  asks: words.tip,
})
