import './member.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeClient } from './client.ts'
import { makeRouter } from './router.tsx'
import { keepOffline } from './shell/offline.ts'
import { sessionEnded } from './shell/sessionEnded.ts'

const client = makeClient(() => {
  sessionEnded.tell()
  const next = router.state.location.href
  void router.navigate({ to: '/sign-in', search: next.startsWith('/sign-in') ? {} : { next } })
})
const router = makeRouter(client)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

keepOffline()
