/** Signing in, joining and what belongs to it: one card, the hills behind it, nothing else to press by mistake. */
import { Link, Outlet } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Hills } from '#ui/member/Hills.tsx'
import { LocaleToggle } from '#ui/member/LocaleToggle.tsx'
import { Settlement } from '#ui/member/Settlement.tsx'
import { late } from '../late.messages.ts'
import { Brand } from './Brand.tsx'

export default function Door() {
  const t = useT()
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden">
      <Hills sky={false} className="absolute inset-x-0 bottom-0 -z-10 h-[34dvh] w-full max-md:hidden">
        <Settlement />
      </Hills>
      <header className="mx-auto flex h-14 w-full max-w-[1220px] items-center justify-between px-4 md:h-[60px] md:px-6">
        <Link to="/" className="flex min-h-11 min-w-0 items-center rounded-[10px] pr-1">
          <Brand size={31} />
        </Link>
        <LocaleToggle />
      </header>
      <main className="mx-auto w-full max-w-[440px] flex-1 px-4 pt-2 pb-10 md:pt-[6dvh]">
        <div className="md:rounded-[18px] md:border md:border-line md:bg-card md:px-8 md:pt-7 md:pb-8 md:shadow-soft">
          <Outlet />
        </div>
      </main>
      <footer className="flex justify-center gap-2 pb-3 text-[13px] leading-5 text-muted md:hidden">
        <Link to="/policies/terms" className="inline-flex min-h-11 items-center px-2">
          {t(late.terms)}
        </Link>
        <Link to="/policies/privacy" className="inline-flex min-h-11 items-center px-2">
          {t(late.privacy)}
        </Link>
      </footer>
      <Hills sky={false} className="mt-8 h-[120px] w-full md:hidden">
        <Settlement />
      </Hills>
    </div>
  )
}
