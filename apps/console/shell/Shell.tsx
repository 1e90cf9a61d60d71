import { Navigate, Outlet } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { TwoFactorGate } from '#modules/identity/console/TwoFactorGate.tsx'
import { useLive } from '#ui/console/live.ts'
import { useSession } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { useTodayLive } from '../today/useToday.ts'
import { Bars } from './Bars.tsx'
import { CommandBar } from './CommandBar.tsx'
import { NoConsole } from './Lost.tsx'
import { PhoneNav } from './PhoneNav.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { useHere } from './useHere.ts'
import { shellWords } from './words.ts'
import './nav.css'
import './shell.css'

/** The frame around every screen of the console. Without an operator it leads to the right door. */
export function Shell() {
  const session = useSession()
  if (session.setupRequired) return <Navigate to="/setup" replace />
  if (!session.account) return <ToSignIn />
  if (!session.operator) return <NoConsole name={session.account.name} />
  if (session.operator.twoFactorNeeded) return <TwoFactorGate />
  return <Inside />
}

/** To the door, with the place to come back to: the one asked for, not the door itself while it opens. */
function ToSignIn() {
  const here = useHere()
  const [from] = useState(here)
  return <Navigate to="/sign-in" search={from === '/' ? {} : { next: from }} replace />
}

function Inside() {
  const t = useT()
  const [drawer, setDrawer] = useState(false)
  useLive(true)
  useTodayLive()
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t(shellWords.skip)}
      </a>
      <aside className="rail" aria-label={t(words.product)}>
        <Rail />
      </aside>
      <div className="column">
        <TopBar openMenu={() => setDrawer(true)} />
        <Bars />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <PhoneNav />
      </div>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="left"
        size={280}
        closable={false}
        styles={{ body: { padding: 0 } }}
        aria-label={t(shellWords.mainNav)}
      >
        <div className="rail in-drawer">
          <Rail went={() => setDrawer(false)} />
        </div>
      </Drawer>
      <CommandBar />
    </div>
  )
}
