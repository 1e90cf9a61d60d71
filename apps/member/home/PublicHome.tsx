/** What a stranger sees: who lives here, what one can do, and one button. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Hills } from '#ui/member/Hills.tsx'
import { HouseBadge, type HouseTone } from '#ui/member/HouseBadge.tsx'
import { LateGlyph } from '#ui/member/LateGlyph.tsx'
import { Settlement } from '#ui/member/Settlement.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { words as home } from './public.messages.ts'

// Below the welcome; the server has already written the newest posts into the page.
const OpenFeed = lazy(() => import('./OpenFeed.tsx'))

export default function PublicHome() {
  const t = useT()
  const { community } = useSession()
  const { name } = community
  return (
    <div className="mx-auto max-w-[920px]">
      <section className="overflow-hidden rounded-card border border-line bg-card">
        <Hills className="h-[188px] w-full sm:h-[236px]">
          <Settlement />
        </Hills>
        <div className="px-5 pt-5 pb-6 sm:px-8 sm:pt-7 sm:pb-8 md:flex md:items-end md:justify-between md:gap-10">
          <div className="min-w-0">
            <h1
              tabIndex={-1}
              className="text-[26px] leading-[38px] font-semibold text-balance sm:text-[30px] sm:leading-[42px]"
            >
              {t(home.welcome, { name })}
            </h1>
            {community.slogan ? (
              <p className="mt-1 text-[17px] leading-7 text-pretty">{community.slogan}</p>
            ) : null}
            <p className="mt-2 max-w-[34em] text-[14px] leading-[22px] text-muted">{t(home.joinNote)}</p>
          </div>
          <div className="mt-5 grid shrink-0 gap-2 sm:flex md:mt-0 md:grid md:w-[220px]">
            <Link to="/join" className={`${buttonClass('solid')} sm:flex-1`}>
              {t(home.join, { name })}
            </Link>
            <Link to="/sign-in" className={`${buttonClass('plain')} sm:flex-1`}>
              {t(home.haveAccount)}
            </Link>
          </div>
        </div>
      </section>
      <section className="pt-6">
        {/* As tall as the screen: what follows waits below it, and does not jump when the posts come. */}
        <Suspense
          fallback={
            <div className="min-h-svh">
              <Skeleton lines={3} face />
            </div>
          }
        >
          <OpenFeed />
        </Suspense>
      </section>
      <section className="pt-7">
        <h2 className="pb-3 text-[17px] leading-[26px] font-semibold">{t(home.whatTitle)}</h2>
        <ul className="grid gap-3 md:grid-cols-3 md:gap-4">
          <What
            tone="pine"
            icon={<Glyph name="person" size={21} />}
            title={t(home.whatOne)}
            body={t(home.whatOneBody)}
          />
          <What
            tone="clay"
            icon={<LateGlyph name="steps" size={21} />}
            title={t(home.whatTwo)}
            body={t(home.whatTwoBody)}
          />
          <What
            tone="sky"
            icon={<LateGlyph name="shield" size={21} />}
            title={t(home.whatThree)}
            body={t(home.whatThreeBody)}
          />
        </ul>
      </section>
    </div>
  )
}

function What({
  tone,
  icon,
  title,
  body,
}: {
  tone: HouseTone
  icon: React.ReactNode
  title: string
  body: string
}) {
  return (
    <li className="flex gap-3.5 rounded-card border border-line bg-card px-4 py-4 md:flex-col md:gap-2.5">
      <HouseBadge tone={tone} icon={icon} size={44} />
      <div>
        <h3 className="text-[16px] leading-6 font-semibold">{title}</h3>
        <p className="text-[14px] leading-[22px] text-muted">{body}</p>
      </div>
    </li>
  )
}
