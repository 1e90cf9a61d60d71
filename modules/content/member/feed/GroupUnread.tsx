import type { GroupPartProps } from '#ui/member/declare.ts'
import { UnreadPosts } from './UnreadPosts.tsx'
import { useUnread } from './unread.ts'

/** How much of a group one has not seen yet, behind its name: posts, and announcements to be read. */
export default function GroupUnread({ slug, on = false, more = 0 }: GroupPartProps) {
  return <UnreadPosts count={useUnread().ofGroup(slug) + more} on={on} />
}
