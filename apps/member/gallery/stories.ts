/** The stories of the member site, one file a line. */
import orders from '#modules/commerce/member/my-orders.story.tsx'
import feed from '#modules/content/member/feed/feed.story.tsx'
import post from '#modules/content/member/page/page.story.tsx'
import desk from '#modules/content/member/talk/desk.story.tsx'
import talk from '#modules/content/member/talk/talk.story.tsx'
import trust from '#modules/content/member/trust/trust.story.tsx'
import write from '#modules/content/member/write/write.story.tsx'
import engage from '#modules/engage/member/engage.story.tsx'
import groups from '#modules/groups/member/groups.story.tsx'
import account from '#modules/identity/member/account.story.tsx'
import doors from '#modules/identity/member/doors.story.tsx'
import members from '#modules/members/member/members.story.tsx'
import search from '#modules/search/member/search.story.tsx'
import type { Story, StoryFile } from '#ui/console/story/story.ts'
import parts from '#ui/member/parts.story.tsx'
import home from '../home/home.story.tsx'

const files: readonly StoryFile[] = [
  parts,
  home,
  doors,
  account,
  members,
  groups,
  engage,
  feed,
  post,
  desk,
  talk,
  trust,
  write,
  orders,
  search,
]

export interface PlacedStory {
  /** `doors/join` */
  readonly id: string
  readonly group: string
  readonly story: Story
}

export const stories: readonly PlacedStory[] = files.flatMap(({ group, stories: all }) =>
  all.map((story) => ({ id: `${group}/${story.name}`, group, story })),
)

/** What the API answers wherever a story says nothing else. */
export const sharedAnswers = Object.assign({}, ...files.map(({ answers }) => answers ?? {}))
