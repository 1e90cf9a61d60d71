/**
 * The site around a screen: on a phone a slim head and tabs at the bottom, on a desktop one bar. A
 * stranger sees the brand and two doors instead of tabs.
 */
import { Link, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import type { MemberTab } from '#ui/member/declare.ts'
import { Glyph } from '#ui/member/Glyph.tsx'
import { useSession } from '#ui/member/session.ts'
import { shell } from '../app.messages.ts'
import { useMe } from '../me/useMe.ts'
import { tabs } from '../modules.ts'
import { Brand } from './Brand.tsx'

// For strangers on wide screens; members have chosen under Me.
const LocaleToggle = lazy(() =>
  import('#ui/member/LocaleToggle.tsx').then((of) => ({ default: of.LocaleToggle })),
)
// Below the fold, and hidden from members on phones.
const Footer = lazy(() => import('./Footer.tsx'))
// Its number is asked for when the page stands.
const Bell = lazy(() => import('#modules/engage/member/Bell.tsx'))

export function Frame({ children }: { children: ReactNode }) {
  const t = useT()
  const { account } = useSession()
  return (
    <div
      className={`flex min-h-dvh flex-col ${account ? 'pb-[calc(64px+env(safe-area-inset-bottom))] md:pb-0' : ''}`}
    >
      <a
        href="#content"
        className="absolute top-1 left-1 z-50 -translate-y-20 rounded-[10px] bg-card px-4 py-2.5 text-pine shadow-soft focus:translate-y-0"
      >
        {t(shell.skip)}
      </a>
      <TopBar />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1220px] flex-1 px-4 pb-6 md:px-6 md:pt-[18px]"
      >
        {children}
      </main>
      <Suspense>
        <Footer />
      </Suspense>
      {account ? <BottomTabs /> : null}
    </div>
  )
}

function useShownTabs() {
  const { account } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return tabs
    .filter((tab) => account || !tab.signedIn)
    .map((tab) => ({
      ...tab,
      on: tab.path === '/' ? path === '/' : path === tab.path || path.startsWith(`${tab.path}/`),
    }))
}

function TopBar() {
  const t = useT()
  const { account } = useSession()
  const shown = useShownTabs()
  return (
    <header className="md:border-b md:border-line">
      <div className="mx-auto flex h-14 max-w-[1220px] items-center gap-2 px-4 md:h-[60px] md:px-6">
        <Link to="/" className="flex min-h-11 min-w-0 items-center rounded-[10px] pr-1">
          <Brand size={31} />
        </Link>
        {account ? (
          <nav aria-label={t(shell.mainNavigation)} className="ml-9 hidden gap-2 md:flex">
            {shown.map((tab) => (
              <Link
                key={tab.path}
                to={tab.path}
                aria-current={tab.on ? 'page' : undefined}
                className={`flex min-h-11 items-center rounded-[10px] px-[18px] text-[15px] ${tab.on ? 'bg-pine-soft font-semibold text-pine' : 'text-muted hover:bg-soft hover:text-ink'}`}
              >
                {t(tab.label)}
              </Link>
            ))}
          </nav>
        ) : null}
        <span className="flex-1" />
        <Link
          to="/search"
          className="flex size-11 shrink-0 items-center justify-center gap-2.5 rounded-full text-[14px] hover:bg-soft md:w-[250px] md:justify-start md:border md:border-line md:bg-card md:px-4 md:text-muted"
        >
          <Glyph name="search" size={22} className="md:size-[18px]" />
          <span className="max-md:sr-only">{t(shell.search)}</span>
        </Link>
        {account ? (
          <>
            <Suspense fallback={<span className="size-11" />}>
              <Bell />
            </Suspense>
            <MyFace />
          </>
        ) : (
          <>
            <span className="hidden sm:block">
              <Suspense>
                <LocaleToggle />
              </Suspense>
            </span>
            <Link to="/sign-in" className={buttonClass('quiet')}>
              {t(shell.signIn)}
            </Link>
            <Link to="/join" className={`${buttonClass('solid')} max-sm:hidden`}>
              {t(shell.join)}
            </Link>
          </>
        )}
      </div>
    </header>
  )
}

function MyFace() {
  const t = useT()
  const { name, avatarUrl, tintKey } = useMe()
  return (
    <Link
      to="/me"
      aria-label={t(shell.me, { name })}
      className="hidden size-11 place-items-center rounded-full md:grid"
    >
      <Avatar name={name} src={avatarUrl} tintKey={tintKey} size={36} />
    </Link>
  )
}

function BottomTabs() {
  const t = useT()
  const shown = useShownTabs()
  return (
    <nav
      aria-label={t(shell.mainNavigation)}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto grid max-w-[520px] auto-cols-fr grid-flow-col px-2 py-1.5">
        {shown.map((tab) => (
          <li key={tab.path}>
            <Tab {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tab({ path, label, glyph, on }: MemberTab & { on: boolean }) {
  const t = useT()
  return (
    <Link
      to={path}
      aria-current={on ? 'page' : undefined}
      className={`flex min-h-[50px] flex-col items-center justify-center gap-0.5 rounded-[10px] text-[12px] leading-4 ${on ? 'font-semibold text-pine' : 'text-muted'}`}
    >
      <Glyph name={glyph} size={25} className={on ? 'fill-pine-soft' : ''} />
      {t(label)}
    </Link>
  )
}
