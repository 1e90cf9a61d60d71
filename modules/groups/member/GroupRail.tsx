/** One's groups beside a group, on a desktop. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import { roleLabels } from '#modules/groups/groups.messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { GroupPartAt } from '#ui/member/groupParts.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { Unread } from './GroupsScreen.tsx'
import { type GroupPage, ownGroupsQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { House } from './House.tsx'

export function GroupRail({ group }: { group: GroupPage }) {
  const t = useT()
  return (
    <div className="hidden content-start gap-6 lg:grid">
      <OwnList slug={group.slug} />
      <GroupPartAt place="rail" slug={group.slug} />
      {group.hosts.length > 0 ? (
        <section>
          <h2 className="px-2.5 pb-1 text-[13px] leading-6 text-muted">{t(words.theHosts)}</h2>
          <ul>
            {group.hosts.map((host) => (
              <li key={host.token} className="flex min-h-11 items-center gap-2.5 px-2.5 text-[15px]">
                <Avatar name={host.name} src={host.avatarUrl} tintKey={host.token} size={30} />
                <span className="min-w-0 flex-1 truncate">{host.name}</span>
                <span className="text-[13px] text-muted">{t(roleLabels[host.role])}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** `slug`: the group that is open. */
export function OwnList({ slug }: { slug?: string }) {
  const t = useT()
  const { member } = useSession()
  const { data, isLoading } = useQuery({ ...ownGroupsQuery, enabled: member !== null })
  return (
    <nav aria-label={t(words.mine)}>
      {member ? <h2 className="px-2.5 pb-1 text-[13px] leading-6 text-muted">{t(words.mine)}</h2> : null}
      {isLoading ? (
        <div className="grid gap-3 px-2.5 py-2">
          <Bone width="80%" />
          <Bone width="64%" />
          <Bone width="72%" />
        </div>
      ) : null}
      <ul>
        {(member ? data?.items : undefined)?.map((each) => {
          const on = each.slug === slug
          return (
            <li key={each.id}>
              <Link
                to="/groups/$slug"
                params={{ slug: each.slug }}
                aria-current={on ? 'page' : undefined}
                className={`flex min-h-11 items-center gap-2.5 rounded-[10px] border px-2.5 text-[15px] ${on ? 'border-line bg-card font-semibold shadow-soft' : 'border-transparent hover:bg-soft'}`}
              >
                <House group={each} size={28} />
                <span className="min-w-0 flex-1 truncate">{each.name}</span>
                <GroupPartAt
                  place="unread"
                  slug={each.slug}
                  on={on}
                  more={each.unread}
                  waiting={<Unread count={each.unread} />}
                />
              </Link>
            </li>
          )
        })}
        <li>
          <Link
            to="/groups"
            className="flex min-h-11 items-center gap-2.5 rounded-[10px] px-2.5 text-[15px] text-muted hover:bg-soft hover:text-ink"
          >
            <span className="grid size-7 place-items-center">
              <Plus size={19} aria-hidden />
            </span>
            {t(words.discoverMore)}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
