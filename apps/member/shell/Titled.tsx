/** A screen's name in the window's title; after a navigation the focus goes to the screen's heading. */
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'

let firstPath: string | undefined

export function Titled({ title, children }: { title: Message; children: ReactNode }) {
  const t = useT()
  const { community } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = path === '/' ? community.name : `${t(title)} · ${community.name}`
  }, [t, title, community.name, path])
  useEffect(() => {
    firstPath ??= path
    // The browser itself starts a freshly opened page at its top.
    if (firstPath === path && !history.state?.__TSR_index) return
    place.current?.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true })
  }, [path])
  return (
    <div ref={place} className="contents">
      <Suspense
        fallback={
          <>
            <h1 className="sr-only">{t(title)}</h1>
            <Skeleton lines={3} />
          </>
        }
      >
        {children}
      </Suspense>
    </div>
  )
}
