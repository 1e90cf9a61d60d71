/** Left of the feed on a wide screen, as beside a group: one's groups and the topics one follows. */
import GroupTopics from '#modules/content/member/feed/GroupTopics.tsx'
import { OwnList } from '#modules/groups/member/GroupRail.tsx'

export default function HomeRail() {
  return (
    <>
      <OwnList />
      <GroupTopics />
    </>
  )
}
