/** My groups beside the feed, those with something new first. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { HouseBadge } from '#ui/member/HouseBadge.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { topicWords as words } from './topic.words.ts'
import { UnreadPosts } from './UnreadPosts.tsx'
import { useUnread } from './unread.ts'

export default function OwnGroups() {
  const t = useT()
  const unread = useUnread()
  const { data, isPending } = useQuery({
    // The same key and answer as the list of groups keeps.
    queryKey: ['groups', 'own'],
    queryFn: ({ signal }) => ask(api.GET('/api/member/groups', { signal })),
  })
  const groups = (data?.items ?? [])
    .filter((group) => group.standing === 'member')
    .toSorted((a, b) => unread.ofGroup(b.slug) - unread.ofGroup(a.slug))
    .slice(0, 8)
  return (
    <Card title={t(words.ownGroups)}>
      {isPending ? (
        <div className="grid gap-4 py-3">
          <Bone width="70%" />
          <Bone width="60%" />
        </div>
      ) : null}
      {data && groups.length === 0 ? (
        <>
          <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.noGroups)}</p>
          <Link to="/groups" className={`${buttonClass('plain', true)} mt-2.5`}>
            {t(words.discover)}
          </Link>
        </>
      ) : null}
      <ul className="mt-1">
        {groups.map((group) => (
          <li key={group.id}>
            <Link
              to="/groups/$slug"
              params={{ slug: group.slug }}
              className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-[10px] px-2 text-[15px] hover:bg-soft"
            >
              {group.pictureUrl ? (
                <img
                  src={group.pictureUrl}
                  alt=""
                  width={28}
                  height={28}
                  className="size-7 rounded-[8px] object-cover"
                />
              ) : (
                <HouseBadge tone={group.colour} name={group.glyph} size={28} />
              )}
              <span className="min-w-0 flex-1 truncate">{group.name}</span>
              <UnreadPosts count={unread.ofGroup(group.slug)} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
