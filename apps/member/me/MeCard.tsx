/** Who I am here: face, name, how long. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { useSession } from '#ui/member/session.ts'
import { me } from './me.messages.ts'
import { useMe } from './useMe.ts'

export function MeCard({ compact = false }: { compact?: boolean }) {
  const t = useT()
  const { account } = useSession()
  const { name, avatarUrl, tintKey, city, days } = useMe()
  if (!account) return null
  const about = [days === undefined ? undefined : t(me.since, { days }), city].filter(Boolean).join(' · ')
  if (compact)
    return (
      <Link to="/me" className="flex min-h-14 items-center gap-3 rounded-[12px] px-3 py-1.5 hover:bg-soft">
        <Avatar name={name} src={avatarUrl} tintKey={tintKey} size={40} />
        <span className="min-w-0 leading-5">
          <b className="block truncate text-[15px] font-semibold">{name}</b>
          <span className="block truncate text-[13px] text-muted">{about || account.email}</span>
        </span>
      </Link>
    )
  return (
    <div className="flex items-center gap-3.5 py-1">
      <Avatar name={name} src={avatarUrl} tintKey={tintKey} size={60} />
      <div className="min-w-0">
        <h1 tabIndex={-1} className="truncate text-[21px] leading-7 font-semibold">
          {name}
        </h1>
        <p className="truncate text-[14px] leading-5 text-muted">{about || account.email}</p>
      </div>
    </div>
  )
}
