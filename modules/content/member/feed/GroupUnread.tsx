import type { GroupPartProps } from '#ui/member/declare.ts'
import { UnreadPosts } from './UnreadPosts.tsx'
import { useUnread } from './unread.ts'

/** How many posts of a group one has not seen yet, behind its name. */
export default function GroupUnread({ slug, on = false }: GroupPartProps) {
  return <UnreadPosts count={useUnread().ofGroup(slug)} on={on} />
}
