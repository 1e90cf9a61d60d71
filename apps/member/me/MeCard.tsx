/** Who I am here: face, name, how long. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ownProfileQuery } from '#modules/members/member/members.queries.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { daysSince } from '#ui/member/clock.ts'
import { useSession } from '#ui/member/session.ts'
import { me } from './me.messages.ts'

export function MeCard({ compact = false }: { compact?: boolean }) {
  const t = useT()
  const { now } = useReading()
  const { account, member } = useSession()
  const { data: profile } = useQuery({ ...ownProfileQuery, enabled: Boolean(member) })
  if (!account) return null
  const name = profile?.nickname ?? account.name
  const days = profile ? daysSince(new Date(profile.joinedAt), new Date(now())) : undefined
  const about = [days === undefined ? undefined : t(me.since, { days }), profile?.city]
    .filter(Boolean)
    .join(' · ')
  if (compact)
    return (
      <Link to="/me" className="flex min-h-14 items-center gap-3 rounded-[12px] px-3 py-1.5 hover:bg-soft">
        <Avatar name={name} src={profile?.avatarUrl} tintKey={profile?.id ?? account.id} size={40} />
        <span className="min-w-0 leading-5">
          <b className="block truncate text-[15px] font-semibold">{name}</b>
          <span className="block truncate text-[13px] text-muted">{about || account.email}</span>
        </span>
      </Link>
    )
  return (
    <div className="flex items-center gap-3.5 py-1">
      <Avatar name={name} src={profile?.avatarUrl} tintKey={profile?.id ?? account.id} size={60} />
      <div className="min-w-0">
        <h1 tabIndex={-1} className="truncate text-[21px] leading-7 font-semibold">
          {name}
        </h1>
        <p className="truncate text-[14px] leading-5 text-muted">{about || account.email}</p>
      </div>
    </div>
  )
}
