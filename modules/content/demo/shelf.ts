/** The posts that somebody may come across at a moment: what is new and liked more readily than what is old. */
import type { Id } from '#base/access/actor.ts'
import type { Chance } from './chance.ts'
import type { PlannedPost, SimEvent } from './plan.ts'

export interface Shelf {
  /** In the order of time. */
  readonly posts: readonly PlannedPost[]
  /**
   * A post that he may read and that was there by then; `speaks`: where he may comment. `reach` looks so many
   * times further back. Undefined when there is none yet.
   */
  find(
    chance: Chance,
    event: SimEvent,
    how?: { readonly speaks?: boolean; readonly reach?: number },
  ): PlannedPost | undefined
}

/** Days back that are looked at, on average. */
const usualReach = 5
const dayMs = 86_400_000

export function openShelf(
  all: readonly PlannedPost[],
  belongs: (memberId: Id, groupId: Id, at: number) => boolean,
): Shelf {
  const posts = [...all].sort((one, other) => one.at - other.at)
  /** How many were there before the moment. */
  const before = (at: number): number => {
    let low = 0
    let high = posts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (posts[middle]!.at < at) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Some posts draw more people than others, and keep doing so. */
  const pull = posts.map((post) => {
    const told = post.corpus
    return (told ? 2.2 : 0.6) * (told?.featured ? 2.4 : 1) * (told?.pinned ? 1.5 : 1)
  })
  return {
    posts,
    find(chance, event, { speaks = false, reach = 1 } = {}) {
      const end = before(event.at)
      if (end === 0) return undefined
      const may = (post: PlannedPost) =>
        belongs(event.memberId, post.board.groupId, event.at) || (!speaks && post.board.open)
      for (let attempt = 0; attempt < 40; attempt++) {
        const back = -Math.log(1 - chance.next()) * usualReach * reach * (1 + attempt / 8) * dayMs
        const from = Math.min(before(event.at - back), end - 1)
        const post = posts[from]!
        if (may(post) && chance.next() * 5.3 < pull[from]! + attempt / 8) return post
      }
      for (let at = end - 1; at >= 0; at--) if (may(posts[at]!)) return posts[at]
      return undefined
    },
  }
}
