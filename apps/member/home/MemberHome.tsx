/** A member's own place: a greeting, what is left to settle in, and the trail so far. */
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { TrailPreview } from '#modules/members/member/TrailPreview.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { hourIn } from '#ui/member/clock.ts'
import { Glyph } from '#ui/member/Glyph.tsx'
import { HillBand } from '#ui/member/HillBand.tsx'
import { useSession } from '#ui/member/session.ts'
import { useMe } from '../me/useMe.ts'
import { Checklist } from './Checklist.tsx'
import { home } from './home.messages.ts'

const BecomeMember = lazy(() => import('#modules/members/member/BecomeMember.tsx'))

export default function MemberHome() {
  const t = useT()
  const { member, community } = useSession()
  return (
    <div className="mx-auto max-w-[1000px] items-start gap-6 md:grid md:grid-cols-[minmax(0,1fr)_288px]">
      <div className="grid min-w-0 gap-4">
        <Greeting />
        {member ? (
          <>
            <Checklist />
            <TrailPreview limit={8} />
          </>
        ) : (
          <BecomeMember />
        )}
      </div>
      <aside className="hidden gap-4 md:grid">
        <nav
          aria-label={t(home.shortcuts)}
          className="overflow-hidden rounded-card border border-line bg-card"
        >
          <Shortcut to="/me/profile">{t(home.profile)}</Shortcut>
          <Shortcut to="/me/trail">{t(home.trail)}</Shortcut>
          <Shortcut to="/me/privacy">{t(home.privacy)}</Shortcut>
        </nav>
        <section className="rounded-card border border-line bg-card px-4 py-3.5">
          <h2 className="text-[16px] leading-6 font-semibold">
            {t(home.aboutCommunity, { name: community.name })}
          </h2>
          {community.slogan ? (
            <p className="mt-1 text-[14px] leading-[22px] text-muted text-pretty">{community.slogan}</p>
          ) : null}
          <p className="mt-1 flex flex-wrap gap-x-4 text-[14px]">
            <Link
              to="/policies/terms"
              className="inline-flex min-h-11 items-center text-pine hover:underline"
            >
              {t(home.rulesTerms)}
            </Link>
            <Link
              to="/policies/privacy"
              className="inline-flex min-h-11 items-center text-pine hover:underline"
            >
              {t(home.rulesPrivacy)}
            </Link>
          </p>
        </section>
      </aside>
    </div>
  )
}

function Shortcut({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="flex min-h-12 items-center justify-between gap-3 border-line-soft px-4 text-[15px] leading-6 not-first:border-t hover:bg-soft"
    >
      {children}
      <Glyph name="right" size={18} className="text-muted" />
    </Link>
  )
}

function Greeting() {
  const t = useT()
  const { now, timeZone } = useReading()
  const { operator } = useSession()
  const { name, avatarUrl, tintKey, days } = useMe()
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card">
      <HillBand className="h-[76px] w-full sm:h-[96px]" />
      <div className="flex items-center gap-3.5 px-4 pt-2 pb-4 sm:px-5">
        <span className="-mt-7 rounded-full border-[3px] border-card bg-card">
          <Avatar name={name} src={avatarUrl} tintKey={tintKey} size={60} />
        </span>
        <div className="min-w-0 flex-1 pt-1">
          <h1 tabIndex={-1} className="truncate text-[19px] leading-7 font-semibold">
            {t(greetingAt(hourIn(timeZone, new Date(now()))), { name })}
          </h1>
          {days === undefined ? null : (
            <p className="text-[14px] leading-5 text-muted">
              {days === 1 ? t(home.firstDay) : t(home.since, { days })}
            </p>
          )}
        </div>
        {operator ? (
          <a href="/console/" className={`${buttonClass('plain')} max-sm:hidden`}>
            {t(home.console)}
          </a>
        ) : null}
      </div>
    </section>
  )
}

function greetingAt(hour: number): Message {
  if (hour < 5) return home.night
  if (hour < 11) return home.morning
  if (hour < 13) return home.noon
  if (hour < 18) return home.afternoon
  return home.evening
}
