/** Below Me: on a desktop its list stays beside the page, on a phone the page's own back leads to it. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Frame } from '../shell/Frame.tsx'
import { meEntries } from './entries.ts'
import { MeCard } from './MeCard.tsx'
import { me } from './me.messages.ts'

export default function MeFrame() {
  return (
    <Frame>
      <div className="mx-auto max-w-[920px] gap-8 md:grid md:grid-cols-[232px_minmax(0,1fr)]">
        <aside className="hidden md:block">
          <MeCard compact />
          <MeList />
        </aside>
        <div className="min-w-0">
          <Outlet />
        </div>
      </div>
    </Frame>
  )
}

function MeList() {
  const t = useT()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav aria-label={t(me.navigation)} className="mt-4">
      <ul className="grid gap-0.5">
        {meEntries.map(({ path: to, label, icon: Icon }) => {
          const on = path === to
          return (
            <li key={to}>
              <Link
                to={to}
                aria-current={on ? 'page' : undefined}
                className={`flex min-h-11 items-center gap-3 rounded-[12px] px-3 text-[15px] leading-5 ${on ? 'border border-line bg-card font-semibold shadow-soft' : 'border border-transparent hover:bg-soft'}`}
              >
                <Icon size={19} aria-hidden className={on ? 'text-pine' : 'text-muted'} />
                {t(label)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
