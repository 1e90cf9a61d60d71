import './member.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeClient } from './client.ts'
import { makeRouter } from './router.tsx'
import { whenIdle } from './shell/idle.ts'
import { keepOffline } from './shell/offline.ts'
import { sessionEnded } from './shell/sessionEnded.ts'

if (__GALLERY__ && location.pathname === '/gallery') void import('./gallery/gallery.tsx')
else openSite()

function openSite() {
  const client = makeClient(() => {
    sessionEnded.tell()
    const next = router.state.location.href
    void router.navigate({ to: '/sign-in', search: next.startsWith('/sign-in') ? {} : { next } })
  })
  const router = makeRouter(client)

  const show = () =>
    createRoot(document.getElementById('root') as HTMLElement).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    )
  // What the server wrote stays on the page until the first screen is ready to take its place, so nothing
  // flashes; on a slow line the shape of the site comes first.
  void Promise.race([router.load(), new Promise((late) => setTimeout(late, 1_500))]).finally(show)

  keepOffline()
  whenIdle(async () => {
    const { startTracking } = await import('./shell/tracking.ts')
    startTracking(client, (seen) => {
      // The screen sets its title in an effect; a moment later it is there.
      router.subscribe('onRendered', ({ pathChanged }) => pathChanged && setTimeout(seen, 100))
    })
  })
}
