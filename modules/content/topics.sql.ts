/** A topic is as open as what is written under it: its name may be a secret of the boards on which it stands. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'

const under = (topicId: RawBuilder<unknown>, boardIds: readonly Id[]) => sql`
  post_topic tagged join post under on under.id = tagged.post_id
   where tagged.topic_id = ${topicId} and under.state = 'published'
     and under.board_id = any(${[...boardIds]}::bigint[])`

/** Something published stands under the topic on one of these boards. */
export const standsOn = (topicId: RawBuilder<unknown>, boardIds: readonly Id[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${under(topicId, boardIds)})`

/** How much is published under the topic on these boards. */
export const countOn = (topicId: RawBuilder<unknown>, boardIds: readonly Id[]): RawBuilder<number> =>
  sql<number>`(select count(*)::int from ${under(topicId, boardIds)})`

/**
 * How much stood under the topic on these boards when topics were ranked last; null where nothing did. For lists:
 * reads a row for each board.
 */
export const rankedOn = (
  topicId: RawBuilder<unknown>,
  boardIds: readonly Id[],
): RawBuilder<number | null> => sql<number | null>`(
  select sum(ranked.posts)::int from topic_board ranked
   where ranked.topic_id = ${topicId} and ranked.board_id = any(${[...boardIds]}::bigint[]))`

/** The topic stood on other boards of listed groups, too. */
export const rankedElsewhere = (
  topicId: RawBuilder<unknown>,
  boardIds: readonly Id[],
): RawBuilder<boolean> => sql<boolean>`exists (
  select from topic_board ranked join board around on around.id = ranked.board_id
    join community_group whose on whose.id = around.group_id and whose.visibility = 'public'
   where ranked.topic_id = ${topicId} and ranked.board_id <> all(${[...boardIds]}::bigint[]))`
