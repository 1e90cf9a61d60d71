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

/** Something of a listed group is published under the topic on none of these boards. */
export const standsElsewhere = (
  topicId: RawBuilder<unknown>,
  boardIds: readonly Id[],
): RawBuilder<boolean> => sql<boolean>`exists (
  select from post_topic tagged join post under on under.id = tagged.post_id
    join community_group around on around.id = under.group_id and around.visibility = 'public'
   where tagged.topic_id = ${topicId} and under.state = 'published'
     and under.board_id <> all(${[...boardIds]}::bigint[]))`
