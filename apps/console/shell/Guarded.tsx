import { type ReactNode, useEffect } from 'react'
import type { ScreenRoute } from '#ui/console/define.ts'
import { Reveal } from '#ui/console/Reveal.tsx'
import { useMay, useSession } from '#ui/console/session.ts'
import { NotAllowed } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'

/** A screen: its title on the tab, its permission asked, its loading and failing shown in its place. */
export function Guarded({ screen, children }: { screen: ScreenRoute; children: ReactNode }) {
  const t = useT()
  const may = useMay()
  const { community } = useSession()
  const title = t(screen.title)
  useEffect(() => {
    document.title = [title, community.name || t(words.product)].join(' · ')
  }, [title, community.name, t])
  if (!may(screen.permission)) return <NotAllowed permission={screen.permission} />
  return <Reveal page>{children}</Reveal>
}
