/** Routes made from what the modules declare; each screen is loaded when it is first visited. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { MemberScreen } from '#ui/member/declare.ts'
import { safeNext } from '#ui/member/next.ts'
import { sessionQuery, useSession } from '#ui/member/session.ts'
import { screens } from './modules.ts'
import { Crash } from './shell/Crash.tsx'
import { Opening } from './shell/Opening.tsx'
import { Root } from './shell/Root.tsx'
import { Shell } from './shell/Shell.tsx'
import { Titled } from './shell/Titled.tsx'

const Missing = lazyRouteComponent(() => import('./shell/Missing.tsx'))

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  // Everything on the site depends on who is here; the answer is kept and only asked for once.
  beforeLoad: async ({ context }) => {
    const { setupRequired } = await context.client.ensureQueryData(sessionQuery)
    // An installation that nobody has founded yet begins in the console.
    if (setupRequired) throw redirect({ href: '/console/', reloadDocument: true })
  },
  component: Root,
  errorComponent: Crash,
  pendingComponent: Opening,
  notFoundComponent: Missing,
})

const frames = {
  shell: createRoute({ getParentRoute: () => root, id: 'shell', component: Shell }),
  me: createRoute({
    getParentRoute: () => root,
    id: 'me',
    component: lazyRouteComponent(() => import('./me/MeFrame.tsx')),
  }),
  door: createRoute({
    getParentRoute: () => root,
    id: 'door',
    component: lazyRouteComponent(() => import('./shell/Door.tsx')),
  }),
}

/** Until the first screen stands, screens are given the data that came with the page before they are shown. */
let opened = false

/** Says of the lazy component only what is used here; its own type cannot be told from a list of screens. */
const lazily = (load: MemberScreen['load']) =>
  lazyRouteComponent(load) as ComponentType & { preload?: () => Promise<unknown> }

function makeRoute(screen: MemberScreen) {
  const Screen = lazily(screen.load)
  const Public = screen.strangersSee ? lazily(screen.strangersSee) : Screen
  return createRoute({
    getParentRoute: () => frames[screen.frame] as unknown as typeof root,
    path: screen.path,
    beforeLoad: ({ context, location }) => {
      const account = context.client.getQueryData(sessionQuery.queryKey)?.account
      if (screen.for === 'signedIn' && !account)
        throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true })
      if (screen.for === 'stranger' && account)
        throw redirect({ href: safeNext(new URLSearchParams(location.searchStr).get('next')), replace: true })
    },
    loader: async ({ context, params }) => {
      const known = context.client.getQueryData(sessionQuery.queryKey)?.account
      await (known ? Screen : Public).preload?.()
      if (opened) return
      opened = true
      const { prepare } = await ((!known && screen.strangersSee) || screen.load)()
      // What came with the page is there at once; for the network nobody waits here.
      await Promise.race([prepare?.(context.client, params), new Promise((late) => setTimeout(late, 250))])
    },
    component: () => {
      const Shown = useSession().account ? Screen : Public
      return (
        <Titled title={screen.title}>
          <Shown />
        </Titled>
      )
    },
    errorComponent: Crash,
  })
}

const inFrame = (frame: MemberScreen['frame']) =>
  screens.filter((screen) => screen.frame === frame).map(makeRoute)

const routeTree = root.addChildren([
  frames.shell.addChildren(inFrame('shell')),
  frames.me.addChildren(inFrame('me')),
  frames.door.addChildren(inFrame('door')),
])

/** `history`: the gallery gives each screen an address of its own. */
export const makeRouter = (client: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context: { client },
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Missing,
    scrollRestoration: true,
  })
