/** The way to the inbox, with how much is new: kept fresh over the live channel. Loaded after the first page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { useLive } from '#ui/member/live.ts'
import { useSession } from '#ui/member/session.ts'
import { inboxWords as words } from './inbox.words.ts'
import { unreadQuery } from './notices.queries.ts'
import { renewPush } from './push.ts'

export default function Bell() {
  const t = useT()
  const { member } = useSession()
  const { data } = useQuery({ ...unreadQuery(member?.id ?? ''), enabled: member !== null })
  useLive()
  const count = data?.count ?? 0
  useEffect(() => {
    // Installed on a phone, the icon of the site says it too.
    if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => undefined)
  }, [count])
  useEffect(() => {
    // A visit is no reason to bother anybody: what cannot be renewed now is renewed another time.
    renewPush().catch(() => undefined)
  }, [])
  if (!member) return null
  const shown = data?.more ? `${count}+` : String(count)
  return (
    <Link
      to="/inbox"
      aria-label={count > 0 ? t(words.bellNew, { count: shown }) : t(words.bell)}
      className="relative grid size-11 place-items-center rounded-[10px] hover:bg-soft"
    >
      <svg
        width="25"
        height="25"
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M4.6 14.2h10.8c-1-1.2-1.5-2.3-1.5-4.9 0-2.6-1.5-4.7-3.9-4.7S6.1 6.7 6.1 9.3c0 2.6-.5 3.7-1.5 4.9zM8.4 16.6c.4.5.9.8 1.600.8s1.200-.3 1.600-.8" />
      </svg>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-[5px] left-[23px] min-w-[18px] rounded-full border-2 whitespace-nowrap border-paper bg-persimmon px-[3px] text-center text-[11px] leading-[14px] font-semibold text-white tabular-nums"
        >
          {shown}
        </span>
      ) : null}
    </Link>
  )
}
