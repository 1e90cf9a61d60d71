/** Names that documents hold, as addresses spell them. Without the schema, for whoever only reads or writes them. */

/** Of a file. */
export const fileToken = /^[A-Za-z0-9_-]{22}$/
/** Of a member. */
export const memberToken = /^[A-Za-z0-9_-]{8,64}$/
/** Of a topic, without the #. */
export const topicName = /^[\p{L}\p{N}\p{M}_-]{1,40}$/u
export const emojiText = /^[\p{Emoji}\p{Emoji_Component}]{1,20}$/u
/** Kind and id of a card of another module. */
export const cardKind = /^[a-z]{2,20}$/
export const cardId = /^\d{1,18}$/
